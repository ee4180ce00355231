package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The source servers of the account. Safe for use by many threads. */
final class SourceRegistry {

    private static final Pattern ID = Pattern.compile("s-[0-9a-z]{1,62}");

    private final Map<String, EmulatedSource> byId = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final SourceSupply supply;
    private final boolean any;

    SourceRegistry(SourceSupply supply) {
        this.supply = supply;
        this.any = supply instanceof SourceSupply.Any;
        reset();
    }

    /** The servers of the start again, and no others. */
    synchronized void reset() {
        byId.clear();
        removed.clear();
        if (supply instanceof SourceSupply.Samples samples) {
            SampleSources.of(samples.count()).forEach(this::put);
        } else if (supply instanceof SourceSupply.Listed listed) {
            listed.sources().forEach(this::put);
        }
    }

    static boolean wellFormed(String id) {
        return ID.matcher(id).matches();
    }

    synchronized void put(EmulatedSource source) {
        byId.put(source.sourceId(), source);
        removed.remove(source.sourceId());
    }

    /** Forgets a server; its id does not come back by being mentioned. */
    synchronized void remove(String id) {
        byId.remove(id);
        removed.add(id);
    }

    /** The servers that have a name. */
    synchronized List<EmulatedSource> named(String name) {
        return byId.values().stream()
                .filter(source -> source.name().equals(name))
                .toList();
    }

    /** The server with this id, made at its first mention where every id exists. */
    synchronized @Nullable EmulatedSource find(String id) {
        EmulatedSource known = byId.get(id);
        if (known == null && any && wellFormed(id) && !removed.contains(id)) {
            known = EmulatedSource.available(id, id).learning();
            byId.put(id, known);
        }
        return known;
    }

    synchronized List<EmulatedSource> all() {
        return new ArrayList<>(byId.values());
    }
}
