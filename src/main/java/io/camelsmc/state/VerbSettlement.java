package io.camelsmc.state;

import org.jspecify.annotations.Nullable;

/**
 * What came of a verb.
 *
 * @param intent the open intent that is settled
 * @param state {@link VerbState#DONE} or {@link VerbState#NOT_DONE}
 * @param requestId id of the call that settled it; null when unknown
 * @param code error code; null on success
 * @param message text for people, free of secrets; null when there is nothing to say
 */
public record VerbSettlement(
        VerbRecord intent,
        VerbState state,
        @Nullable String requestId,
        @Nullable String code,
        @Nullable String message) {
    public VerbSettlement {
        if (state == VerbState.INTENT) {
            throw new IllegalArgumentException("an intent is not settled by an intent");
        }
    }

    /** It had its effect. */
    public static VerbSettlement done(VerbRecord intent, @Nullable String requestId) {
        return new VerbSettlement(intent, VerbState.DONE, requestId, null, null);
    }
}
