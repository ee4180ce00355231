package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Believable servers for a first run; the same number always gives the same servers. */
final class SampleSources {

    private static final String[] ROLES = {"web", "app", "db", "cache", "batch"};
    private static final String[] PLATFORMS = {"Ubuntu", "CentOS", "Windows Server 2019", "OpenSUSE", "Debian"};

    private SampleSources() {}

    static List<EmulatedSource> of(int count) {
        List<EmulatedSource> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = String.format(Locale.ROOT, "s-bp1%s%05d", scramble(i), i);
            String name = String.format(Locale.ROOT, "%s-%02d", ROLES[i % ROLES.length], i / ROLES.length + 1);
            EmulatedSource source = EmulatedSource.available(id, name).withDataDisks(disks(i));
            sources.add(source.withPlatform(PLATFORMS[i % PLATFORMS.length], "x86_64"));
        }
        return sources;
    }

    private static List<EmulatedDisk> disks(int i) {
        List<EmulatedDisk> disks = new ArrayList<>();
        for (int index = 1; index <= i % 3; index++) {
            disks.add(EmulatedDisk.data(index, 100 * index));
        }
        return disks;
    }

    /** Twelve characters that look like an id. */
    private static String scramble(int i) {
        long mixed = (i + 1L) * 0x9E3779B97F4A7C15L;
        String text = Long.toString(mixed >>> 1, 36);
        return (text + "000000000000").substring(0, 12);
    }
}
