package com.example.shop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.camelsmc.emulator.SmcEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The route against the emulator that comes with the component. */
class MigrationRouteTest {

    @TempDir
    private Path folder;

    @Test
    void answersEachRequestAndMakesOneJob() throws Exception {
        try (SmcEmulator emulator = SmcEmulator.start()) {
            Main camel = new Main(ShopIntegration.class);
            camel.addOverrideProperty("shop.folder", folder.toString());
            camel.addOverrideProperty(
                    "camel.component.smc.endpoint", emulator.endpoint().toString());
            camel.addOverrideProperty("camel.component.smc.access-key", "testid");
            camel.addOverrideProperty("camel.component.smc.secret-key", "testsecret");
            camel.start();
            try {
                request("shop-web-01.json", "shop-web-01.json");
                String first = answer("answers/shop-web-01.txt");
                request("shop-web-01.json", "once-more.json");
                String second = answer("answers/once-more.txt");
                request("shop-web-02.json", "shop-web-02.json");
                String refused = answer("needs-a-person/shop-web-02.txt");

                String jobId = emulator.jobs().get(0).jobId();
                assertEquals("created " + jobId, first);
                assertEquals("unchanged " + jobId, second);
                assertTrue(refused.startsWith("invalid param.SystemDiskSize: "), refused);
                assertEquals(1, emulator.jobs().size());
            } finally {
                camel.stop();
            }
        }
    }

    private void request(String input, String name) throws Exception {
        Path half = folder.resolve("requests/." + name);
        Files.copy(Path.of("input", input), half);
        Files.move(half, folder.resolve("requests").resolve(name));
    }

    private String answer(String name) throws Exception {
        Path file = folder.resolve(name);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file) && Files.size(file) > 0);
        return Files.readString(file);
    }
}
