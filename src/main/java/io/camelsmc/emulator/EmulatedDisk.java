package io.camelsmc.emulator;

import java.util.List;

/**
 * A disk of a source server.
 *
 * @param index 0 for the system disk, 1 to 16 for data disks
 * @param sizeGib its size in GiB
 * @param path where it is mounted
 * @param partitions its partitions in order
 */
public record EmulatedDisk(int index, int sizeGib, String path, List<EmulatedPartition> partitions) {

    private static final long GIB = 1L << 30;

    /** Copies the list. */
    public EmulatedDisk {
        partitions = List.copyOf(partitions);
    }

    /** A system disk with a boot and a root partition. */
    public static EmulatedDisk system(int sizeGib) {
        long boot = GIB / 4;
        return new EmulatedDisk(
                0,
                sizeGib,
                "/",
                List.of(
                        new EmulatedPartition("0_0", "/boot", boot, true, true),
                        new EmulatedPartition("0_1", "/", sizeGib * GIB - 2 * boot, true, true)));
    }

    /** A data disk with one partition. */
    public static EmulatedDisk data(int index, int sizeGib) {
        String path = "/data" + index;
        EmulatedPartition only = new EmulatedPartition(index + "_0", path, sizeGib * GIB - GIB / 4, true, false);
        return new EmulatedDisk(index, sizeGib, path, List.of(only));
    }
}
