package io.camelsmc.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.InputFormat;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.ReadOptions;
import io.camelsmc.spec.read.WaveReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema says of a job what reading and checking it say, but for what a schema cannot say. */
class JobSchemaTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sums, uniqueness and the content of a text. The clock: the times generated are good ones or malformed ones. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("CR14", "CR14.disks", "CR15", "CR21", "extra");

    private static final Map<ApiProfile, JsonSchema> COMPLETE = new LinkedHashMap<>();

    static {
        for (ApiProfile profile : ApiProfile.values()) {
            COMPLETE.put(profile, schema(profile, true));
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> jobs() {
        Map<String, Arbitrary<?>> values = new LinkedHashMap<>();
        values.put("sourceId", Arbitraries.of("s-1", "s-bp1e2fsl57knvuug", "i-1", "s-", 7));
        values.put("sourceName", Arbitraries.of("web-01", true));
        values.put("name", Arbitraries.of("web-01", "云迁移", "a", "1web", "http://x", "web 01", 3));
        values.put("regionId", Arbitraries.of("cn-hangzhou", "ap-southeast-1", "China East"));
        values.put("targetType", Arbitraries.of("Image", "ContainerImage", "TargetInstance", "Instance", "Vm"));
        values.put("imageName", Arbitraries.of("img-1", "-img"));
        values.put("instanceId", Arbitraries.of("i-1", "x-1"));
        values.put("eraseTarget", Arbitraries.of(true, false, "true"));
        values.put("systemDiskSize", Arbitraries.of(19, 20, 80, 500, 501, 2048, 2049, "80"));
        values.put("systemDiskPart", parts());
        values.put("dataDisk", disks());
        values.put(
                "disks",
                Arbitraries.of(
                        Map.of("system", Map.of("size", 40)),
                        Map.of("system", Map.of("lvm", true)),
                        Map.of("data", List.of(Map.of("size", 19))),
                        Map.of(
                                "data",
                                List.of(Map.of("diskId", "d-1", "part", List.of(Map.of("path", "/", "sizeBytes", 0))))),
                        Map.of("sytem", Map.of())));
        values.put("netMode", Arbitraries.of(0, 1, 2));
        values.put("vSwitchId", Arbitraries.of("vsw-1", "sw-1"));
        values.put("vpcId", Arbitraries.of("vpc-1", "vpc"));
        values.put("runOnce", Arbitraries.of(true, false, 1));
        values.put("frequency", Arbitraries.of(0, 1, 168, 169));
        values.put("maxNumberOfImageToKeep", Arbitraries.of(0, 1, 10, 11));
        values.put("scheduledStartTime", Arbitraries.of("2026-12-01T00:00:00Z", "tomorrow", "2026-12-01"));
        values.put("validTime", Arbitraries.of("2027-01-01T00:00:00Z", "+", 5));
        values.put("instanceType", Arbitraries.of("ecs.c6.large", "m5.large"));
        values.put("instanceRamRole", Arbitraries.of("Role"));
        values.put("containerNamespace", Arbitraries.of("ns"));
        values.put("containerRepository", Arbitraries.of("repo"));
        values.put("licenseType", Arbitraries.of("", "BYOL", "OWN"));
        values.put("jobType", Arbitraries.of(0, 1, 2, 3, 4));
        values.put("launchTemplateId", Arbitraries.of("lt-1", "t-1"));
        values.put("resourceGroupId", Arbitraries.of("rg-1", "g-1"));
        values.put("description", Arbitraries.of("A web server.", "x", "https://x", "HTTP://x", "云服务"));
        values.put(
                "replicationParameters",
                Arbitraries.of("{}", "[", Map.of("bandwidth_limit", 0), Map.of("net", Map.of("a", 1)), List.of(1)));
        values.put("clientToken", Arbitraries.of("t", "", "a b", "x".repeat(65)));
        values.put("generation", Arbitraries.of(0, 3, -1));
        values.put("tag", tags());
        values.put(
                "tags", Arbitraries.of(Map.of("app", "shop"), Map.of("acs:x", "1"), Map.of("k", "ALIYUN1"), Map.of()));
        values.put("wave", Arbitraries.of("w1"));
        values.put("nonsense", Arbitraries.of("x"));
        return jobs(values);
    }

    private static Arbitrary<Map<String, Object>> jobs(Map<String, Arbitrary<?>> values) {
        Arbitrary<List<String>> names =
                Arbitraries.of(values.keySet()).list().uniqueElements().ofMaxSize(14);
        Arbitrary<Boolean> complete = Arbitraries.of(true, true, true, false);
        return Combinators.combine(names, complete).flatAs((chosen, whole) -> {
            Arbitrary<Map<String, Object>> job = Arbitraries.create(LinkedHashMap::new);
            List<String> all = new ArrayList<>(chosen);
            if (!whole) {
                return fill(job, all, values);
            }
            return fill(job, all, values).map(made -> {
                made.putIfAbsent("sourceId", "s-1");
                made.putIfAbsent("regionId", "cn-hangzhou");
                made.putIfAbsent("imageName", "img");
                made.putIfAbsent("systemDiskSize", 80);
                return made;
            });
        });
    }

    private static Arbitrary<Map<String, Object>> fill(
            Arbitrary<Map<String, Object>> job, List<String> names, Map<String, Arbitrary<?>> values) {
        Arbitrary<Map<String, Object>> filled = job;
        for (String name : names) {
            Arbitrary<?> value = values.getOrDefault(name, Arbitraries.just(""));
            filled = Combinators.combine(filled, value).as((map, v) -> {
                Map<String, Object> more = new LinkedHashMap<>(map);
                more.put(name, v);
                return more;
            });
        }
        return filled;
    }

    private static Arbitrary<List<Map<String, Object>>> parts() {
        return Arbitraries.<Map<String, Object>>of(
                        Map.of("device", "0_1", "sizeBytes", 5),
                        Map.of("device", "0_1"),
                        Map.of("sizeBytes", 5),
                        Map.of("block", true),
                        Map.of("device", "sda1", "sizeBytes", 5),
                        Map.of("device", "0_1", "sizeBytes", 0))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<List<Map<String, Object>>> disks() {
        return Arbitraries.<Map<String, Object>>of(
                        Map.of("index", 1, "size", 100),
                        Map.of("index", 16),
                        Map.of("index", 17),
                        Map.of("size", 100),
                        Map.of("index", 2, "size", 19),
                        Map.of("index", 3, "part", List.of(Map.of("device", "1_1"))))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<List<Map<String, Object>>> tags() {
        return Arbitraries.<Map<String, Object>>of(
                        Map.of("key", "app", "value", "shop"),
                        Map.of("key", "env"),
                        Map.of("value", "x"),
                        Map.of("key", "Acs:x", "value", ""),
                        Map.of("key", "k".repeat(129)),
                        Map.of("key", "", "value", "x"))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    @Property(tries = 4000, shrinking = ShrinkingMode.BOUNDED)
    void agreesWithTheRules(@ForAll("jobs") Map<String, Object> job, @ForAll ApiProfile profile) throws Exception {
        String text = JSON.writeValueAsString(job);

        List<Diagnostic> found = check(text, profile).stream()
                .filter(problem -> problem.isError() && !BEYOND_A_SCHEMA.contains(problem.rule()))
                .toList();

        Set<ValidationMessage> verdict =
                Objects.requireNonNull(COMPLETE.get(profile)).validate(JSON.readTree(text));

        assertThat(verdict.isEmpty())
                .as("%s%nrules: %s%nschema: %s", text, found, verdict)
                .isEqualTo(found.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(ApiProfile.class)
    void isAValidSchema(ApiProfile profile) {
        JsonSchema dialect = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        for (boolean complete : new boolean[] {true, false}) {
            JsonNode schema = JSON.valueToTree(JobSchema.of(profile, complete));

            assertThat(dialect.validate(schema)).isEmpty();
        }
    }

    @Test
    void takesAWaveAListAndASingleJob() throws Exception {
        JsonSchema file = schema(ApiProfile.DEFAULT, false);

        assertThat(
                        file.validate(
                                JSON.readTree(
                                        """
                {"wave":"w1","start":"2026-12-01T00:00:00Z","defaults":{"netMode":2},
                 "jobs":[{"sourceId":"s-1","scheduledStartTime":"+3d","tags":{"app":"shop"}}]}""")))
                .isEmpty();
        assertThat(file.validate(JSON.readTree("[{\"sourceId\":\"s-1\"}]"))).isEmpty();
        assertThat(file.validate(JSON.readTree("{\"sourceId\":\"s-1\"}"))).isEmpty();
        assertThat(file.validate(JSON.readTree("[{\"sourceId\":\"i-1\"}]"))).hasSize(1);
        assertThat(file.validate(JSON.readTree("{\"jobs\":[{\"netMod\":2}]}"))).hasSize(1);
    }

    private static JsonSchema schema(ApiProfile profile, boolean complete) {
        JsonNode tree = JSON.valueToTree(JobSchema.of(profile, complete));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree);
    }

    private static List<Diagnostic> check(String json, ApiProfile profile) throws Exception {
        RowChecker checker =
                new RowChecker(CheckContext.at(NOW).profile(profile).asWarning(Set.of("own.sourceName")));
        List<InputRow> rows = new ArrayList<>();
        try (WaveReader reader = WaveReader.open(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                "job",
                InputFormat.JSON,
                ReadOptions.defaults())) {
            reader.forEachRow(rows::add);
        }
        return checker.check(rows.get(0));
    }
}
