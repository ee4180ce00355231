package io.camelsmc.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.EmulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case L6: many small files, 10,000 with {@code -Dsmc.campaign.files=10000}, whose names are in another order than their times. */
class ManyFilesIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";
    private static final int FILES = Integer.getInteger("smc.campaign.files", 150);

    @TempDir
    private Path folder;

    @Test
    void takesManySmallFilesInOnePassOldestFirst() throws Exception {
        try (RouteRig rig = new RouteRig(
                        folder, EmulatorOptions.builder().jobQuota(FILES).build())
                .property("smc.read-lock.min-age", "1000")
                .property("smc.outcomes.remembered", "100")) {
            List<String> oldestFirst = new ArrayList<>();
            Instant oldest = Instant.now().minusSeconds(100_000);
            for (int n = 0; n < FILES; n++) {
                String name = String.format("web-%05d", FILES - n);
                Path file = rig.spool().resolve("in/" + name + ".csv");
                Files.writeString(
                        file,
                        HEADER + "s-bp1k4wd9x0tq7mz" + String.format("%05d", n) + "," + name + ",cn-hangzhou,Image,"
                                + name + ",40\n");
                Files.setLastModifiedTime(file, FileTime.from(oldest.plusSeconds(n)));
                oldestFirst.add(name);
            }
            rig.start("provision.yaml", "outcomes.yaml", "csv-wave.yaml");
            await().atMost(Duration.ofMinutes(30)).until(() -> rig.files("done").size() == FILES);

            List<String> sent = rig.emulator().journal().entries("CreateReplicationJob").stream()
                    .map(entry -> String.valueOf(entry.parameters().get("Name")))
                    .toList();
            assertThat(sent).containsExactlyInAnyOrderElementsOf(oldestFirst);
            long away = 0;
            for (int place = 0; place < FILES; place++) {
                away += Math.abs(place - oldestFirst.indexOf(sent.get(place)));
            }
            // Files are taken one after the other, but worked on side by side; by name it would be half of the files.
            assertThat(away / FILES)
                    .as("places that a file is away from its own")
                    .isLessThan(FILES / 6);
            assertThat(rig.emulator().jobs()).hasSize(FILES);
            assertThat(rig.files("out/created")).hasSize(FILES);
            assertThat(rig.files("in")).isEmpty();
        }
    }
}
