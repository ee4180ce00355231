package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.emulator.SmcEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a wave means does not depend on the machine: its language (letters, digits), its time zone, its encoding. Names, the
 * token, and times are the same to the last byte, so that a rerun elsewhere finds what was made.
 */
class ForeignMachineIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROWS =
            """
            source_id,name,region,target_type,image_name,system_disk_size,scheduled_start_time,description
            s-bp1k4wd9x0tq7mz2ncy1,shop-web-01,cn-hangzhou,IMAGE,shop-web-01,40,DAY,Größe 40 İı 订单
            """;
    private static final String SHEET = "订单.csv";

    @TempDir
    private Path folder = Path.of("");

    private final SmcEmulator emulator;

    ForeignMachineIT() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private SmcProcess process(String state, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(SHEET, "--endpoint", emulator.endpoint().toString(), "--state", state));
        return new SmcProcess(folder, all.toArray(String[]::new))
                .with("ALIBABA_CLOUD_ACCESS_KEY_ID", "testid")
                .with("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "testsecret");
    }

    private static SmcProcess foreign(SmcProcess process) {
        return process.with("TZ", "Asia/Kathmandu")
                .with("LC_ALL", "C")
                .withJavaOptions("-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab"
                        + " -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-1");
    }

    private static SmcProcess turkish(SmcProcess process) {
        return process.withJavaOptions("-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Kiritimati");
    }

    private Map<String, String> created() {
        List<JournalEntry> creates = emulator.journal().entries("CreateReplicationJob");
        assertThat(creates).hasSize(1);
        Map<String, String> parameters = new TreeMap<>(creates.get(0).parameters());
        parameters.keySet().removeAll(List.of("Signature", "SignatureNonce", "Timestamp"));
        return parameters;
    }

    @Test
    void sendsTheSameRequestFromEveryMachineAndFindsTheJobAgain() throws IOException {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(3) + "T01:30:00Z";
        Files.writeString(folder.resolve(SHEET), ROWS.replace("DAY", day));
        String[] apply = {"apply", "--auto-approve", "--json"};
        turkish(process("turkish", apply)).run().exits(0);
        Map<String, String> request = created();

        String planned = foreign(process("turkish", "plan", "--detailed-exitcode"))
                .run()
                .exits(0)
                .out();
        String shown = foreign(process("none", "plan", "--json", "--show-requests"))
                .run()
                .exits(0)
                .out();
        JsonNode adopted =
                JSON.readTree(foreign(process("none", apply)).run().exits(0).out());

        assertThat(request)
                .containsEntry("ScheduledStartTime", day)
                .containsEntry("SystemDiskSize", "40")
                .containsEntry("Description", "Größe 40 İı 订单");
        assertThat(planned).contains("unchanged       1");
        assertThat(shown).contains("Größe 40 İı 订单", SHEET);
        assertThat(adopted.path("adopted").asInt()).isEqualTo(1);
        assertThat(created()).isEqualTo(request);
    }
}
