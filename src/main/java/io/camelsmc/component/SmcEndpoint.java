package io.camelsmc.component;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Create and read migration jobs in Alibaba Cloud Server Migration Center (SMC). */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "smc",
        title = "Alibaba Cloud Server Migration Center",
        syntax = "smc:operation",
        category = {Category.CLOUD},
        producerOnly = true,
        remote = true,
        headersClass = SmcConstants.class)
public class SmcEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    @UriPath(description = "What to do with the message")
    @Metadata(required = true)
    private final SmcOperations operation;

    @UriParam
    private SmcConfiguration configuration;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private volatile String journalLocation = "none";

    public SmcEndpoint(String uri, Component component, SmcOperations operation, SmcConfiguration configuration) {
        super(uri, component);
        this.operation = operation;
        this.configuration = configuration;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        ConfigurationCheck.check(configuration);
    }

    @Override
    public Producer createProducer() {
        return new SmcProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "smc:" + operation + " can only be written to; start the route from a file, queue or timer endpoint");
    }

    /** The engine for this endpoint's options; shared with every endpoint that has the same ones. */
    SmcEngine engine() throws Exception {
        return ((SmcComponent) getComponent()).engines().of(getCamelContext(), configuration);
    }

    /** Counts one message under its outcome, its error class, or {@code done} and {@code failed} where it has neither. */
    void count(String label) {
        counts.computeIfAbsent(label, key -> new LongAdder()).increment();
    }

    /** Messages by outcome or error class since the endpoint was made. */
    Map<String, Long> counts() {
        Map<String, Long> shown = new TreeMap<>();
        counts.forEach((label, count) -> shown.put(label, count.sum()));
        return shown;
    }

    /** Where the journal lives, without credentials; {@code none} before it is opened and where none is needed. */
    String journalLocation() {
        return journalLocation;
    }

    void journalLocation(String location) {
        journalLocation = location;
    }

    /** Host of the service, without anything else that the option may hold. */
    String serviceHost() {
        return ConfigurationCheck.endpoint(configuration.getEndpoint()).getAuthority();
    }

    public SmcOperations getOperation() {
        return operation;
    }

    public SmcConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SmcConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String getServiceUrl() {
        return configuration.getEndpoint();
    }

    @Override
    public String getServiceProtocol() {
        return "smc";
    }
}
