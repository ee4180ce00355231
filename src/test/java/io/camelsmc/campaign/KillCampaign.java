package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Case K2 in full: {@code -Dsmc.campaign.kills=N} SIGKILLs (1,000 by default) over waves of 200 rows. Not part of the
 * build; the {@code campaign} profile runs it. Prints its seed and its figures.
 */
class KillCampaign {

    @Test
    void losesNothingAndMakesNothingTwice(@TempDir Path directory) throws Exception {
        int kills = Integer.getInteger("smc.campaign.kills", 1_000);
        long seed = Long.getLong("smc.campaign.seed", System.nanoTime());
        System.out.println("kill campaign, seed " + seed);
        Killing killing = new Killing(200, seed, directory);

        while (killing.kills < kills) {
            killing.wave(kills);
            System.out.println(killing);
        }

        assertThat(killing.kills).isGreaterThanOrEqualTo(kills);
    }
}
