package io.camelsmc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailureLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 0, false",
        "0, 1, 1, 1, true",
        "5, 5, 9, 5, false",
        "5, 6, 9, 4, true",
        "10%, 19, 19, 19, false",
        "10%, 2, 20, 2, false",
        "10%, 3, 20, 3, true",
        "10%, 90, 1000, 3, false",
        "0%, 1, 20, 1, true",
        "100%, 20, 20, 20, false",
    })
    void stopsOnceMoreFailedThanAllowed(String limit, long bad, long tried, long badTried, boolean exceeded) {
        assertThat(FailureLimit.parse(limit).exceeded(bad, tried, badTried)).isEqualTo(exceeded);
        assertThat(FailureLimit.parse(limit)).hasToString(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "5x", "101%", "-1%", "%", "NaN%"})
    void refusesWhatIsNoLimit(String text) {
        assertThatThrownBy(() -> FailureLimit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allowsEverythingWithoutALimit() {
        assertThat(FailureLimit.NONE.exceeded(1_000_000, 1_000_000, 1_000_000)).isFalse();
    }
}
