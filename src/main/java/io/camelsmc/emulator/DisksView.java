package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** The flat {@code Disks.*} parameters of a create in the nested form of the answer. */
final class DisksView {

    private DisksView() {}

    static void write(SortedMap<String, String> from, ObjectNode to) {
        if (!from.tailMap("Disks.").keySet().stream().limit(1).allMatch(name -> name.startsWith("Disks."))
                || from.tailMap("Disks.").isEmpty()) {
            return;
        }
        ObjectNode disks = to.putObject("Disks");
        SortedMap<String, String> system = new TreeMap<>();
        from.forEach((name, value) -> {
            if (name.startsWith("Disks.System.")) {
                system.put(name.substring("Disks.System.".length()), value);
            }
        });
        if (!system.isEmpty()) {
            writeDisk(system, disks.putObject("System"));
        }
        ArrayNode data = disks.putObject("Data").putArray("Data");
        WireList.items(from, "Disks.Data").values().forEach(disk -> writeDisk(disk, data.addObject()));
    }

    private static void writeDisk(SortedMap<String, String> from, ObjectNode to) {
        if (from.containsKey("DiskId")) {
            to.put("DiskId", from.get("DiskId"));
        }
        JobView.putNumber(to, "Size", from.get("Size"));
        to.put("LVM", "true".equalsIgnoreCase(from.get("LVM")));
        ArrayNode parts = to.putObject("Parts").putArray("Part");
        for (SortedMap<String, String> part : WireList.items(from, "Part").values()) {
            ObjectNode entry = parts.addObject().put("Path", part.getOrDefault("Path", ""));
            JobView.putNumber(entry, "SizeBytes", part.get("SizeBytes"));
            entry.put("Block", "true".equalsIgnoreCase(part.get("Block")));
        }
    }
}
