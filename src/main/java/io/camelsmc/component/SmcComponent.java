package io.camelsmc.component;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** The component behind {@code smc:} URIs. Holds the defaults and what its endpoints share: client, journal, engine. */
@Component("smc")
public class SmcComponent extends HealthCheckComponent implements SSLContextParametersAware {

    /** A journal URL may carry a password; Camel masks options by name, and this one is not in its list. */
    private static final String SENSITIVE = "stateUrl";

    @Metadata(description = "Defaults of every endpoint")
    private SmcConfiguration configuration = new SmcConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the TLS settings of the context")
    private boolean useGlobalSslContextParameters;

    private final SmcEngines engines = new SmcEngines();

    public SmcComponent() {}

    public SmcComponent(CamelContext context) {
        super(context);
        keepSecret(context.getCamelContextExtension());
    }

    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        keepSecret(context.getCamelContextExtension());
    }

    /** Adds to what is masked already. Setting the keywords replaces all of them. */
    private static void keepSecret(ExtendedCamelContext context) {
        String known = context.getAdditionalSensitiveKeywords();
        String all = known == null || known.isBlank() ? SENSITIVE : known + "," + SENSITIVE;
        if (known == null || !List.of(known.split(",")).contains(SENSITIVE)) {
            context.setAdditionalSensitiveKeywords(all);
        }
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SmcConfiguration copy = configuration.copy();
        SmcEndpoint endpoint = new SmcEndpoint(uri, this, operation(remaining), copy);
        setProperties(endpoint, parameters);
        if (copy.getSslContextParameters() == null && useGlobalSslContextParameters) {
            copy.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        return endpoint;
    }

    private static SmcOperations operation(String name) {
        for (SmcOperations operation : SmcOperations.values()) {
            if (operation.name().equalsIgnoreCase(name)) {
                return operation;
            }
        }
        throw new IllegalArgumentException(SmcMessages.unknownOperation(name));
    }

    SmcEngines engines() {
        return engines;
    }

    @Override
    protected void doStop() throws Exception {
        try {
            engines.close();
        } finally {
            super.doStop();
        }
    }

    public SmcConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(SmcConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
