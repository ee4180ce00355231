package io.camelsmc.component;

import io.camelsmc.client.CredentialsSource;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.VendorCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.pace.Backoff;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.run.AccountAccess;
import io.camelsmc.spec.check.ApiProfile;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.TransientJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<ClientKey, SmcClient> clients = new HashMap<>();
    private final Map<String, Journal> journals = new HashMap<>();
    private final Map<EngineKey, SmcEngine> engines = new HashMap<>();
    /** One pace a client: what one route learns of the service's limits, the others keep to. */
    private final Map<PaceKey, Paced> paced = new HashMap<>();

    private @Nullable Journal transientJournal;

    private record Paced(SmcClient client, Pace pace) {
        static Paced of(PaceKey key) {
            Pace pace = Pace.of(PaceOptions.standard().withRate(key.rate()).withParallelism(key.parallelism()));
            return new Paced(SmcClients.intercepted(key.client(), pace), pace);
        }
    }

    /** Clients are told apart by identity, since none of them says what makes two equal. */
    private record PaceKey(SmcClient client, double rate, int parallelism) {}

    private record EngineKey(
            PaceKey pace, Journal journal, ProvisionOptions options, ApiProfile profile, boolean allowErase) {}

    synchronized SmcEngine of(CamelContext context, SmcConfiguration configuration) throws Exception {
        SmcClient client = client(context, configuration);
        Journal journal = journal(configuration);
        ProvisionOptions options = provisionOptions(configuration);
        PaceKey pace = new PaceKey(client, configuration.getRate(), configuration.getParallelism());
        EngineKey key =
                new EngineKey(pace, journal, options, configuration.getApiProfile(), configuration.isAllowErase());
        Paced way = paced.computeIfAbsent(pace, Paced::of);
        return engines.computeIfAbsent(
                key,
                k -> new SmcEngine(
                        way.client(),
                        journal,
                        new Provisioner(
                                client,
                                journal,
                                SpecChecks.atSend(configuration),
                                options,
                                way.pace(),
                                Clock.systemUTC(),
                                Sleeper.REAL,
                                () -> ThreadLocalRandom.current().nextLong()),
                        new AccountAccess<>(client, journal, way.pace(), options, Clock.systemUTC())));
    }

    /** Closes what was made here; one that cannot be closed does not keep the others open. */
    synchronized void close() throws Exception {
        engines.clear();
        paced.clear();
        List<AutoCloseable> owned = new ArrayList<>(clients.values());
        owned.addAll(journals.values());
        clients.clear();
        journals.clear();
        transientJournal = null;
        Exception first = null;
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private SmcClient client(CamelContext context, SmcConfiguration configuration) throws Exception {
        SmcClient given = configuration.getClient();
        if (given != null) {
            return given;
        }
        ClientKey key = ClientKey.of(configuration);
        SmcClient known = clients.get(key);
        if (known == null) {
            known = SmcClients.create(clientConfig(context, configuration, key.endpoint()), credentials(configuration));
            clients.put(key, known);
        }
        return known;
    }

    private static SmcClientConfig clientConfig(CamelContext context, SmcConfiguration configuration, URI endpoint)
            throws Exception {
        SSLContextParameters tls = configuration.getSslContextParameters();
        SSLContext sslContext = tls == null ? null : tls.createSSLContext(context);
        String proxyHost = configuration.getProxyHost();
        Integer proxyPort = configuration.getProxyPort();
        URI proxy = proxyHost == null || proxyPort == null
                ? null
                : new URI("http", null, proxyHost, proxyPort, null, null, null);
        return new SmcClientConfig(
                endpoint,
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
            return journals.computeIfAbsent(oneSpelling(state), Journals::open);
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

    /** One directory spelt in two ways is one state; opening it twice would only find it locked. */
    private static String oneSpelling(String state) {
        return state.contains(":") && !Path.of(state).isAbsolute()
                ? state
                : Path.of(state).toAbsolutePath().normalize().toString();
    }
}
