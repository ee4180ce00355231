package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases K2 and K5 in small: waves whose processes are killed until they are done. */
class KillSampleIT {

    @Test
    void makesOneJobForEachRowThoughItsProcessesAreKilled(@TempDir Path directory) throws Exception {
        Killing killing = new Killing(200, 42, directory);

        killing.wave(5);

        assertThat(killing.kills).isPositive();
    }

    @Test
    void comesForwardInEveryLifeHoweverShort(@TempDir Path directory) throws Exception {
        Killing killing = new Killing(100, 43, directory);

        killing.waveInShortLives(40);

        assertThat(killing.kills).isPositive();
    }
}
