package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a create with a ClientToken happen once; the same token of the same operation gets the same id again. */
final class OnceByToken {

    private final TokenMemory tokens;
    private final EmulatorSettings settings;

    OnceByToken(TokenMemory tokens, EmulatorSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * The id of what the call makes or has made.
     *
     * @param creation makes it; called at most once
     */
    String id(ApiCall call, Supplier<String> creation) {
        String token = settings.has(Quirk.IGNORE_CLIENT_TOKENS) ? null : call.clientToken();
        if (token == null) {
            return creation.get();
        }
        String key = call.action() + ' ' + token;
        SortedMap<String, String> parameters = call.business();
        String known = tokens.claim(key, parameters, wireTime());
        if (known != null) {
            return known;
        }
        @Nullable String made = null;
        try {
            made = creation.get();
            return made;
        } finally {
            if (made == null || settings.has(Quirk.FORGET_CLIENT_TOKENS)) {
                tokens.release(key);
            } else {
                tokens.succeed(key, parameters, made, wireTime());
            }
        }
    }

    private Instant wireTime() {
        return settings.time().ofTheWire();
    }
}
