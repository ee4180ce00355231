package io.camelsmc.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.JobDifference;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The way back from a canonical request to a spec. */
class ParametersReaderTest {

    @Property(tries = 200)
    void parametersGiveTheSpecBackAndThatTheSameParameters(@ForAll("specs") ReplicationJobSpec spec) {
        ReplicationJobSpec back = CanonicalParameters.spec(CanonicalParameters.of(spec));

        assertThat(CanonicalParameters.of(back)).isEqualTo(CanonicalParameters.of(spec));
        assertThat(JobDifference.between(spec, back)).isEmpty();
        assertThat(JobDifference.between(back, spec)).isEmpty();
    }

    @Provide
    Arbitrary<ReplicationJobSpec> specs() {
        return SpecArbitraries.valid(java.time.Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void leavesOutWhatIsNoValueOfItsFieldAndKeepsWhatNoFieldHas() {
        ReplicationJobSpec spec = CanonicalParameters.spec(new TreeMap<>(Map.of(
                "SystemDiskSize",
                "much",
                "RunOnce",
                "perhaps",
                "ValidTime",
                "soon",
                "DataDisk.x.Size",
                "1",
                "New.1",
                "kept")));

        assertThat(spec.has(SpecField.SYSTEM_DISK_SIZE)).isFalse();
        assertThat(spec.runOnce()).isNull();
        assertThat(spec.validTime()).isNull();
        assertThat(spec.dataDisks()).isEmpty();
        assertThat(spec.extra()).containsExactly(Map.entry("New.1", "kept"));
    }
}
