package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/** Credentials that somebody configured. Never renders its secrets. */
public final class StaticCredentials implements CredentialsSource {

    private final SmcCredentials credentials;

    /**
     * Credentials as given, without white space around them.
     *
     * @param securityToken session token of temporary credentials; null or empty for a long-lived key
     * @throws IllegalArgumentException if the id or the secret is empty
     */
    public StaticCredentials(String accessKeyId, String accessKeySecret, @Nullable String securityToken) {
        if (accessKeyId.isBlank() || accessKeySecret.isBlank()) {
            throw new IllegalArgumentException("access key id and access key secret must both be given");
        }
        String token = securityToken == null || securityToken.isBlank() ? null : securityToken.strip();
        this.credentials = new SmcCredentials(accessKeyId.strip(), accessKeySecret.strip(), token, "configuration");
    }

    /** A long-lived key. */
    public StaticCredentials(String accessKeyId, String accessKeySecret) {
        this(accessKeyId, accessKeySecret, null);
    }

    @Override
    public SmcCredentials current() {
        return credentials;
    }

    @Override
    public String toString() {
        return "StaticCredentials[" + credentials.maskedId() + "]";
    }
}
