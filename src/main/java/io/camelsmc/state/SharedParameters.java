package io.camelsmc.state;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters that nobody can change any more. An intent and the records that follow from it share one copy. */
@SuppressWarnings("JdkObsolete") // Records give a SortedMap; a NavigableMap would have a dozen methods more.
final class SharedParameters extends AbstractMap<String, String> implements SortedMap<String, String> {

    private final SortedMap<String, String> parameters;

    private SharedParameters(SortedMap<String, String> own) {
        this.parameters = Collections.unmodifiableSortedMap(own);
    }

    /** The parameters themselves if they are shared already, or a copy. */
    static SharedParameters of(SortedMap<String, String> parameters) {
        return parameters instanceof SharedParameters shared ? shared : new SharedParameters(new TreeMap<>(parameters));
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return parameters.entrySet();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return parameters.containsKey(name);
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return parameters.comparator();
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return parameters.subMap(from, to);
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return parameters.headMap(to);
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return parameters.tailMap(from);
    }

    @Override
    public String firstKey() {
        return parameters.firstKey();
    }

    @Override
    public String lastKey() {
        return parameters.lastKey();
    }
}
