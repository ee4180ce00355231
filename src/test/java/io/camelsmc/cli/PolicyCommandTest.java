package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.cli.view.RamPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

    private static final String HEADER = "source_id,name,wave,region,target_type,image_name,system_disk_size,enabled\n";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter err = new StringWriter();

    @Test
    void readingAloneGrantsNoWrite() throws IOException {
        assertThat(actions(policy("--read-only")))
                .containsExactly("smc:DescribeReplicationJobs", "smc:DescribeSourceServers");
        assertThat(actions(policy("--with-update")))
                .contains("smc:CreateReplicationJob", "smc:ModifyReplicationJobAttribute");
    }

    @Test
    void grantsJobsForTheSourcesOfTheWaveAlone() throws IOException {
        String wave = wave("s-bp1b,web-b,w,cn-hangzhou,Image,b,80,\ns-bp1a,web-a,w,cn-hangzhou,Image,a,80,\n"
                + "s-bp1c,web-c,w,cn-hangzhou,Image,c,80,false\n");

        JsonNode policy = policy("--account-id", "123", "--region", "cn-hangzhou", wave);

        assertThat(policy.path("Version").asText()).isEqualTo("1");
        assertThat(resources(policy, "smc:CreateReplicationJob"))
                .containsExactly(
                        "acs:smc:cn-hangzhou:123:replicationjob/*",
                        "acs:smc:cn-hangzhou:123:sourceserver/s-bp1a",
                        "acs:smc:cn-hangzhou:123:sourceserver/s-bp1b");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void fallsBackToAllSourcesWhenRamWouldNotTakeThePolicyAndSaysSo() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int n = 0; n < 200; n++) {
            rows.append("s-bp1k4wd9x0tq7mz2")
                    .append(n)
                    .append(",web-")
                    .append(n)
                    .append(",w,cn-hangzhou,Image,i,80,\n");
        }

        JsonNode policy = policy(wave(rows.toString()));

        assertThat(policy.toPrettyString()).hasSizeLessThan(RamPolicy.MAX_LENGTH);
        assertThat(resources(policy, "smc:CreateReplicationJob")).contains("acs:smc:*:*:sourceserver/*");
        assertThat(err.toString()).contains("200 sources", "6144", "all sources");
    }

    @Test
    void sourceThatWouldGrantMoreThanItSaysIsNotedAndNotCopied() throws IOException {
        JsonNode policy = policy(wave("s-*,web-a,w,cn-hangzhou,Image,a,80,\n"));

        assertThat(resources(policy, "smc:CreateReplicationJob")).contains("acs:smc:*:*:sourceserver/*");
        assertThat(err.toString()).contains("1 row names no source by its id", "wave.csv:2");
    }

    private String wave(String rows) throws IOException {
        return Files.writeString(folder.resolve("wave.csv"), HEADER + rows).toString();
    }

    private JsonNode policy(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(arguments));

        assertThat(commandLine.execute(all.toArray(String[]::new)))
                .as(err.toString())
                .isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private static List<String> actions(JsonNode policy) {
        return policy.path("Statement").findValues("Action").stream()
                .map(action -> action.path(0).asText())
                .toList();
    }

    private static List<String> resources(JsonNode policy, String action) {
        List<String> resources = new ArrayList<>();
        for (JsonNode statement : policy.path("Statement")) {
            if (statement.path("Action").path(0).asText().equals(action)) {
                statement.path("Resource").forEach(resource -> resources.add(resource.asText()));
            }
        }
        return resources;
    }
}
