package io.camelsmc.client;

import io.camelsmc.client.http.EndpointPolicy;
import io.camelsmc.client.http.HttpClient5Transport;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.client.http.SmcTransport;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes clients. Whatever is wrong with the configuration is said here, before the first call. */
public final class SmcClients {

    private SmcClients() {}

    /** A client with the system clock, random nonces and the {@linkplain EndpointPolicy#standard() standard} policy. */
    public static SmcClient create(SmcClientConfig config, CredentialsSource credentials) {
        return create(config, credentials, EndpointPolicy.standard());
    }

    /** A client with another policy on endpoints. */
    public static SmcClient create(SmcClientConfig config, CredentialsSource credentials, EndpointPolicy policy) {
        return create(config, credentials, policy, Clock.systemUTC(), SmcClients::randomNonce);
    }

    /** A client with the standard policy, and a clock and nonces of the caller's. */
    public static SmcClient create(
            SmcClientConfig config, CredentialsSource credentials, Clock clock, Supplier<String> nonces) {
        return create(config, credentials, EndpointPolicy.standard(), clock, nonces);
    }

    /**
     * A client that owns its connections; closing it closes them.
     *
     * @param nonces gives a new text for every call; must never repeat one
     * @throws IllegalArgumentException if the policy does not allow the endpoint, or the proxy cannot be used
     */
    public static SmcClient create(
            SmcClientConfig config,
            CredentialsSource credentials,
            EndpointPolicy policy,
            Clock clock,
            Supplier<String> nonces) {
        URI endpoint = policy.check(config.endpoint());
        return over(new HttpClient5Transport(config, endpoint), true, endpoint, config, credentials, clock, nonces);
    }

    /** A client over a transport that stays the caller's; closing the client leaves it open. */
    public static SmcClient over(
            SmcTransport transport,
            SmcClientConfig config,
            CredentialsSource credentials,
            EndpointPolicy policy,
            Clock clock,
            Supplier<String> nonces) {
        URI endpoint = policy.check(config.endpoint());
        return over(transport, false, endpoint, config, credentials, clock, nonces);
    }

    /**
     * A client whose calls pass interceptors first. Closing it closes the client below.
     *
     * @param interceptors from the caller's side to the service's
     */
    public static SmcClient intercepted(SmcClient client, CallInterceptor... interceptors) {
        SmcClient chain = client;
        for (int i = interceptors.length - 1; i >= 0; i--) {
            chain = new InterceptedClient(chain, interceptors[i]);
        }
        return chain;
    }

    private static SmcClient over(
            SmcTransport transport,
            boolean owned,
            URI endpoint,
            SmcClientConfig config,
            CredentialsSource credentials,
            Clock clock,
            Supplier<String> nonces) {
        return new DefaultSmcClient(
                config.accountId(),
                credentials,
                transport,
                owned,
                new RequestSigner(config.signatureVersion(), endpoint.getRawAuthority(), userAgent()),
                new ClockSkew(clock),
                nonces);
    }

    private static String randomNonce() {
        return UUID.randomUUID().toString();
    }

    private static String userAgent() {
        return "camel-smc/"
                + Optional.ofNullable(SmcClients.class.getPackage().getImplementationVersion())
                        .orElse("dev");
    }
}
