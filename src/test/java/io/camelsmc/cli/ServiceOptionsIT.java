package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.exit.ExitCode;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.EmulatedStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options of the commands that ask the service and make nothing: {@code plan, drift, adopt, state rebuild, export}. */
class ServiceOptionsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What the sheet leaves open. */
    private static final String ASKED =
            " --endpoint ENDPOINT --account-id 77 --region cn-beijing --defaults values.yaml --allow-erase";

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void start() {
        trial = new Trial(folder);
        trial.write(
                "wave.csv",
                Trial.HEADER,
                Trial.source(1) + ",web-1,wave-01,,Image,web-1,,,app=shop\n",
                Trial.source(2) + ",web-2,wave-01,,TargetInstance,,i-bp1f1dvfto1sigz5n2,,\n",
                Trial.source(3) + ",db-3,wave-01,,Image,db-3,,,\n");
        trial.write("values.yaml", "global: {systemDiskSize: 91}\n");
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    @Tries(
            value = "plan",
            options = {
                "--endpoint",
                "--state",
                "--account-id",
                "--region",
                "--defaults",
                "--allow-erase",
                "--target",
                "--exclude",
                "--json",
                "--out",
                "--show-requests",
                "--detailed-exitcode",
                "--offline",
                "--profile",
                "--job-quota",
                "--running-quota"
            },
            ends = {ExitCode.OK, ExitCode.CHANGES_PENDING, ExitCode.INCOMPLETE, ExitCode.CANNOT_RUN})
    void planTakesItsOptions() throws IOException {
        trial.smc("apply --auto-approve --rate 0 --state s --target db-3" + ASKED + " wave.csv")
                .exits(0);
        trial.emulator().journal().clear();
        Instant soon = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        trial.write("soon.yaml", "global: {systemDiskSize: 91, scheduledStartTime: '" + soon + "'}\n");

        SmcProcess.Ended json = trial.smc(
                        "plan --state s --json --out plan.json --show-requests --detailed-exitcode --profile 2025"
                                + ASKED + " wave.csv")
                .exits(2);
        int asked = trial.emulator().journal().entries().size();
        List<SmcProcess.Ended> more = trial.smc(List.of(
                "plan --state s --offline --show-requests --target web-* --exclude web-2" + ASKED + " wave.csv",
                "plan --state s --job-quota 2 --running-quota 0"
                        + ASKED.replace("values.yaml", "soon.yaml")
                        + " wave.csv",
                "plan --state s --endpoint ENDPOINT --account-id 78 wave.csv"));

        JsonNode plan = JSON.readTree(json.out());
        assertThat(plan.path("account").asText()).isEqualTo("account:77");
        assertThat(plan.path("counts").path("create").asInt()).isEqualTo(2);
        assertThat(plan.path("counts").path("unchanged").asInt()).as("--state").isEqualTo(1);
        JsonNode request = plan.path("changes").get(0).path("request");
        assertThat(request.path("RegionId").asText()).isEqualTo("cn-beijing");
        assertThat(request.path("SystemDiskSize").asText()).isEqualTo("91");
        assertThat(JSON.readTree(trial.read("plan.json"))).isEqualTo(plan);
        assertThat(asked).isPositive();
        assertThat(more.get(0).exits(0).out())
                .contains("Plan: 1 row", "RegionId = cn-beijing", "Name = web-1")
                .doesNotContain("web-2");
        assertThat(more.get(1).exits(4).out()).contains("blocked         1", "--job-quota", "--running-quota");
        assertThat(more.get(2).exits(1).err()).contains("belongs to account:77");
    }

    @Test
    @Tries(
            value = "drift",
            options = {
                "--endpoint",
                "--state",
                "--account-id",
                "--region",
                "--defaults",
                "--allow-erase",
                "--json",
                "--detailed-exitcode",
                "--ignore-unknown"
            },
            ends = {ExitCode.OK, ExitCode.CHANGES_PENDING, ExitCode.CANNOT_RUN})
    void driftTakesItsOptions() throws IOException {
        trial.smc("apply --auto-approve --rate 0 --state s" + ASKED + " wave.csv")
                .exits(0);
        String unknown =
                trial.emulator().createJob(job(4, "stranger", "cn-beijing")).jobId();
        trial.write("other.csv", Trial.HEADER, Trial.image(1, 80));

        List<SmcProcess.Ended> ended = trial.smc(List.of(
                "drift --endpoint ENDPOINT --account-id 77 --state s --json --detailed-exitcode",
                "drift --endpoint ENDPOINT --account-id 77 --state s --ignore-unknown --detailed-exitcode",
                "drift --endpoint ENDPOINT --account-id 78 --state s"));
        List<SmcProcess.Ended> some = trial.smc(List.of(
                "drift --state s --json" + ASKED + " other.csv",
                "drift --endpoint ENDPOINT --account-id 77 --state s --defaults none.yaml other.csv"));

        JsonNode all = JSON.readTree(ended.get(0).exits(2).out());
        assertThat(all.path("counts").path("equal").asInt()).isEqualTo(3);
        assertThat(all.path("unknown").toString()).contains(unknown);
        assertThat(ended.get(1).exits(0).out()).doesNotContain(unknown);
        assertThat(ended.get(2).exits(1).err()).contains("belongs to account:77");
        assertThat(JSON.readTree(some.get(0).exits(0).out()).path("jobs")).hasSize(1);
        assertThat(some.get(1).exits(1).err()).contains("none.yaml");
    }

    @Test
    @Tries(
            value = {"adopt", "state rebuild"},
            options = {
                "--endpoint",
                "--state",
                "--account-id",
                "--region",
                "--defaults",
                "--allow-erase",
                "--auto-approve",
                "--profile",
                "--json"
            },
            ends = {ExitCode.OK, ExitCode.CANNOT_RUN, ExitCode.USAGE})
    @Tries(value = "adopt", ends = ExitCode.ROWS_FAILED)
    @Tries(value = "state rebuild", options = "--from")
    void takeOversTakeTheirOptions() throws IOException {
        trial.smc("apply --auto-approve --rate 0 --state s" + ASKED + " wave.csv")
                .exits(0);
        trial.write("fewer.csv", trial.read("wave.csv").replaceFirst("(?s)s-bp1k4wd9x0tq7mz20003.*", ""));
        String less = ASKED.replace(" --allow-erase", "");

        List<SmcProcess.Ended> ended = trial.smc(List.of(
                "adopt --state a --auto-approve --json --profile 2025" + ASKED + " fewer.csv",
                "state rebuild --state r --auto-approve --json --profile 2025" + ASKED + " --from fewer.csv",
                "adopt --state b --auto-approve --json" + less + " fewer.csv",
                "adopt --state c" + ASKED + " fewer.csv",
                "state rebuild --state d" + ASKED + " --from fewer.csv"));
        List<SmcProcess.Ended> again = trial.smc(List.of(
                "adopt --endpoint ENDPOINT --account-id 78 --state a --auto-approve fewer.csv",
                "state rebuild --endpoint ENDPOINT --account-id 77 --state r --auto-approve",
                "state list --state r",
                "state list --state a"));

        JsonNode adopted = JSON.readTree(ended.get(0).exits(0).out());
        assertThat(adopted.path("account").asText()).isEqualTo("account:77");
        assertThat(adopted.path("adopted")).hasSize(2);
        JsonNode rebuilt = JSON.readTree(ended.get(1).exits(0).out());
        assertThat(rebuilt.path("account").asText()).isEqualTo("account:77");
        assertThat(rebuilt.path("counts").path("by-row").asInt()).as("--from").isEqualTo(2);
        assertThat(JSON.readTree(ended.get(2).exits(3).out()).path("adopted"))
                .as("without --allow-erase")
                .hasSize(1);
        assertThat(ended.get(3).exits(64).err()).contains("nothing was taken over");
        assertThat(ended.get(4).exits(64).err()).contains("nothing was written");
        assertThat(again.get(0).exits(1).err()).contains("account:77");
        assertThat(again.get(1).exits(1).err()).contains("is sound and holds 3 records");
        assertThat(again.get(2).exits(0).out()).contains("wave-01/web-1", "wave-01/web-2", "-/db-3", "cn-beijing");
        assertThat(again.get(3).exits(0).out())
                .contains("wave-01/web-1", "wave-01/web-2")
                .doesNotContain("db-3");
        assertThat(trial.created()).hasSize(3);
    }

    @Test
    @Tries(
            value = "adopt",
            options = {"--name-prefix", "--tag", "--job-id", "--yes"},
            ends = ExitCode.OK)
    @Tries(value = "state rebuild", options = "--yes", ends = ExitCode.ROWS_FAILED)
    @Tries(
            value = "export",
            options = {
                "--from-service",
                "--name-prefix",
                "--tag",
                "--status",
                "--region",
                "--endpoint",
                "--state",
                "--account-id",
                "--allow-erase",
                "--out",
                "--resolve",
                "--defaults"
            })
    void picksJobsOfTheAccount() {
        trial.smc("apply --auto-approve --rate 0 --state s" + ASKED + " wave.csv")
                .exits(0);
        EmulatedJob far = trial.emulator().createJob(job(4, "web-4", "cn-hangzhou"));
        trial.emulator().putJob(far.jobId(), EmulatedStatus.FINISHED);
        trial.emulator().settings().on(io.camelsmc.emulator.Quirk.SEVERAL_JOBS_PER_SOURCE);
        trial.emulator().createJob(job(1, "twin", "cn-beijing"));
        String from = "export --from-service --endpoint ENDPOINT --account-id 77 --state s ";

        List<SmcProcess.Ended> picked = trial.smc(List.of(
                "adopt --endpoint ENDPOINT --account-id 77 --state a --yes --name-prefix db-",
                "adopt --endpoint ENDPOINT --account-id 77 --state b --yes --tag app=shop",
                "adopt --endpoint ENDPOINT --account-id 77 --state c --yes --job-id " + far.jobId(),
                "state rebuild --endpoint ENDPOINT --account-id 77 --state d --yes"));
        List<SmcProcess.Ended> exported = trial.smc(List.of(
                from + "--name-prefix db- --allow-erase",
                from + "--tag app=shop",
                from + "--status Finished",
                from + "--region cn-hangzhou --out jobs.csv",
                "export --resolve --region cn-beijing --defaults values.yaml wave.csv",
                from.replace("77", "78")));

        assertThat(picked.get(0).exits(0).out()).contains("db-3").doesNotContain("web-");
        assertThat(picked.get(1).code())
                .as("of two jobs of a source none is taken")
                .isEqualTo(3);
        assertThat(picked.get(1).out()).contains("web-1").doesNotContain("db-3");
        assertThat(picked.get(2).exits(0).out()).contains("web-4").doesNotContain("db-3");
        assertThat(picked.get(3).exits(3).out()).contains("quarantined", "twin");
        assertThat(exported.get(0).exits(0).out()).contains("db-3", ",91").doesNotContain("web-");
        assertThat(exported.get(1).exits(0).out()).contains("web-1", "app=shop").doesNotContain("db-3");
        assertThat(exported.get(2).exits(0).out()).contains("web-4", "Finished").doesNotContain("db-3");
        assertThat(exported.get(3).exits(0).out()).isEmpty();
        assertThat(trial.read("jobs.csv")).contains("web-4", far.jobId()).doesNotContain("cn-beijing");
        assertThat(exported.get(4).exits(0).out()).contains("cn-beijing", "91", "web-1", "db-3");
        assertThat(exported.get(5).exits(1).err()).contains("account:77");
    }

    private static Map<String, String> job(int n, String name, String region) {
        return new TreeMap<>(Map.of(
                "RegionId",
                region,
                "SourceId",
                Trial.source(n),
                "Name",
                name,
                "TargetType",
                "Image",
                "ImageName",
                name,
                "SystemDiskSize",
                "91"));
    }
}
