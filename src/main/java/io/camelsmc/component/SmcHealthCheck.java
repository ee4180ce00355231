package io.camelsmc.component;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Up when the service answers a read for this account. Never writes. */
public class SmcHealthCheck extends AbstractHealthCheck {

    private final SmcClient client;
    private final String endpoint;

    public SmcHealthCheck(String id, SmcClient client, String endpoint) {
        super("camel", id);
        this.client = client;
        this.endpoint = endpoint;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("smc.endpoint", endpoint);
        try {
            client.call(DescribeReplicationJobsRequest.ofSources(List.of()).withPageSize(1));
            builder.up();
        } catch (SmcException e) {
            builder.detail("smc.code", e.code());
            builder.message(e.getMessage());
            builder.error(e);
            builder.down();
        } catch (RuntimeException e) {
            builder.message("the service could not be asked (" + e.getClass().getSimpleName() + ")");
            builder.down();
        }
    }
}
