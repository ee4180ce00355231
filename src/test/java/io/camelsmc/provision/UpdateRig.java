package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camelsmc.client.SmcConflictException;
import io.camelsmc.emulator.EmulatedJob;
import io.camelsmc.emulator.JournalEntry;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One job that was made, and the calls that change it. */
abstract class UpdateRig {

    static final String MODIFY = "ModifyReplicationJobAttribute";
    static final ReplicationJobSpec SPEC = Bench.spec("s-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path state;

    Bench bench;

    @BeforeEach
    void start() {
        bench = Bench.on(state);
        assertThat(bench.provision(SPEC)).isEqualTo("created");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    ReplicationJobSpec with(SpecField field, @Nullable Object value) {
        return SPEC.toBuilder().set(field, value).build();
    }

    SmcConflictException conflict(ReplicationJobSpec spec) {
        return catchThrowableOfType(SmcConflictException.class, () -> bench.provisioner.update(spec));
    }

    EmulatedJob job() {
        return bench.jobs().get(0);
    }

    List<JournalEntry> modifies() {
        return bench.emulator.journal().entries(MODIFY);
    }

    /** The journal holds the row as it is now, and a further run asks nothing of the service. */
    void assertSettled(ReplicationJobSpec spec) {
        ReplicationJobSpec sent =
                spec.toBuilder().set(SpecField.NAME, bench.record(spec).name()).build();
        assertThat(bench.record(spec).digest()).isEqualTo(CanonicalParameters.digest(sent));
        long calls = bench.emulator.journal().total();
        assertThat(bench.provision(spec)).isEqualTo("unchanged");
        assertThat(bench.emulator.journal().total()).isEqualTo(calls);
    }

    static Map<String, String> business(JournalEntry call) {
        Map<String, String> business = new java.util.TreeMap<>(call.parameters());
        business.keySet()
                .removeIf(name -> List.of("Action", "Version", "Format").contains(name));
        return business;
    }
}
