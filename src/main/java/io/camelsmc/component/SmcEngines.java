package io.camelsmc.component;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClientConfig;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.VendorCredentials;
import io.camelsmc.provision.Backoff;
import io.camelsmc.provision.ProvisionOptions;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.Sleeper;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.TransientJournal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * Makes and shares engines: endpoints of equal options share one client, endpoints of one state share its journal. What
 * was made here is closed here; what was handed in stays open.
 */
final class SmcEngines {

    private final Map<String, SmcClient> clients = new HashMap<>();
    private final Map<String, Journal> journals = new HashMap<>();
    private final Map<String, SmcEngine> engines = new HashMap<>();
    private @Nullable Journal transientJournal;

    synchronized SmcEngine of(CamelContext context, SmcConfiguration configuration) throws Exception {
        SmcClient client = client(context, configuration);
        Journal journal = journal(configuration);
        String key = String.join(
                "|",
                identity(client),
                identity(journal),
                String.valueOf(provisionOptions(configuration)),
                String.valueOf(configuration.getApiProfile()),
                String.valueOf(configuration.isAllowErase()));
        return engines.computeIfAbsent(
                key,
                k -> new SmcEngine(
                        client,
                        journal,
                        new Provisioner(
                                client,
                                journal,
                                SpecChecks.atSend(configuration),
                                provisionOptions(configuration),
                                Clock.systemUTC(),
                                Sleeper.REAL,
                                () -> ThreadLocalRandom.current().nextLong())));
    }

    synchronized void close() {
        engines.clear();
        clients.values().forEach(SmcClient::close);
        clients.clear();
        journals.values().forEach(Journal::close);
        journals.clear();
        transientJournal = null;
    }

    private SmcClient client(CamelContext context, SmcConfiguration configuration) throws Exception {
        SmcClient given = configuration.getClient();
        if (given != null) {
            return given;
        }
        SSLContextParameters tls = configuration.getSslContextParameters();
        CredentialsSource source = configuration.getCredentialsSource();
        // The key holds what tells two clients apart; the secret stays out of it by way of its hash.
        String key = String.join(
                "|",
                configuration.getEndpoint(),
                String.valueOf(configuration.getSignatureVersion()),
                String.valueOf(configuration.getAccessKey()),
                String.valueOf(Objects.hash(configuration.getSecretKey(), configuration.getSecurityToken())),
                source == null ? "" : identity(source),
                String.valueOf(configuration.getAccountId()),
                String.valueOf(configuration.getConnectTimeout()),
                String.valueOf(configuration.getReadTimeout()),
                String.valueOf(configuration.getCallTimeout()),
                String.valueOf(configuration.getMaxConnections()),
                configuration.getProxyHost() + ":" + configuration.getProxyPort(),
                tls == null ? "" : identity(tls));
        SmcClient known = clients.get(key);
        if (known == null) {
            known = SmcClients.create(clientConfig(context, configuration), credentials(configuration));
            clients.put(key, known);
        }
        return known;
    }

    private static SmcClientConfig clientConfig(CamelContext context, SmcConfiguration configuration) throws Exception {
        SSLContextParameters tls = configuration.getSslContextParameters();
        SSLContext sslContext = tls == null ? null : tls.createSSLContext(context);
        URI proxy = configuration.getProxyHost() == null
                ? null
                : URI.create("http://" + configuration.getProxyHost() + ":" + configuration.getProxyPort());
        return new SmcClientConfig(
                URI.create(configuration.getEndpoint()),
                configuration.getSignatureVersion(),
                Duration.ofMillis(configuration.getConnectTimeout()),
                Duration.ofMillis(configuration.getReadTimeout()),
                Duration.ofMillis(configuration.getCallTimeout()),
                configuration.getMaxConnections(),
                sslContext,
                proxy,
                configuration.getAccountId());
    }

    private static CredentialsSource credentials(SmcConfiguration configuration) {
        CredentialsSource source = configuration.getCredentialsSource();
        if (source != null) {
            return source;
        }
        String id = configuration.getAccessKey();
        String secret = configuration.getSecretKey();
        return id != null && secret != null
                ? new StaticCredentials(id, secret, configuration.getSecurityToken())
                : new VendorCredentials();
    }

    private Journal journal(SmcConfiguration configuration) {
        Journal given = configuration.getJournal();
        if (given != null) {
            return given;
        }
        String state = configuration.getStateUrl();
        if (state != null && !state.isBlank()) {
            return journals.computeIfAbsent(state, Journals::open);
        }
        if (transientJournal == null) {
            transientJournal = new TransientJournal(Clock.systemUTC());
        }
        return transientJournal;
    }

    private static ProvisionOptions provisionOptions(SmcConfiguration configuration) {
        Backoff backoff = new Backoff(Duration.ofMillis(configuration.getRetryDelay()), 2, Duration.ofSeconds(20), 1);
        return new ProvisionOptions(
                configuration.getMaxAttempts(),
                backoff,
                Duration.ofMillis(configuration.getSettleDelay()),
                configuration.isReadBeforeCreate(),
                Duration.ofMillis(configuration.getMaxRetryAfter()));
    }

    private static String identity(Object object) {
        return object.getClass().getName() + "@" + System.identityHashCode(object);
    }
}
