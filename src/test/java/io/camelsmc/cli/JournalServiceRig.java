package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.emulator.EmulatorOptions;
import io.camelsmc.emulator.SmcEmulator;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A wave, a journal of it and an emulator, all of which a test may lose or change behind the back of the others. */
abstract class JournalServiceRig {

    static final ObjectMapper JSON = new ObjectMapper();
    static final int ROWS = 60;

    @TempDir
    Path folder = Path.of("");

    final SmcEmulator emulator;
    String state = "";

    JournalServiceRig() throws IOException {
        emulator = SmcEmulator.start(EmulatorOptions.defaults());
    }

    @BeforeEach
    void writeTheWave() throws IOException {
        state = folder.resolve("state").toString();
        Files.writeString(folder.resolve("wave.csv"), sheet(0, ROWS));
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    List<JobRecord> records() {
        try (StateView view = Journals.openReadOnly(state)) {
            return view.list();
        }
    }

    String list() {
        return CliRun.of("state", "list", "--state", state).exits(0).out();
    }

    void apply(String outcome, int expected) throws IOException {
        CliRun run =
                smc("apply", "--auto-approve", "--rate", "0", "--json", wave()).exits(0);
        assertThat(JSON.readTree(run.out()).path(outcome).asInt()).isEqualTo(expected);
    }

    CliRun smc(String... arguments) {
        return CliRun.of(arguments(arguments));
    }

    String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint", emulator.endpoint().toString(), "--state", state));
        return all.toArray(String[]::new);
    }

    long creates() {
        return emulator.journal().entries("CreateReplicationJob").size();
    }

    String wave() {
        return folder.resolve("wave.csv").toString();
    }

    static Map<String, String> parameters(int n, String name) {
        return new TreeMap<>(Map.of(
                "RegionId",
                "cn-hangzhou",
                "SourceId",
                source(n),
                "Name",
                name,
                "TargetType",
                "Image",
                "ImageName",
                "image-" + name.substring(name.length() - 3),
                "SystemDiskSize",
                "80"));
    }

    static String sheet(int from, int to) {
        StringBuilder sheet = new StringBuilder("source_id,name,wave,region,target_type,image_name,system_disk_size\n");
        for (int n = from; n < to; n++) {
            sheet.append(String.format("%s,web-%03d,wave-01,cn-hangzhou,Image,image-%03d,80\n", source(n), n, n));
        }
        return sheet.toString();
    }

    static String source(int n) {
        return String.format("s-bp1k4wd9x0tq7mz2%04d", n);
    }
}
