package io.camelsmc.spec;

/**
 * The idempotency key that goes with a create call: 1 to 64 printable ASCII characters, case-sensitive (API page,
 * ClientToken).
 *
 * @param value the token as sent
 */
public record ClientToken(String value) {

    private static final int MAX_LENGTH = 64;
    private static final String FORMAT = "camel-smc/1";

    public ClientToken {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isPrintable(value)) {
            throw new IllegalArgumentException("a client token is 1 to 64 printable ASCII characters");
        }
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= 0x20 || value.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /**
     * The token of one attempt: no clock, no random, so the same input gives the same token even after the loss of all
     * state.
     *
     * @param attempt 0, and one more after each definite failure that the journal holds
     */
    public static ClientToken derive(JobKey key, String digest, int attempt) {
        return new ClientToken(
                Sha256.hex(String.join("\n", FORMAT, key.canonical(), digest, Integer.toString(attempt))));
    }

    @Override
    public String toString() {
        return value;
    }
}
