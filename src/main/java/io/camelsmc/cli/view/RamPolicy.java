package io.camelsmc.cli.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.client.RamPermission;
import io.camelsmc.client.SmcOperation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * A policy of the vendor's access control that grants what some needs take and nothing else.
 *
 * @param region id of a region, or {@code *}
 * @param account id of an account, or {@code *}
 * @param needs what is to be granted
 * @param sources ids of the servers for which jobs may be created; empty for all
 */
public record RamPolicy(String region, String account, Set<RamPermission.Need> needs, SortedSet<String> sources) {

    /** Characters that RAM takes for a custom policy. */
    public static final int MAX_LENGTH = 6144;

    /** The policy as JSON, always in the same order. */
    public String json() throws JsonProcessingException {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (SmcOperation operation : SmcOperation.values()) {
            RamPermission permission = operation.permission();
            if (needs.contains(permission.need())) {
                Map<String, Object> statement = new LinkedHashMap<>();
                statement.put("Effect", "Allow");
                statement.put("Action", List.of(permission.action()));
                statement.put("Resource", resources(permission));
                statements.add(statement);
            }
        }
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("Version", "1");
        policy.put("Statement", statements);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return new ObjectMapper().writer(printer).writeValueAsString(policy);
    }

    private List<String> resources(RamPermission permission) {
        List<String> resources = new ArrayList<>();
        for (RamPermission.Kind kind : permission.kinds()) {
            boolean single = permission.need() == RamPermission.Need.CREATE
                    && kind == RamPermission.Kind.SOURCE_SERVER
                    && !sources.isEmpty();
            if (single) {
                sources.forEach(source -> resources.add(kind.resource(region, account, source)));
            } else {
                resources.add(kind.resource(region, account, "*"));
            }
        }
        return resources;
    }

    /** The needs of a command line. */
    public static Set<RamPermission.Need> needs(boolean readOnly, boolean withUpdate) {
        Set<RamPermission.Need> needs = EnumSet.of(RamPermission.Need.READ);
        if (!readOnly) {
            needs.add(RamPermission.Need.CREATE);
        }
        if (withUpdate) {
            needs.add(RamPermission.Need.UPDATE);
        }
        return needs;
    }
}
