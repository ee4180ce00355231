package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultFileTest {

    @Test
    void readsRulesAndQuirks() {
        FaultFile file = FaultFile.parse(
                "faults.json",
                """
                {"quirks": ["IGNORE_CLIENT_TOKENS"],
                 "faults": [
                   {"action": "CreateReplicationJob", "nth": 3, "fault": "ACCEPT_THEN_DROP"},
                   {"fault": "THROTTLE", "every": 5, "times": 2, "millis": 2000},
                   {"fault": "error", "status": 500, "code": "Odd", "committed": true, "headers": {"Retry-After": "9"}}]}
                """);

        assertThat(file.quirks()).containsExactly(Quirk.IGNORE_CLIENT_TOKENS);
        assertThat(file.rules())
                .containsExactly(
                        FaultRule.on("CreateReplicationJob").nth(3).then(Fault.ACCEPT_THEN_DROP),
                        FaultRule.onAnyAction()
                                .every(5)
                                .times(2)
                                .then(FaultEffect.of(Fault.THROTTLE).lasting(Duration.ofSeconds(2))),
                        FaultRule.onAnyAction()
                                .then(FaultEffect.error(500, "Odd", "")
                                        .afterCommit()
                                        .withHeader("Retry-After", "9")));
    }

    @Test
    void takesABareListAsRules() {
        assertThat(FaultFile.parse("f.json", "[{\"fault\": \"EMPTY_200\"}]").rules())
                .containsExactly(FaultRule.onAnyAction().then(Fault.EMPTY_200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"fault\": \"BANG\"}] | f.json: faults[0].fault: unknown name BANG",
                "[{\"nth\": 1}] | f.json: faults[0].fault: missing",
                "[{\"fault\": \"DELAY\", \"nht\": 1}] | f.json: faults[0].nht: unknown field",
                "[{\"fault\": \"DELAY\"}, {\"fault\": \"DELAY\", \"nth\": 0}] | f.json: faults[1].nth: expected a whole",
                "[{\"fault\": \"DROP_BEFORE\", \"committed\": true}] | f.json: faults[0].committed: DROP_BEFORE has a",
                "[{\"fault\": \"DELAY\", \"from\": \"noon\"}] | f.json: faults[0].from: expected a time",
                "[{\"fault\": \"DELAY\", \"probability\": 2}] | f.json: faults[0].probability: expected a number",
                "{\"quirks\": [\"ODD\"]} | f.json: quirks: unknown name ODD",
                "{\"fault\": []} | f.json: fault: unknown field",
                "{\"faults\": 1} | f.json: faults: expected a list",
                "[1] | f.json: faults[0]: expected an object",
                "{ | f.json: not JSON",
            })
    void namesFileAndFieldOfWhatItCannotTake(String text, String message) {
        assertThatThrownBy(() -> FaultFile.parse("f.json", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip());
    }
}
