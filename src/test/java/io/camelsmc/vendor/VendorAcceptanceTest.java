package io.camelsmc.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.aliyun.tea.TeaException;
import com.aliyuncs.policy.retry.RetryPolicy;
import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcAccessException;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcThrottledException;
import io.camelsmc.client.sign.SignatureV1;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.emulator.EmulatedDisk;
import io.camelsmc.emulator.EmulatedSource;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.emulator.SourceSupply;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's clients work with the emulator, and it refuses them as the service would. */
class VendorAcceptanceTest {

    private static final String CREATE = "CreateReplicationJob";
    private static final String MODIFY = "ModifyReplicationJobAttribute";
    private static final String JOBS = "DescribeReplicationJobs";
    private static final String SOURCES = "DescribeSourceServers";
    private static final String UUID = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";
    private static final Map<String, Object> JOB = Map.of(
            "RegionId",
            "cn-hangzhou",
            "SourceId",
            "s-bp1a",
            "Name",
            "web-01",
            "Description",
            SpecTable.TORTURE,
            "DataDisk",
            List.of(Map.of("Index", 1, "Size", 100, "Part", List.of(Map.of("Device", "1_1", "SizeBytes", 5L << 30)))),
            "Tag",
            List.of(Map.of("Key", "迁移", "Value", "+"), Map.of("Key", "b", "Value", "c d")));

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.builder()
                .sources(new SourceSupply.Listed(List.of(
                        EmulatedSource.available("s-bp1a", "web 迁移", EmulatedDisk.data(1, 80)),
                        EmulatedSource.available("s-bp1b", "app"))))
                .build());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsTheIdOfTheJobItCreates(Vendor vendor) throws Exception {
        Map<?, ?> answer = vendor.client(emulator.endpoint()).call(CREATE, JOB);

        assertThat(answer.get("JobId")).isEqualTo(emulator.jobs().get(0).jobId());
        assertThat((String) answer.get("RequestId")).matches(UUID);
        assertThat(emulator.jobs()).singleElement().satisfies(job -> assertThat(job.parameters())
                .containsEntry("Description", SpecTable.TORTURE)
                .containsEntry("DataDisk.1.Part.1.SizeBytes", "5368709120"));
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsJobsFromTheirWrappedLists(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint());
        Object jobId = client.call(CREATE, JOB).get("JobId");

        Map<?, ?> answer = client.call(JOBS, Map.of("SourceId", List.of("s-bp1b", "s-bp1a"), "PageSize", 50));

        assertThat((String) answer.get("RequestId")).matches(UUID);
        assertThat(number(answer.get("TotalCount"))).isEqualTo(1);
        Map<?, ?> job = only(answer, "ReplicationJobs", "ReplicationJob");
        assertThat(job.get("JobId")).isEqualTo(jobId);
        assertThat(job.get("Description")).isEqualTo(SpecTable.TORTURE);
        assertThat(job.get("RunOnce")).isEqualTo(true);
        assertThat(number(job.get("Progress"))).isZero();
        Map<?, ?> disk = only(job, "DataDisks", "DataDisk");
        assertThat(number(disk.get("Size"))).isEqualTo(100);
        assertThat(number(only(disk, "Parts", "Part").get("SizeBytes"))).isEqualTo(5L << 30);
        assertThat(wrapped(job, "Tags", "Tag"))
                .extracting(tag -> tag.get("Key"), tag -> tag.get("Value"))
                .containsExactly(tuple("迁移", "+"), tuple("b", "c d"));
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsSourcesFromTheirWrappedLists(Vendor vendor) throws Exception {
        Map<?, ?> answer = vendor.client(emulator.endpoint()).call(SOURCES, Map.of("SourceId", List.of("s-bp1a")));

        assertThat((String) answer.get("RequestId")).matches(UUID);
        assertThat(number(answer.get("TotalCount"))).isEqualTo(1);
        Map<?, ?> source = only(answer, "SourceServers", "SourceServer");
        assertThat(source.get("SourceId")).isEqualTo("s-bp1a");
        assertThat(source.get("Name")).isEqualTo("web 迁移");
        assertThat(source.get("State")).isEqualTo("Available");
        assertThat(number(only(source, "DataDisks", "DataDisk").get("Index"))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isRefusedWithAWrongSecret(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint(), Key.VALID.withSecret("testsecreT"));

        assertRefused(vendor, client, CREATE, JOB, "SignatureDoesNotMatch");
        assertRefused(vendor, client, JOBS, Map.of("PageSize", 1), "SignatureDoesNotMatch");
        assertRefused(vendor, client, SOURCES, Map.of("PageSize", 1), "SignatureDoesNotMatch");
        assertThat(emulator.jobs()).isEmpty();
        assertThat(emulator.journal().total()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isRefusedWithAnUnknownKey(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint(), Key.VALID.withId("testid2"));

        assertRefused(vendor, client, CREATE, JOB, "InvalidAccessKeyId.NotFound");
        assertRefused(vendor, client, JOBS, Map.of("PageSize", 1), "InvalidAccessKeyId.NotFound");
        assertRefused(vendor, client, SOURCES, Map.of("PageSize", 1), "InvalidAccessKeyId.NotFound");
        assertThat(emulator.jobs()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SignatureVersion.class)
    void ourClientIsRefusedTheSameWay(SignatureVersion version) {
        try (SmcClient wrongSecret = OurClients.of(emulator.endpoint(), version, Key.VALID.withSecret("testsecreT"));
                SmcClient unknownKey = OurClients.of(emulator.endpoint(), version, Key.VALID.withId("testid2"))) {
            SmcAccessException secret = catchThrowableOfType(
                    SmcAccessException.class, () -> wrongSecret.call(DescribeReplicationJobsRequest.all()));
            SmcAccessException key = catchThrowableOfType(
                    SmcAccessException.class, () -> unknownKey.call(DescribeReplicationJobsRequest.all()));

            assertThat(secret.code()).isEqualTo("SignatureDoesNotMatch");
            assertThat(key.code()).isEqualTo("InvalidAccessKeyId.NotFound");
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isAcceptedWithATemporaryKeyOnlyWithItsToken(Vendor vendor) throws Exception {
        Key temporary = Key.VALID.withToken("sts/+token==");
        try (SmcEmulator strict = SmcEmulator.start(EmulatorOptions.builder()
                        .securityToken(temporary.token())
                        .build());
                SmcClient ours3 = OurClients.of(strict.endpoint(), SignatureVersion.V3, temporary);
                SmcClient ours1 = OurClients.of(strict.endpoint(), SignatureVersion.V1, temporary)) {
            Object created = vendor.client(strict.endpoint(), temporary)
                    .call(CREATE, JOB)
                    .get("JobId");

            assertRefused(vendor, vendor.client(strict.endpoint()), CREATE, JOB, "MissingSecurityToken");
            for (SmcClient ours : List.of(ours3, ours1)) {
                assertThat(ours.call(DescribeReplicationJobsRequest.all()).items())
                        .singleElement()
                        .satisfies(job -> assertThat(job.jobId()).isEqualTo(created));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsCodeAndRequestIdOfABusinessError(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint());
        client.call(CREATE, JOB);

        assertRefused(
                vendor,
                client,
                CREATE,
                Map.of("RegionId", "cn-hangzhou", "SourceId", "s-bp1a"),
                "SourceServerState.Invalid");
        assertRefused(vendor, client, CREATE, Map.of("SourceId", "s-bp1b"), "MissingRegionId");
        assertThat(emulator.jobs()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsWhyAJobCannotBeChanged(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint());
        String jobId = (String) client.call(CREATE, JOB).get("JobId");
        emulator.putJob(jobId, EmulatedStatus.RUNNING);

        Map<?, ?> renamed = client.call(MODIFY, Map.of("JobId", jobId, "Name", "web-02"));

        assertThat((String) renamed.get("RequestId")).matches(UUID);
        assertThat(emulator.jobs().get(0).name()).isEqualTo("web-02");
        assertRefused(
                vendor, client, MODIFY, Map.of("JobId", jobId, "ImageName", "img"), "ReplicationJob.InvalidStatus");
        assertRefused(vendor, client, MODIFY, Map.of("JobId", "j-0", "Name", "web-03"), "InvalidJobId.NotFound");
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void readsAThrottlingAndDoesNotCallAgain(Vendor vendor) throws Exception {
        emulator.faults().next(JOBS, FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofMillis(1500)));

        assertRefused(vendor, vendor.client(emulator.endpoint()), JOBS, Map.of("PageSize", 1), "Throttling.User");
        assertThat(emulator.journal().total()).isEqualTo(1);
    }

    @Test
    void tellsTheVendorAndOurClientHowLongToWait() throws Exception {
        FaultEffect throttle = FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofMillis(1500));
        emulator.faults().next(JOBS, throttle).next(JOBS, throttle);
        TeaClient theirs = (TeaClient) Vendor.TEA_V3.client(emulator.endpoint());
        List<String> waits = new ArrayList<>();
        theirs.onResponse((context, attributes) -> {
            waits.add(context.teaResponse().headers.get("x-acs-retry-after"));
            return context.teaResponse();
        });

        Throwable thrown = catchThrowable(() -> theirs.call(JOBS, Map.of()));

        assertThat(thrown).isInstanceOf(TeaException.class);
        assertThat(waits).containsExactly("1500");
        try (SmcClient ours = OurClients.of(emulator.endpoint(), SignatureVersion.V3)) {
            assertThatThrownBy(() -> ours.call(DescribeReplicationJobsRequest.all()))
                    .isInstanceOfSatisfying(
                            SmcThrottledException.class,
                            e -> assertThat(e.failure().retryAfter()).isEqualTo(Duration.ofMillis(1500)));
        }
    }

    @Test
    void makesTheFormerVendorClientWaitByTheFormerHeader() throws Exception {
        emulator.faults()
                .next(
                        JOBS,
                        FaultEffect.error(429, "Throttling.User", "Too many calls.")
                                .withHeader("X-RateLimit-User-API", "Limit:10,Remain:0,TimeLeft:400"));
        CoreClient client = (CoreClient) Vendor.CORE_V1.client(emulator.endpoint());
        client.retryBy(RetryPolicy.defaultRetryPolicy(true));

        Map<?, ?> answer = client.call(JOBS, Map.of("PageSize", 1));

        assertThat(number(answer.get("TotalCount"))).isZero();
        List<JournalEntry> entries = emulator.journal().entries();
        assertThat(entries).extracting(JournalEntry::status).containsExactly(429, 200);
        assertThat(Duration.between(entries.get(0).time(), entries.get(1).time()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(390));
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"TEA_V3_FORM", "TEA_V1_FORM"})
    void aFormOfTheVendorLeavesEmptyValuesOut(Vendor vendor) throws Exception {
        vendor.client(emulator.endpoint()).call(CREATE, withEmptyTag());

        assertThat(emulator.jobs()).singleElement().satisfies(job -> assertThat(job.parameters())
                .containsEntry("Tag.1.Key", "a")
                .doesNotContainKey("Tag.1.Value"));
    }

    @Test
    void theVendorsV1QueryDoesNotSignEmptyValuesAndIsTakenAllTheSame() throws Exception {
        Vendor.TEA_V1.client(emulator.endpoint()).call(CREATE, withEmptyTag());

        assertThat(emulator.jobs()).singleElement().satisfies(job -> assertThat(job.parameters())
                .containsEntry("Tag.1.Value", ""));
        emulator.putJob(emulator.jobs().get(0).jobId(), EmulatedStatus.DELETING);
        try (SmcClient ours = OurClients.of(emulator.endpoint(), SignatureVersion.V1)) {
            ReplicationJobSpec spec = ReplicationJobSpec.builder()
                    .sourceId("s-bp1b")
                    .regionId("cn-hangzhou")
                    .set(SpecField.TAG, List.of(new TagSpec("a", "")))
                    .build();
            assertThat(ours.call(new CreateReplicationJobRequest(spec, new ClientToken("t")))
                            .jobId())
                    .isEqualTo(emulator.jobs().get(1).jobId());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"TEA_V1", "CORE_V1"})
    void anEmptyValueMoreOrLessDoesNotMakeAWrongSecretRight(Vendor vendor) throws Exception {
        VendorClient client = vendor.client(emulator.endpoint(), Key.VALID.withSecret("testsecreT"));

        assertRefused(vendor, client, CREATE, withEmptyTag(), "SignatureDoesNotMatch");
    }

    @Test
    void theHeadersThatTheVendorAddsToV1DoNotDecideAnything() throws Exception {
        Map<String, String> signed = new TreeMap<>(Map.of(
                "Action", SOURCES,
                "Version", "2019-06-01",
                "AccessKeyId", "testid",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", "n1",
                "Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        signed.put("Signature", SignatureV1.sign("GET", signed, "testsecret"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(emulator.endpoint() + "/?" + SignatureV1.canonicalQuery(signed)))
                .header("x-acs-action", CREATE)
                .header("x-acs-version", "1999-01-01")
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"SourceServers\"");
        assertThat(emulator.journal().entries())
                .extracting(JournalEntry::action)
                .containsExactly(SOURCES);
    }

    private static Map<String, Object> withEmptyTag() {
        return Map.of("RegionId", "cn-hangzhou", "SourceId", "s-bp1b", "Tag", List.of(Map.of("Key", "a", "Value", "")));
    }

    private static void assertRefused(
            Vendor vendor, VendorClient client, String action, Map<String, ?> request, String code) {
        Throwable thrown = catchThrowable(() -> client.call(action, request));

        assertThat(thrown).isInstanceOf(vendor.exceptionClass());
        assertThat(Vendor.codeOf(thrown)).isEqualTo(code);
        assertThat(Vendor.requestIdOf(thrown)).matches(UUID);
    }

    private static Map<?, ?> only(Map<?, ?> from, String outer, String inner) {
        List<Map<?, ?>> items = wrapped(from, outer, inner);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<Map<?, ?>> wrapped(Map<?, ?> from, String outer, String inner) {
        List<Map<?, ?>> items = new ArrayList<>();
        for (Object item : (List<?>) ((Map<?, ?>) from.get(outer)).get(inner)) {
            items.add((Map<?, ?>) item);
        }
        return items;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
