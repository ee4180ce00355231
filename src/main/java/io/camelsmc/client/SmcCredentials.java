package io.camelsmc.client;

import org.jspecify.annotations.Nullable;

/**
 * One set of credentials, valid for a call. Never renders its secrets.
 *
 * @param accessKeyId id of the access key
 * @param accessKeySecret its secret
 * @param securityToken session token of temporary credentials; null for a long-lived key
 * @param provider who supplied them, for people
 */
public record SmcCredentials(
        String accessKeyId, String accessKeySecret, @Nullable String securityToken, String provider) {

    /** The id with all but its first and last characters hidden. */
    public String maskedId() {
        return accessKeyId.length() <= 8
                ? "***"
                : accessKeyId.substring(0, 4) + "***" + accessKeyId.substring(accessKeyId.length() - 3);
    }

    @Override
    public String toString() {
        return "SmcCredentials[" + maskedId() + " from " + provider + "]";
    }
}
