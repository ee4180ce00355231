package io.camelsmc.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.Verb;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.VerbRecord;
import io.camelsmc.state.VerbState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbFindingTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            verb,     before,  now,      finding
            START,    Ready,   Ready,    UNCHANGED
            START,    Ready,   Running,  EFFECTIVE
            START,    Ready,   InError,  EFFECTIVE
            START,    InError, InError,  UNCHANGED
            START,    Stopped, Waiting,  EFFECTIVE
            START,    Ready,   Expired,  OVERTAKEN
            START,    Ready,   gone,     OVERTAKEN
            STOP,     Running, Running,  UNCHANGED
            STOP,     Running, Stopped,  EFFECTIVE
            STOP,     Running, Waiting,  OVERTAKEN
            CUT_OVER, Waiting, Waiting,  UNCHANGED
            CUT_OVER, Waiting, Running,  UNSURE
            CUT_OVER, Waiting, Finished, EFFECTIVE
            CUT_OVER, Waiting, InError,  OVERTAKEN
            DELETE,   Stopped, Stopped,  UNCHANGED
            DELETE,   Stopped, Deleting, EFFECTIVE
            DELETE,   Stopped, gone,     EFFECTIVE
            DELETE,   Stopped, Running,  OVERTAKEN
            """)
    void tellsFromALookWhatBecameOfAVerb(Verb verb, String before, String now, VerbFinding finding) {
        VerbRecord intent = intent(verb, "", before);

        assertThat(VerbFinding.of(
                        intent, now.equals("gone") ? null : Jobs.in(now).observed()))
                .isEqualTo(finding);
    }

    @Test
    void anExtensionShowsInTheTimeItself() {
        VerbRecord intent = intent(Verb.EXTEND, "ValidTime=2027-01-03T00:00:00Z", "Waiting");

        assertThat(VerbFinding.of(intent, valid("2027-01-03T00:00:00Z"))).isEqualTo(VerbFinding.EFFECTIVE);
        assertThat(VerbFinding.of(intent, valid("2026-12-20T00:00:00Z"))).isEqualTo(VerbFinding.UNCHANGED);
    }

    private static ObservedJob valid(String until) {
        return Jobs.in("Waiting")
                .with(SpecField.VALID_TIME, Instant.parse(until))
                .observed();
    }

    private static VerbRecord intent(Verb verb, String arguments, String seen) {
        return new VerbRecord(
                Jobs.record(1).key(),
                1,
                "j-1",
                verb,
                arguments,
                seen,
                VerbState.INTENT,
                null,
                null,
                null,
                Jobs.NOW,
                Jobs.NOW);
    }
}
