package io.camelsmc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The packages of the product, low floors first, and what each may use. Every sub-package stands for itself. */
final class Floors {

    /**
     * What a package may use.
     *
     * @param own our packages, by name
     * @param others packages of others, as patterns
     */
    record Allowance(Set<String> own, List<String> others) {}

    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String CAMEL = "org.apache.camel..";

    private static final Map<String, Allowance> TABLE = new LinkedHashMap<>();

    static {
        row("diag", "");
        row("spec", "diag", JACKSON);
        row(
                "spec.read",
                "diag spec",
                JACKSON,
                "org.yaml.snakeyaml..",
                "de.siegmar.fastcsv..",
                "org.dhatim.fastexcel..",
                "org.apache.commons.compress..");
        row("spec.check", "diag spec spec.read", JACKSON);
        row("job", "diag spec");
        String specs = "diag spec spec.read spec.check job";
        row("state", "diag spec job", "org.flywaydb..", "org.sqlite..", "org.postgresql..");
        row("client.wire", "diag spec job", JACKSON);
        row("client.sign", "spec client.wire");
        row("client.http", "diag client.sign", "org.apache.hc..");
        row(
                "client",
                "diag spec job client.wire client.sign client.http",
                JACKSON,
                "com.aliyun.credentials..",
                "com.aliyun.tea..");
        String clients = specs + " state client client.wire client.sign client.http";
        row("account", clients);
        row("plan", specs + " state", JACKSON);
        row("plan.file", specs + " state plan", JACKSON);
        row("provision.pace", clients);
        row("provision", clients + " provision.pace");
        row("drift", clients + " account plan plan.file", JACKSON);
        row("takeover", clients + " account plan plan.file", JACKSON);
        // Verbs share the one policy on another try with creates.
        row("lifecycle", clients + " account provision.pace");
        row("wave", "diag spec spec.read spec.check");
        String below = clients + " account plan plan.file provision.pace provision lifecycle drift takeover wave";
        row("run", below, JACKSON);
        row("report", below + " run", JACKSON);
        row("spool", "diag spec spec.read wave");
        row("component", below + " run report spool", CAMEL, JACKSON);
        String faces = below + " run report spool component emulator";
        String[] tools = {CAMEL, "picocli..", "ch.qos.logback..", JACKSON};
        row("cli.exit", faces, tools);
        row("cli.view", faces + " cli.exit", tools);
        row("cli.options", faces + " cli.exit cli.view", tools);
        row("cli.route", faces + " cli.exit cli.view cli.options", tools);
        row("cli.command", faces + " cli.exit cli.view cli.options cli.route", tools);
        row("cli", faces + " cli.exit cli.view cli.options cli.route cli.command", tools);
        row("emulator.http", "");
        row("emulator.auth", "emulator.http");
        row("emulator", "emulator.http emulator.auth", JACKSON);
    }

    private Floors() {}

    private static void row(String name, String own, String... others) {
        Set<String> names = new TreeSet<>();
        for (String one : own.split(" ", -1)) {
            if (!one.isEmpty()) {
                names.add(one);
            }
        }
        TABLE.put(name, new Allowance(names, new ArrayList<>(List.of(others))));
    }

    static Map<String, Allowance> table() {
        return TABLE;
    }
}
