package io.camelsmc.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The access tokens of the account. Safe for use by many threads. */
final class AccessTokenBook {

    private final Map<String, AccessToken> byId = new LinkedHashMap<>();

    synchronized void add(AccessToken token) {
        byId.put(token.id(), token);
    }

    /** Replaces a token by what is made of it, or removes it when that is null; false when there is no such token. */
    synchronized boolean change(String id, Function<AccessToken, @Nullable AccessToken> change) {
        AccessToken token = byId.get(id);
        if (token == null) {
            return false;
        }
        AccessToken changed = change.apply(token);
        if (changed == null) {
            byId.remove(id);
        } else {
            byId.put(id, changed);
        }
        return true;
    }

    synchronized List<AccessToken> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized void clear() {
        byId.clear();
    }
}
