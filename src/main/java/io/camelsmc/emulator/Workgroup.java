package io.camelsmc.emulator;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A workgroup.
 *
 * @param id its id
 * @param name its name, or an empty text
 * @param description what somebody wrote about it, or an empty text
 * @param sourceIds the source servers in it
 * @param notPassed those of them that have failed the migration test
 */
record Workgroup(String id, String name, String description, Set<String> sourceIds, Set<String> notPassed) {

    /** How many source servers it takes. */
    static final int MOST_SOURCES = 50;

    Workgroup {
        sourceIds = Collections.unmodifiableSet(new LinkedHashSet<>(sourceIds));
        notPassed = Collections.unmodifiableSet(new LinkedHashSet<>(notPassed));
    }

    Workgroup named(String newName, String newDescription) {
        return new Workgroup(id, newName, newDescription, sourceIds, notPassed);
    }

    Workgroup with(Set<String> newSourceIds) {
        Set<String> failed = new LinkedHashSet<>(notPassed);
        failed.retainAll(newSourceIds);
        return new Workgroup(id, name, description, newSourceIds, failed);
    }

    Workgroup failing(Set<String> failedIds) {
        return new Workgroup(id, name, description, sourceIds, failedIds);
    }
}
