package io.camelsmc.component;

import io.camelsmc.client.http.EndpointPolicy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses options that cannot work when the context starts, not at the first message. */
final class ConfigurationCheck {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    private ConfigurationCheck() {}

    static void check(SmcConfiguration configuration) {
        atLeastOneMilli("connectTimeout", configuration.getConnectTimeout());
        atLeastOneMilli("readTimeout", configuration.getReadTimeout());
        atLeastOneMilli("callTimeout", configuration.getCallTimeout());
        atLeastOneMilli("retryDelay", configuration.getRetryDelay());
        atLeastOneMilli("settleDelay", configuration.getSettleDelay());
        atLeastOneMilli("maxRetryAfter", configuration.getMaxRetryAfter());
        between("maxConnections", configuration.getMaxConnections(), 1, 1000);
        between("maxAttempts", configuration.getMaxAttempts(), 1, 10);
        between("parallelism", configuration.getParallelism(), 1, 64);
        if (!(configuration.getRate() >= 0)) {
            throw new IllegalArgumentException(
                    SmcMessages.outOfRange("rate", configuration.getRate(), "a number from 0"));
        }
        Integer maxCreate = configuration.getMaxCreate();
        if (maxCreate != null) {
            between("maxCreate", maxCreate, 0, Integer.MAX_VALUE);
        }
        ApplyChoices.check(configuration);
        together("accessKey", configuration.getAccessKey(), "secretKey", configuration.getSecretKey());
        together("proxyHost", configuration.getProxyHost(), "proxyPort", configuration.getProxyPort());
        Integer proxyPort = configuration.getProxyPort();
        if (proxyPort != null) {
            between("proxyPort", proxyPort, 1, 65535);
        }
        String proxyHost = configuration.getProxyHost();
        if (proxyHost != null && !HOST.matcher(proxyHost).matches()) {
            throw new IllegalArgumentException(SmcMessages.proxyHost());
        }
        if (configuration.getSecurityToken() != null && configuration.getAccessKey() == null) {
            throw new IllegalArgumentException(SmcMessages.together("securityToken", "accessKey"));
        }
        endpoint(configuration.getEndpoint());
    }

    /** The address of the service, if it may be called. What was got is not shown where it may hold a password. */
    static URI endpoint(String endpoint) {
        try {
            return EndpointPolicy.standard().check(new URI(endpoint));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    SmcMessages.endpoint("it is not a URI (" + e.getReason() + " at index " + e.getIndex() + ")"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SmcMessages.endpoint(String.valueOf(e.getMessage())), e);
        }
    }

    /** A duration that cannot be read arrives here as 0, so 0 is never taken for a wish. */
    private static void atLeastOneMilli(String option, long millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(SmcMessages.duration(option, millis));
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
