package io.camelsmc.component;

import org.jspecify.annotations.Nullable;

/** Refuses options that cannot work when the context starts, not at the first message. */
final class ConfigurationCheck {

    private ConfigurationCheck() {}

    static void check(SmcConfiguration configuration) {
        atLeastOneMilli("connectTimeout", configuration.getConnectTimeout());
        atLeastOneMilli("readTimeout", configuration.getReadTimeout());
        atLeastOneMilli("callTimeout", configuration.getCallTimeout());
        notNegative("retryDelay", configuration.getRetryDelay());
        notNegative("settleDelay", configuration.getSettleDelay());
        notNegative("maxRetryAfter", configuration.getMaxRetryAfter());
        between("maxConnections", configuration.getMaxConnections(), 1, 1000);
        between("maxAttempts", configuration.getMaxAttempts(), 1, 10);
        together("accessKey", configuration.getAccessKey(), "secretKey", configuration.getSecretKey());
        together("proxyHost", configuration.getProxyHost(), "proxyPort", configuration.getProxyPort());
        if (configuration.getSecurityToken() != null && configuration.getAccessKey() == null) {
            throw new IllegalArgumentException(SmcMessages.together("securityToken", "accessKey"));
        }
    }

    private static void atLeastOneMilli(String option, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(
                    SmcMessages.outOfRange(option, millis + " ms", "at least 1 ms, such as 5s"));
        }
    }

    private static void notNegative(String option, long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException(SmcMessages.outOfRange(option, millis + " ms", "0 ms or more"));
        }
    }

    private static void between(String option, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(SmcMessages.outOfRange(option, value, low + " to " + high));
        }
    }

    private static void together(String one, @Nullable Object first, String other, @Nullable Object second) {
        if (first != null && second == null) {
            throw new IllegalArgumentException(SmcMessages.together(one, other));
        }
        if (first == null && second != null) {
            throw new IllegalArgumentException(SmcMessages.together(other, one));
        }
    }
}
