package io.camelsmc.vendor;

/**
 * Who calls.
 *
 * @param token the session token of a temporary key, empty for a lasting one
 */
record Key(String id, String secret, String token) {

    /** The key that the emulator knows. */
    static final Key VALID = new Key("testid", "testsecret", "");

    Key withId(String other) {
        return new Key(other, secret, token);
    }

    Key withSecret(String other) {
        return new Key(id, other, token);
    }

    Key withToken(String other) {
        return new Key(id, secret, other);
    }

    boolean isTemporary() {
        return !token.isEmpty();
    }
}
