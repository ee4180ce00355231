package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code examples/whole-life} runs from its start to its end, as its page says. */
class WholeLifeExampleIT {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void carriesAWaveOfSixtyThroughItsLife() {
        Path script = Path.of("examples/whole-life/run.sh").toAbsolutePath();

        SmcProcess.Ended ended = new SmcProcess(script, folder).run().exits(0);

        assertThat(ended.out())
                .contains("created        60")
                .contains("Started: 60 of 60 jobs")
                .contains("58 jobs waiting, 2 will not get there", "Sync.SourceUnreachable", "Image.Failed")
                .contains("Extended: 39 of 60 jobs, 21 refused")
                .contains("Cut over: 39 of 60 jobs, 21 already")
                .contains("60 jobs finished")
                .contains("Deleted: 60 of 60 jobs")
                .contains("60 jobs gone")
                .contains("60 jobs were deleted by smc delete");
    }
}
