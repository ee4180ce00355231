package io.camelsmc.cli.options;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.VendorCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.diag.AbortException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which service a command talks to, whoever does the talking: a client of its own, or the component in a route.
 *
 * @param endpoint base URL; null for the public one
 * @param accessKey id of the access key; null for the vendor's credential chain
 * @param secretKey secret of the access key; null for the vendor's credential chain
 * @param region region for rows that name none
 * @param accountId id of the account; null when not given
 * @param state where the journal is
 * @param allowErase whether the loss of all data on target instances is consented to
 */
public record ServiceSettings(
        @Nullable String endpoint,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Nullable String region,
        @Nullable String accountId,
        String state,
        boolean allowErase) {

    private static final String PREFIX = "camel.component.smc.";

    /** The options of the component that lead there. */
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "endpoint", endpoint);
        put(properties, "accessKey", accessKey);
        put(properties, "secretKey", secretKey);
        put(properties, "region", region);
        put(properties, "accountId", accountId);
        put(properties, "stateUrl", state);
        put(properties, "allowErase", allowErase ? "true" : null);
        return properties;
    }

    /** A client that leads there; the caller closes it. */
    public SmcClient client() {
        SmcClientConfig config = SmcClientConfig.defaults().withAccountId(accountId);
        if (endpoint != null) {
            try {
                config = config.withEndpoint(URI.create(endpoint));
            } catch (IllegalArgumentException e) {
                throw AbortException.wrongUsage("--endpoint is no URL (" + e.getMessage() + "); write https://host", e);
            }
        }
        CredentialsSource credentials = accessKey != null && secretKey != null
                ? new StaticCredentials(accessKey, secretKey)
                : new VendorCredentials();
        return SmcClients.create(config, credentials);
    }

    private static void put(Map<String, String> properties, String option, @Nullable String value) {
        if (value != null) {
            properties.put(PREFIX + option, value);
        }
    }

    @Override
    public String toString() {
        return "ServiceSettings[endpoint=" + endpoint + ", region=" + region + "]";
    }
}
