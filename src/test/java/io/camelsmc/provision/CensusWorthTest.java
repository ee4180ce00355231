package io.camelsmc.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CensusWorthTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final CensusWorth worth = new CensusWorth();

    private void ask(int questions, int rows, long now) {
        for (int i = 0; i < questions; i++) {
            worth.asked(rows, now);
        }
    }

    @ParameterizedTest(name = "{0} jobs, {1} questions: {2}")
    @CsvSource({
        "0,    2,  false", "0,    3,  true", "50,   2,  false", "50,   3,  true",
        "51,   3,  false", "51,   4,  true", "1000, 39, false", "1000, 40, true",
        "2000, 79, false", "2000, 80, true", "2001, 99, false"
    })
    void paysOffWhenTwiceAsManyQuestionsWereAskedAsThereArePages(int jobs, int questions, boolean pays) {
        ask(questions, 1, 0);

        assertThat(worth.paysOffWith(jobs, 50, SECOND)).isEqualTo(pays);
        assertThat(worth.paysOff(SECOND)).isEqualTo(pays);
    }

    @Test
    void questionsOfMoreThanAMinuteAgoDoNotCount() {
        ask(3, 1, 0);

        assertThat(worth.paysOff(60 * SECOND)).isTrue();
        assertThat(worth.paysOff(61 * SECOND)).isFalse();
    }

    @Test
    void rowsThatNeededNoQuestionCountAsManyAsShareOne() {
        ask(100, 4, 0);
        for (int row = 0; row < 160; row++) {
            worth.spared(120 * SECOND);
        }

        assertThat(worth.paysOffWith(950, 50, 121 * SECOND)).isTrue();
        assertThat(worth.paysOffWith(1050, 50, 121 * SECOND)).isFalse();
    }

    @Test
    void beginsAnewAfterACensusThatCouldNotBeUsed() {
        ask(3, 1, 0);

        worth.forget();

        assertThat(worth.paysOff(0)).isFalse();
    }
}
