package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apply} says is to be run next, for each reason to stop: words, and at most one line of each command. */
class NextStepsIT {

    private static final String CREATE = "\"action\":\"CreateReplicationJob\"";
    private static final String CORRECTED =
            ", and with those that did not end well once they are corrected in wave.csv";

    @TempDir
    private Path folder = Path.of("");

    private Trial trial;

    @BeforeEach
    void writeTheWave() {
        trial = new Trial(folder);
        trial.write(
                "wave.csv",
                Trial.HEADER,
                Trial.image(1, 80),
                Trial.image(2, 80),
                Trial.image(3, 80),
                Trial.image(4, 8));
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void mendsTheWayToTheServiceAfterAnOutage() {
        faults("[{\"fault\":\"DROP_BEFORE\"}]");

        assertThat(next(""))
                .containsExactly(
                        "Next: first check endpoint and proxy, and read again; then run the same command again, which goes on"
                                + " with the 3 open rows" + CORRECTED,
                        again(""));
    }

    @Test
    void mendsTheKeyAfterTheAccountWasRefused() {
        faults("[{\"fault\":\"KEY_DISABLED\"," + CREATE + "}]");

        assertThat(next(""))
                .containsExactly(
                        "Next: first check which credentials are used; an administrator renews or enables the access"
                                + " key; then run the same command again, which goes on with the 3 open rows"
                                + CORRECTED,
                        again(""));
    }

    @Test
    void decidesWhenMoreJobsWouldBeMadeThanAllowed() {
        faults("[]");

        assertThat(next(" --max-create 2"))
                .containsExactly(
                        "Next: decide: raise --max-create, or select fewer rows with --target; then run the command"
                                + " again, which goes on with the 3 open rows" + CORRECTED);
    }

    @Test
    void looksAtTheRowsWhenMoreFailedThanAllowed() {
        faults("[{\"fault\":\"ERROR\",\"status\":400,\"code\":\"InvalidImageName.Malformed\",\"message\":\"no\","
                + CREATE + "}]");

        assertThat(next(" --max-fail 0"))
                .containsExactly(
                        "Next: first look at the rows that failed; fix their common cause, or raise --max-fail; then"
                                + " run the same command again, which goes on with the 2 open rows" + CORRECTED,
                        again(" --max-fail 0"));
    }

    @Test
    void givesCorrectedRowsACommandOfTheirOwnWhenTheyAreInAReport() {
        faults("[{\"fault\":\"KEY_DISABLED\"," + CREATE + "}]");

        assertThat(next(" --report out")).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).endsWith("which goes on with the 3 open rows");
            assertThat(lines.get(1)).isEqualTo(again(" --report out"));
            assertThat(lines.get(2))
                    .isEqualTo("Next: then correct the rows that did not end well, in out/wave.rejected.csv"
                            + " and out/wave.failed.csv, then run");
            assertThat(lines.get(3))
                    .endsWith(" out/wave.rejected.csv out/wave.failed.csv")
                    .doesNotContain(" wave.csv");
        });
    }

    private void faults(String rules) {
        trial.write("faults.json", rules);
    }

    /** The steps that a stopped run ends with. */
    private List<String> next(String options) {
        List<String> lines = trial.smc(words(options)).exits(4).out().lines().toList();
        int from = 0;
        while (!lines.get(from).startsWith("Next: ")) {
            from++;
        }
        return lines.subList(from, lines.size());
    }

    private static String words(String options) {
        return "apply --emulator --faults faults.json --state s --auto-approve --rate 0 --parallelism 1" + options
                + " wave.csv";
    }

    private String again(String options) {
        return "  " + Path.of("bin/smc").toAbsolutePath() + " " + words(options);
    }
}
