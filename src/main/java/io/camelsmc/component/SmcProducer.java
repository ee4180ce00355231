package io.camelsmc.component;

import io.camelsmc.account.SourceNameReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.SourceNames;
import io.camelsmc.wave.RowRules;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates an exchange into one call of the engine, and its result into the message. */
public class SmcProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(SmcProducer.class);

    private final SmcOperations operation;
    private final SmcConfiguration configuration;
    private @Nullable RowRules rules;
    private @Nullable SmcEngine engine;
    private @Nullable SmcHealthCheck healthCheck;
    private @Nullable WritableHealthCheckRepository healthChecks;

    public SmcProducer(SmcEndpoint endpoint) {
        super(endpoint);
        this.operation = endpoint.getOperation();
        this.configuration = endpoint.getConfiguration();
    }

    @Override
    public SmcEndpoint getEndpoint() {
        return (SmcEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        rules = SpecChecks.rules(configuration);
        if (operation.callsService()) {
            engine = getEndpoint().engine();
            if (operation.keepsJournal()) {
                openJournal(engine);
            }
            registerHealthCheck(engine);
        }
    }

    private void openJournal(SmcEngine started) throws Exception {
        String account = started.client().accountScope();
        started.journal().bindAccount(account);
        String location = started.journal().info().location();
        getEndpoint().journalLocation(location);
        LOG.info("smc: jobs of {} are kept in the journal {}", account, location);
    }

    @Override
    protected void doStop() throws Exception {
        if (healthChecks != null && healthCheck != null) {
            healthChecks.removeHealthCheck(healthCheck);
        }
        healthCheck = null;
        engine = null;
        super.doStop();
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        SmcHeaders.clear(message, operation.headers());
        try {
            operation.action().run(this, exchange);
            count(message, SmcConstants.OUTCOME, "done");
        } catch (Exception e) {
            SmcHeaders.failure(exchange, e);
            count(message, SmcConstants.ERROR_CLASS, SmcHeaders.FAILED);
            throw e;
        }
    }

    private void count(Message message, String header, String otherwise) {
        getEndpoint().count(message.getHeader(header, otherwise, String.class));
    }

    void create(Exchange exchange) throws Exception {
        onRow(exchange, account -> {
            account.begin();
            ReplicationJobSpec spec = withSourceId(new RowBodies(rules()).spec(exchange, account));
            account.wanted(spec);
            SmcHeaders.row(exchange.getMessage(), spec);
            ProvisionResult result = running().provisioner().provision(spec);
            account.ended(result);
            SmcHeaders.success(exchange.getMessage(), result);
            exchange.getMessage().setBody(result);
        });
    }

    void validate(Exchange exchange) throws Exception {
        onRow(exchange, account -> exchange.getMessage()
                .setBody(new RowBodies(rules()).checkedSpec(exchange, account)));
    }

    void skipRow(Exchange exchange) throws Exception {
        onRow(exchange, RowAccount::skipped);
        exchange.getMessage().setHeader(SmcConstants.OUTCOME, RowAccount.SKIPPED);
    }

    void readWave(Exchange exchange) throws Exception {
        WaveOperations.read(exchange, rules(), configuration.isStrict());
    }

    void apply(Exchange exchange) throws Exception {
        ApplyOperation.run(exchange, rules(), configuration, running());
    }

    void finishWave(Exchange exchange) throws WaveIncompleteException {
        WaveOperations.finish(exchange);
    }

    /** A step on one row, whose failure is the row's. */
    private interface RowStep {
        void take(RowAccount account) throws Exception;
    }

    private static void onRow(Exchange exchange, RowStep step) throws Exception {
        RowAccount account = RowAccount.open(exchange);
        try {
            step.take(account);
        } catch (Exception e) {
            account.failed(e, SmcHeaders.stopping(exchange));
            throw e;
        }
    }

    /** Looks the source up if the row gives its name only; one call. */
    private ReplicationJobSpec withSourceId(ReplicationJobSpec spec) throws SmcException, InvalidSpecException {
        String name = spec.sourceName();
        if (name == null || name.isBlank() || spec.sourceId() != null) {
            return spec;
        }
        SourceNames.Resolution found =
                new SourceNameReader(client()).named(name).resolve(spec);
        if (found.problem() != null) {
            throw new InvalidSpecException(List.of(found.problem()));
        }
        return found.spec();
    }

    SmcClient client() {
        return running().client();
    }

    private RowRules rules() {
        RowRules current = rules;
        if (current == null) {
            throw new IllegalStateException("smc:" + operation + " is not started");
        }
        return current;
    }

    private SmcEngine running() {
        SmcEngine current = engine;
        if (current == null) {
            throw new IllegalStateException("smc:" + operation + " is not started");
        }
        return current;
    }

    private void registerHealthCheck(SmcEngine started) {
        healthChecks = HealthCheckHelper.getHealthCheckRepository(
                getEndpoint().getCamelContext(), "producers", WritableHealthCheckRepository.class);
        if (healthChecks != null) {
            String id = "producer:smc-" + getEndpoint().getId();
            healthCheck = new SmcHealthCheck(id, started.client(), configuration.getEndpoint());
            healthCheck.setEnabled(((SmcComponent) getEndpoint().getComponent()).isHealthCheckProducerEnabled());
            healthChecks.addHealthCheck(healthCheck);
        }
    }
}
