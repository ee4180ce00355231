package io.camelsmc.spec.check;

import io.camelsmc.spec.SpecField;
import java.util.EnumSet;
import java.util.Set;

/** A dated edition of the API page, with the limits in which the editions differ. */
public enum ApiProfile {
    /** The page of mid-2021. */
    PAGE_2021(500, true),
    /** The page of November 2025. */
    PAGE_2025(2048, false);

    private static final Set<SpecField> LATER_THAN_2021 = EnumSet.of(
            SpecField.DISKS_LAYOUT,
            SpecField.LAUNCH_TEMPLATE_ID,
            SpecField.LAUNCH_TEMPLATE_VERSION,
            SpecField.LICENSE_TYPE,
            SpecField.JOB_TYPE,
            SpecField.RESOURCE_GROUP_ID);

    /** What holds unless the user says otherwise. */
    public static final ApiProfile DEFAULT = PAGE_2025;

    private final int maxSystemDiskGib;
    private final boolean systemDiskRequired;

    ApiProfile(int maxSystemDiskGib, boolean systemDiskRequired) {
        this.maxSystemDiskGib = maxSystemDiskGib;
        this.systemDiskRequired = systemDiskRequired;
    }

    /** The year of the page, which is how people name the edition. */
    public String year() {
        return name().substring("PAGE_".length());
    }

    /** The largest system disk in GiB. */
    public int maxSystemDiskGib() {
        return maxSystemDiskGib;
    }

    /** Whether every job has to give the size of its system disk. */
    public boolean systemDiskRequired() {
        return systemDiskRequired;
    }

    /** Whether this edition has the parameter. */
    public boolean knows(SpecField field) {
        return this != PAGE_2021 || !LATER_THAN_2021.contains(field);
    }
}
