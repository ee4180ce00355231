package io.camelsmc.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerbMatrixTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            status,    start,   stop,    cut over, delete,  extend
            Ready,     do,      already, wait,     do,      do
            Running,   already, do,      wait,     refuse,  do
            Stopped,   do,      already, refuse,   do,      do
            InError,   do,      already, refuse,   do,      do
            Waiting,   already, refuse,  do,       do,      do
            Finished,  refuse,  already, already,  do,      refuse
            Expired,   refuse,  already, refuse,   do,      refuse
            Deleting,  refuse,  already, refuse,   already, refuse
            Strange,   refuse,  refuse,  refuse,   refuse,  refuse
            """)
    void saysWhatMayBeDoneInWhichStatus(
            String status, String start, String stop, String cutOver, String delete, String extend) {
        ObservedJob job = job(status, status.equals("Running") ? "Syncing" : null, false);

        assertThat(Arrays.stream(Verb.values())
                        .map(verb -> VerbMatrix.of(verb, job).kind().label()))
                .containsExactly(start, stop, cutOver, delete, extend);
    }

    @ParameterizedTest
    @EnumSource(value = BusinessStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "SYNCING")
    void stopsAJobOnlyWhileItSynchronises(BusinessStatus phase) {
        Verdict verdict = VerbMatrix.of(Verb.STOP, job("Running", phase.label(), false));

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.WAIT);
        assertThat(verdict.text()).contains(phase.label());
    }

    @Test
    void cutsNoJobOverThatMigratesOnce() {
        assertThat(VerbMatrix.of(Verb.CUT_OVER, job("Running", "Syncing", true)).text())
                .contains("finishes by itself");
        assertThat(VerbMatrix.of(Verb.CUT_OVER, job("Finished", null, true)).kind())
                .isEqualTo(Verdict.Kind.ALREADY);
    }

    @ParameterizedTest
    @EnumSource(JobStatus.class)
    void everyVerdictThatDoesNothingSaysWhatToDoInstead(JobStatus status) {
        for (Verb verb : Verb.values()) {
            Verdict verdict = VerbMatrix.of(verb, status);

            assertThat(verdict.reason()).isNotBlank();
            if (verdict.is(Verdict.Kind.WAIT) || verdict.is(Verdict.Kind.REFUSE)) {
                assertThat(verdict.instead())
                        .as(verb + " " + status.name().toLowerCase(Locale.ROOT))
                        .isNotBlank();
            }
        }
    }

    @Test
    void namesTheVerbsThatWouldBeSent() {
        assertThat(VerbMatrix.allowed(job("Waiting", null, false)))
                .containsExactly(Verb.CUT_OVER, Verb.DELETE, Verb.EXTEND);
    }

    private static ObservedJob job(String status, @Nullable String phase, boolean once) {
        ReplicationJobSpec attributes = ReplicationJobSpec.builder()
                .sourceId("s-1")
                .set(SpecField.RUN_ONCE, once)
                .build();
        return new ObservedJob(
                "j-1", status, phase, null, null, null, null, null, null, null, null, null, List.of(), attributes, "");
    }
}
