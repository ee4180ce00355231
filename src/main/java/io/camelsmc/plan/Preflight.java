package io.camelsmc.plan;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.DisksSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TargetType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that need to know the source server: what the service would refuse later, and what it would do without a word
 * (CR03, CR06, CR16 to CR18, CR22, CR25 of the parameter tables). Pure.
 */
final class Preflight {

    private static final String USED = "only what is used on the source must fit, which the service does not report";

    private final ReplicationJobSpec spec;
    private final ObservedSource source;
    private final List<Diagnostic> findings = new ArrayList<>();

    private Preflight(ReplicationJobSpec spec, ObservedSource source) {
        this.spec = spec;
        this.source = source;
    }

    /** Every finding about a row whose source is known; errors keep the row from being sent. */
    static List<Diagnostic> check(ReplicationJobSpec spec, ObservedSource source) {
        Preflight preflight = new Preflight(spec, source);
        preflight.platform();
        if (source.knowsDisks()) {
            preflight.dataDisks();
        }
        preflight.sizes();
        preflight.partitions();
        preflight.driver();
        return preflight.findings;
    }

    private void platform() {
        String platform = source.platform();
        String architecture = source.architecture();
        boolean windows = platform != null && platform.toLowerCase(Locale.ROOT).contains("windows");
        boolean arm = architecture != null
                && Stream.of("arm", "aarch").anyMatch(architecture.toLowerCase(Locale.ROOT)::startsWith);
        if (spec.targetType() == TargetType.CONTAINER_IMAGE && (windows || arm)) {
            add(Diagnostic.error("CR06", "the source cannot become a container image")
                    .in("targetType")
                    .got(windows ? platform : architecture)
                    .expected("neither Windows nor ARM")
                    .fix("choose targetType Image"));
        }
        DisksSpec disks = spec.disks();
        if (windows && disks != null && lvm(disks)) {
            add(Diagnostic.warning("CR25", "LVM is not supported for a Windows source")
                    .in("disks")
                    .fix("leave LVM out"));
        }
    }

    private static boolean lvm(DisksSpec disks) {
        DisksSpec.Disk system = disks.system();
        return (system != null && Boolean.TRUE.equals(system.lvm()))
                || disks.data().stream().anyMatch(disk -> Boolean.TRUE.equals(disk.lvm()));
    }

    private void dataDisks() {
        Set<Integer> named = new TreeSet<>();
        for (DataDiskSpec disk : spec.dataDisks()) {
            Integer index = disk.index();
            if (index == null) {
                continue;
            }
            named.add(index);
            Integer size = source.dataDiskSizes().get(index);
            if (size == null) {
                add(Diagnostic.error("CR16", "the source has no data disk of that index")
                        .in("dataDisk")
                        .got(index.toString())
                        .expected(
                                source.dataDiskSizes().isEmpty()
                                        ? "no data disks at all"
                                        : "one of " + source.dataDiskSizes().keySet())
                        .fix("correct the index; a disk that was attached later shows once the SMC client restarts"));
            } else {
                smaller("dataDisk[" + index + "].size", disk.sizeGib(), size);
            }
        }
        Set<Integer> left = new TreeSet<>(source.dataDiskSizes().keySet());
        left.removeAll(named);
        if (spec.targetType() == TargetType.IMAGE && spec.disks() == null && !left.isEmpty()) {
            add(Diagnostic.warning("CR03", "data disks of the source are not migrated")
                    .in("dataDisk")
                    .got("source disks " + left + " are not named")
                    .fix("name them, or ignore this if they are not wanted"));
        }
    }

    private void sizes() {
        smaller("systemDiskSize", spec.systemDiskSizeGib(), source.systemDiskSizeGib());
    }

    private void smaller(String field, @Nullable Integer wanted, @Nullable Integer now) {
        if (wanted != null && now != null && wanted < now) {
            add(Diagnostic.warning("CR18", "the target disk is smaller than the source disk")
                    .in(field)
                    .got(wanted + " GiB")
                    .expected(now + " GiB or more")
                    .fix(USED));
        }
    }

    private void partitions() {
        Map<String, ObservedSource.Partition> known = source.partitions();
        if (known.isEmpty()) {
            return;
        }
        named(SpecField.SYSTEM_DISK_PART.specName(), spec.systemDiskParts(), known);
        spec.dataDisks().forEach(disk -> named("dataDisk[" + disk.index() + "].part", disk.parts(), known));
    }

    private void named(String field, List<PartitionSpec> parts, Map<String, ObservedSource.Partition> known) {
        for (PartitionSpec part : parts) {
            ObservedSource.Partition partition = part.device() == null ? null : known.get(part.device());
            if (part.device() == null) {
                continue;
            }
            if (partition == null) {
                add(Diagnostic.warning("CR17", "the source reports no partition of that device")
                        .in(field)
                        .got(part.device())
                        .expected("one of " + known.keySet()));
            } else if (Boolean.TRUE.equals(part.block())) {
                block(field, part, partition);
            }
        }
        if (!parts.isEmpty()) {
            needed(field, parts, known);
        }
    }

    private void block(String field, PartitionSpec part, ObservedSource.Partition partition) {
        if (Boolean.FALSE.equals(partition.canBlock())) {
            add(Diagnostic.warning("CR17", "the blocks of that partition cannot be copied")
                    .in(field)
                    .got("block true for " + part.device())
                    .fix("set block to false"));
        } else if (part.sizeBytes() != null
                && partition.sizeBytes() != null
                && !part.sizeBytes().equals(partition.sizeBytes())) {
            add(Diagnostic.warning("CR17", "a partition whose blocks are copied keeps its size")
                    .in(field)
                    .got(part.sizeBytes() + " bytes for " + part.device())
                    .expected(partition.sizeBytes() + " bytes")
                    .fix("set block to false to change the size"));
        }
    }

    private void needed(String field, List<PartitionSpec> parts, Map<String, ObservedSource.Partition> known) {
        Set<String> disks = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (PartitionSpec part : parts) {
            String device = part.device();
            if (device != null) {
                named.add(device);
                disks.add(disk(device));
            }
        }
        known.forEach((device, partition) -> {
            if (!partition.optional() && disks.contains(disk(device)) && !named.contains(device)) {
                add(Diagnostic.warning("CR17", "a partition that may not be left out is not named")
                        .in(field)
                        .got(named.toString())
                        .expected(device + " as well"));
            }
        });
    }

    private static String disk(String device) {
        int joint = device.indexOf('_');
        return joint < 0 ? device : device.substring(0, joint);
    }

    private void driver() {
        String driver = source.replicationDriver();
        if (spec.replicationParameters() != null && driver != null && !driver.equals("SMT")) {
            add(Diagnostic.warning("CR22", "the parameters are those of the driver SMT")
                    .in("replicationParameters")
                    .got("driver " + driver)
                    .fix("ask the service which parameters that driver takes"));
        }
    }

    private void add(Diagnostic finding) {
        findings.add(finding.at(spec.origin()).of(spec.address().toString()));
    }
}
