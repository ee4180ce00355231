package io.camelsmc.component;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.sign.SignatureVersion;
import java.net.URI;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The options that tell two clients apart. Holds secrets and never renders them. */
record ClientKey(
        URI endpoint,
        SignatureVersion signatureVersion,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Nullable String securityToken,
        @Nullable CredentialsSource credentialsSource,
        @Nullable String accountId,
        long connectTimeout,
        long readTimeout,
        long callTimeout,
        int maxConnections,
        @Nullable String proxyHost,
        @Nullable Integer proxyPort,
        @Nullable SSLContextParameters tls) {

    static ClientKey of(SmcConfiguration configuration) {
        return new ClientKey(
                ConfigurationCheck.endpoint(configuration.getEndpoint()),
                configuration.getSignatureVersion(),
                configuration.getAccessKey(),
                configuration.getSecretKey(),
                configuration.getSecurityToken(),
                configuration.getCredentialsSource(),
                configuration.getAccountId(),
                configuration.getConnectTimeout(),
                configuration.getReadTimeout(),
                configuration.getCallTimeout(),
                configuration.getMaxConnections(),
                configuration.getProxyHost(),
                configuration.getProxyPort(),
                configuration.getSslContextParameters());
    }

    @Override
    public String toString() {
        return "ClientKey[" + endpoint + "]";
    }
}
