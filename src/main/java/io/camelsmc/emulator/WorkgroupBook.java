package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The workgroups of the account; a source is in one at most. Safe for use by many threads. */
final class WorkgroupBook {

    /** How many workgroups an account may have. */
    static final int MOST = 50;

    private final Map<String, Workgroup> byId = new LinkedHashMap<>();
    private final Map<String, String> idBySource = new HashMap<>();
    private final EmulatorSettings settings;

    WorkgroupBook(EmulatorSettings settings) {
        this.settings = settings;
    }

    /** The id of a new workgroup; refuses a name that is taken. */
    synchronized String create(String name, String description) {
        if (byId.size() >= MOST) {
            throw settings.refusal(SyntheticCode.WORKGROUP_QUOTA, "The quota of workgroups is exceeded.");
        }
        checkName(name, "");
        String id = Ids.fresh("w-bp1", 17);
        byId.put(id, new Workgroup(id, name, description, Set.of(), Set.of()));
        return id;
    }

    /** Renames a workgroup or changes what it says; an empty text changes nothing. */
    synchronized void modify(String id, String name, String description) {
        Workgroup group = get(id);
        checkName(name, id);
        byId.put(
                id,
                group.named(
                        name.isEmpty() ? group.name() : name,
                        description.isEmpty() ? group.description() : description));
    }

    /** Removes a workgroup that is empty. */
    synchronized void delete(String id) {
        if (!get(id).sourceIds().isEmpty()) {
            throw settings.refusal(SyntheticCode.WORKGROUP_NOT_EMPTY, "The workgroup has source servers.");
        }
        byId.remove(id);
    }

    /** Lets all the sources join, or none. */
    synchronized void join(String id, Collection<String> sourceIds) {
        Workgroup group = get(id);
        for (String source : sourceIds) {
            if (!of(source).isEmpty() && !of(source).equals(id)) {
                throw settings.refusal(
                        SyntheticCode.SOURCE_IN_WORKGROUP, "The source server " + source + " is in another workgroup.");
            }
        }
        Set<String> members = new LinkedHashSet<>(group.sourceIds());
        members.addAll(sourceIds);
        if (members.size() > Workgroup.MOST_SOURCES) {
            throw settings.refusal(SyntheticCode.WORKGROUP_FULL, "A workgroup takes 50 source servers at most.");
        }
        byId.put(id, group.with(members));
        sourceIds.forEach(source -> idBySource.put(source, id));
    }

    /** Lets all the sources leave, or none. */
    synchronized void leave(String id, Collection<String> sourceIds) {
        Workgroup group = get(id);
        if (!group.sourceIds().containsAll(sourceIds)) {
            throw settings.refusal(SyntheticCode.SOURCE_NOT_IN_WORKGROUP, "A source server is not in the workgroup.");
        }
        remove(group, sourceIds);
    }

    /** Lets a source leave wherever it is. */
    synchronized void leave(String sourceId) {
        Workgroup group = byId.get(of(sourceId));
        if (group != null) {
            remove(group, List.of(sourceId));
        }
    }

    /** Replaces a workgroup by what is made of it. */
    synchronized void change(String id, UnaryOperator<Workgroup> change) {
        byId.put(id, change.apply(get(id)));
    }

    /** The workgroup of a source, or an empty text. */
    synchronized String of(String sourceId) {
        return idBySource.getOrDefault(sourceId, "");
    }

    synchronized List<Workgroup> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized void require(String id) {
        get(id);
    }

    synchronized void clear() {
        byId.clear();
        idBySource.clear();
    }

    private void remove(Workgroup group, Collection<String> sourceIds) {
        Set<String> members = new LinkedHashSet<>(group.sourceIds());
        members.removeAll(sourceIds);
        byId.put(group.id(), group.with(members));
        idBySource.keySet().removeAll(sourceIds);
    }

    private Workgroup get(String id) {
        Workgroup group = byId.get(id);
        if (group == null) {
            throw settings.refusal(SyntheticCode.WORKGROUP_NOT_FOUND, "The specified WorkgroupId does not exist.");
        }
        return group;
    }

    private void checkName(String name, String ownId) {
        boolean taken = byId.values().stream()
                .anyMatch(other -> !name.isEmpty()
                        && other.name().equals(name)
                        && !other.id().equals(ownId));
        if (taken) {
            throw settings.refusal(SyntheticCode.WORKGROUP_NAME_DUPLICATE, "The workgroup name is used.");
        }
    }
}
