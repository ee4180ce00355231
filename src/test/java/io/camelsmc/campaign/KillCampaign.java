package io.camelsmc.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Case K2 in full: {@code -Dsmc.campaign.kills=N} SIGKILLs (1,000 by default) over waves of 200 rows. Not part of the
 * build; the {@code campaign} profile runs it. Prints its seed and its figures.
 */
class KillCampaign {

    /** Waves at the same time: most of a life is the start of a virtual machine, which leaves a second core idle. */
    private static final int AT_ONCE = 2;

    @Test
    void losesNothingAndMakesNothingTwice(@TempDir Path directory) throws Exception {
        int kills = Integer.getInteger("smc.campaign.kills", 1_000);
        long seed = Long.getLong("smc.campaign.seed", System.nanoTime());
        System.out.println("kill campaign, seed " + seed);
        List<Killing> parts = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int part = 0; part < AT_ONCE; part++) {
                Killing killing = new Killing(200, seed + part, directory.resolve("part-" + part));
                parts.add(killing);
                int share = (kills + AT_ONCE - 1 - part) / AT_ONCE;
                running.add(threads.submit(() -> {
                    while (killing.kills < share) {
                        killing.wave(share);
                        System.out.println(killing);
                    }
                    return share;
                }));
            }
            for (Future<?> end : running) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(parts.stream().mapToInt(part -> part.kills).sum()).isGreaterThanOrEqualTo(kills);
        System.out.println("in all " + Killing.sum(parts));
    }
}
