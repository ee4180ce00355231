package io.camelsmc.component;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows the endpoints of the component to developers: what each does, which service it calls, where its journal lives,
 * and what became of its messages. Shows no option that can hold a secret.
 */
@DevConsole(name = "smc", displayName = "SMC", description = "Endpoints of the smc component")
public class SmcDevConsole extends AbstractDevConsole {

    public SmcDevConsole() {
        super("camel", "smc", "SMC", "Endpoints of the smc component");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return endpoints().stream()
                .map(endpoint -> "smc:" + endpoint.getOperation() + "  service: " + endpoint.serviceHost()
                        + "  journal: " + endpoint.journalLocation() + "  messages: " + endpoint.counts() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray list = new JsonArray();
        for (SmcEndpoint endpoint : endpoints()) {
            JsonObject shown = new JsonObject();
            shown.put("operation", endpoint.getOperation().name());
            shown.put("service", endpoint.serviceHost());
            shown.put("journal", endpoint.journalLocation());
            shown.put("messages", new JsonObject(new TreeMap<>(endpoint.counts())));
            list.add(shown);
        }
        JsonObject root = new JsonObject();
        root.put("endpoints", list);
        return root;
    }

    private List<SmcEndpoint> endpoints() {
        return getCamelContext().getEndpoints().stream()
                .filter(SmcEndpoint.class::isInstance)
                .map(SmcEndpoint.class::cast)
                .sorted(Comparator.comparing(endpoint -> endpoint.getOperation().name()))
                .toList();
    }
}
