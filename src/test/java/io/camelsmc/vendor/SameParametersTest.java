package io.camelsmc.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ModifyReplicationJobAttributeRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.job.JobDifference;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.PartitionSpec;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our client and the vendor's put the same parameters on the wire. */
class SameParametersTest {

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "SignatureMethod",
            "SignatureVersion",
            "SignatureNonce",
            "Timestamp");

    private static final Map<Vendor, VendorClient> VENDORS = new EnumMap<>(Vendor.class);
    private static SmcEmulator emulator;
    private static SmcClient v1;
    private static SmcClient v3;
    private static int tokens;

    @BeforeAll
    static void start() throws Exception {
        emulator = SmcEmulator.start();
        for (Vendor vendor : Vendor.values()) {
            VENDORS.put(vendor, vendor.client(emulator.endpoint()));
        }
        v1 = OurClients.of(emulator.endpoint(), SignatureVersion.V1);
        v3 = OurClients.of(emulator.endpoint(), SignatureVersion.V3);
    }

    @AfterAll
    static void stop() {
        v1.close();
        v3.close();
        emulator.close();
    }

    @AfterEach
    void freeSourceAndName() {
        for (EmulatedJob job : emulator.jobs()) {
            if (job.status() != EmulatedStatus.DELETING) {
                emulator.putJob(job.jobId(), EmulatedStatus.DELETING);
            }
        }
        emulator.journal().clear();
    }

    static Stream<Arguments> acceptedCases() {
        return pairs().filter(pair -> ((SpecCase) pair.get()[1]).isAccepted());
    }

    static Stream<Arguments> refusedCases() {
        return pairs().filter(pair -> !((SpecCase) pair.get()[1]).isAccepted());
    }

    private static Stream<Arguments> pairs() {
        return Arrays.stream(Vendor.values()).flatMap(vendor -> SpecTable.all().stream()
                .filter(line -> vendor.carriesEmptyValues() || !line.hasEmptyValue())
                .map(line -> Arguments.of(vendor, line)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("acceptedCases")
    void isTakenForARepeatOfWhatTheVendorSent(Vendor vendor, SpecCase line) throws Exception {
        ClientToken token = tokenOf(line);
        Map<String, Object> request = line.vendorRequest();
        request.put("ClientToken", token.value());

        Object created =
                VENDORS.get(vendor).call("CreateReplicationJob", request).get("JobId");
        String again3 =
                v3.call(new CreateReplicationJobRequest(line.spec(), token)).jobId();
        String again1 =
                v1.call(new CreateReplicationJobRequest(line.spec(), token)).jobId();

        assertThat(List.of(again3, again1)).containsOnly((String) created);
        assertThat(emulator.journal().entries()).extracting(JournalEntry::code).containsOnlyNulls();
        assertAllSaidTheSame(3);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusedCases")
    void isRefusedForTheSameReasonAsTheVendor(Vendor vendor, SpecCase line) {
        ClientToken token = tokenOf(line);
        Map<String, Object> request = line.vendorRequest();
        request.put("ClientToken", token.value());

        Throwable theirs = catchThrowable(() -> VENDORS.get(vendor).call("CreateReplicationJob", request));
        Throwable ours3 = catchThrowable(() -> v3.call(new CreateReplicationJobRequest(line.spec(), token)));
        Throwable ours1 = catchThrowable(() -> v1.call(new CreateReplicationJobRequest(line.spec(), token)));

        assertThat(Vendor.codeOf(theirs)).isEqualTo(line.refusal());
        assertThat(((SmcException) ours3).code()).isEqualTo(line.refusal());
        assertThat(((SmcException) ours1).code()).isEqualTo(line.refusal());
        assertAllSaidTheSame(3);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void changesAJobInTheSameWords(Vendor vendor) throws Exception {
        String jobId = v3.call(new CreateReplicationJobRequest(
                        line("what a job needs at least").spec(), new ClientToken("m" + ++tokens)))
                .jobId();
        emulator.journal().clear();
        ReplicationJobSpec changes = ReplicationJobSpec.builder()
                .name("迁移-2")
                .set(SpecField.DESCRIPTION, SpecTable.TORTURE)
                .set(SpecField.SYSTEM_DISK_SIZE, 100)
                .set(SpecField.SYSTEM_DISK_PART, List.of(new PartitionSpec("0_1", 1L << 30, false)))
                .set(
                        SpecField.DATA_DISK,
                        List.of(
                                new DataDiskSpec(2, 50, List.of()),
                                new DataDiskSpec(1, 60, List.of(new PartitionSpec("1_1", 5L << 30, true)))))
                .set(SpecField.FREQUENCY, 12)
                .set(SpecField.VALID_TIME, Instant.now().plus(Duration.ofDays(20)))
                .set(SpecField.REPLICATION_PARAMETERS, "{\"bandwidth_limit\":0,\"checksum\":true}")
                .build();
        Map<String, Object> request = VendorRequest.of(changes);
        request.put("JobId", jobId);

        Map<?, ?> theirs = VENDORS.get(vendor).call("ModifyReplicationJobAttribute", request);
        ModifyReplicationJobAttributeRequest ours = new ModifyReplicationJobAttributeRequest(jobId, changes);
        String answer3 = v3.call(ours).requestId();
        String answer1 = v1.call(ours).requestId();

        assertThat(List.of(String.valueOf(theirs.get("RequestId")), answer3, answer1))
                .allSatisfy(id -> assertThat(id).isNotEmpty())
                .doesNotHaveDuplicates();
        assertThat(emulator.journal().entries()).extracting(JournalEntry::code).containsOnlyNulls();
        assertAllSaidTheSame(3);
        assertThat(v3.call(DescribeReplicationJobsRequest.all().withJobIds(List.of(jobId)))
                        .items())
                .singleElement()
                .satisfies(job -> assertThat(JobDifference.between(changes, job.attributes()))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void asksForJobsInTheSameWords(Vendor vendor) throws Exception {
        List<TagSpec> tags = List.of(new TagSpec("a b", "+迁移"), new TagSpec("k", "~*"));
        DescribeReplicationJobsRequest request = new DescribeReplicationJobsRequest(
                "cn-hangzhou",
                "迁移-1",
                "Running",
                "Syncing",
                0,
                "rg-1",
                List.of("s-2", "s-1"),
                List.of("j-1"),
                List.of("i-1", "i-2"),
                tags,
                2,
                7);

        VENDORS.get(vendor)
                .call(
                        "DescribeReplicationJobs",
                        Map.ofEntries(
                                Map.entry("RegionId", "cn-hangzhou"),
                                Map.entry("Name", "迁移-1"),
                                Map.entry("Status", "Running"),
                                Map.entry("BusinessStatus", "Syncing"),
                                Map.entry("JobType", 0),
                                Map.entry("ResourceGroupId", "rg-1"),
                                Map.entry("SourceId", List.of("s-2", "s-1")),
                                Map.entry("JobId", List.of("j-1")),
                                Map.entry("InstanceId", List.of("i-1", "i-2")),
                                Map.entry("Tag", VendorRequest.tags(tags)),
                                Map.entry("PageNumber", 2),
                                Map.entry("PageSize", 7)));
        v3.call(request);
        v1.call(request);

        assertAllSaidTheSame(3);
        assertThat(emulator.journal().entries())
                .extracting(JournalEntry::status)
                .containsOnly(200);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void asksForSourcesInTheSameWords(Vendor vendor) throws Exception {
        List<TagSpec> tags = List.of(new TagSpec("迁移", "a+b"));
        DescribeSourceServersRequest request = new DescribeSourceServersRequest(
                List.of("s-2", "s-1"),
                "j-1",
                "web 01",
                "Available",
                List.of("Not_Related", "Server"),
                "wg-1",
                "rg-1",
                tags,
                1,
                50);

        VENDORS.get(vendor)
                .call(
                        "DescribeSourceServers",
                        Map.ofEntries(
                                Map.entry("SourceId", List.of("s-2", "s-1")),
                                Map.entry("JobId", "j-1"),
                                Map.entry("Name", "web 01"),
                                Map.entry("State", "Available"),
                                Map.entry("RelatedJobType", List.of("Not_Related", "Server")),
                                Map.entry("WorkgroupId", "wg-1"),
                                Map.entry("ResourceGroupId", "rg-1"),
                                Map.entry("Tag", VendorRequest.tags(tags)),
                                Map.entry("PageNumber", 1),
                                Map.entry("PageSize", 50)));
        v3.call(request);
        v1.call(request);

        assertAllSaidTheSame(3);
        assertThat(emulator.journal().entries())
                .extracting(JournalEntry::status)
                .containsOnly(200);
    }

    @Test
    void flattensWithTheVendorsHelperIntoTheKeysOfTheDocuments() throws Exception {
        SpecCase layout = line("a layout of system and data disks");
        SpecCase nested = line("nested partitions");

        Map<String, String> theirLayout = com.aliyun.openapiutil.Client.query(layout.vendorRequest());
        Map<String, String> theirNested = com.aliyun.openapiutil.Client.query(nested.vendorRequest());

        assertThat(theirLayout)
                .containsEntry("Disks.System.LVM", "true")
                .containsEntry("Disks.System.Part.2.Path", "/var/lib/数据 1")
                .containsEntry("Disks.Data.1.DiskId", "d-bp1a")
                .containsEntry("Disks.Data.1.Part.1.SizeBytes", "1073741824");
        assertThat(theirNested)
                .containsEntry("DataDisk.1.Index", "2")
                .containsEntry("DataDisk.1.Part.2.Device", "2_2")
                .containsEntry("DataDisk.2.Part.1.SizeBytes", "35184372088832");
    }

    @Test
    void triesEveryParameterThatASpecCanName() {
        Set<String> tried = new TreeSet<>(Set.of("ClientToken"));
        SpecTable.all().stream()
                .filter(SpecCase::isAccepted)
                .flatMap(line -> CanonicalParameters.of(line.spec()).keySet().stream())
                .map(name -> name.replaceAll("\\..*", ""))
                .forEach(tried::add);

        assertThat(Arrays.stream(SpecField.values())
                        .filter(SpecField::isApiParameter)
                        .map(SpecField::wireName))
                .isSubsetOf(tried);
    }

    @Test
    void triesARequestThatOurClientMovesFromTheQueryToAForm() {
        SortedMap<String, String> parameters =
                CanonicalParameters.of(line("more than a query should hold").spec());

        int encoded = 0;
        for (Map.Entry<String, String> pair : parameters.entrySet()) {
            encoded += pair.getKey().length()
                    + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8).length();
        }

        assertThat(encoded).isGreaterThan(6 * 1024);
    }

    private static SpecCase line(String title) {
        return SpecTable.all().stream()
                .filter(line -> line.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static ClientToken tokenOf(SpecCase line) {
        String given = line.spec().clientToken() == null ? "token" : line.spec().clientToken();
        return new ClientToken(given + ++tokens);
    }

    /** Of calls to the same operation, the one of the vendor first. */
    private static void assertAllSaidTheSame(int calls) {
        List<JournalEntry> entries = emulator.journal().entries();
        assertThat(entries).hasSize(calls);
        assertThat(entries)
                .extracting(JournalEntry::action)
                .containsOnly(entries.get(0).action());
        SortedMap<String, String> theirs = business(entries.get(0));
        assertThat(theirs).hasSizeGreaterThan(2);
        assertThat(entries.subList(1, calls))
                .allSatisfy(ours -> assertThat(business(ours)).isEqualTo(theirs));
    }

    private static SortedMap<String, String> business(JournalEntry entry) {
        SortedMap<String, String> business = new TreeMap<>(entry.parameters());
        business.keySet().removeAll(COMMON);
        return business;
    }
}
