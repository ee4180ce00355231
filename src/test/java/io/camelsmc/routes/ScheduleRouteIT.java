package io.camelsmc.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelsmc.emulator.Fault;
import io.camelsmc.emulator.FaultEffect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.support.RoutePolicySupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/** The scheduled route on its own: waves that are applied again and again where they lie. */
class ScheduleRouteIT {

    private static final String HEADER = "source_id,name,region,target_type,image_name,system_disk_size\n";

    @TempDir
    private Path folder;

    private static String row(int number, int disk) {
        String name = "shop-web-0" + number;
        return "s-bp1k4wd9x0tq7mz2ncy" + number + "," + name + ",cn-hangzhou,Image," + name + "," + disk + "\n";
    }

    /** Counts the fires that are at work, and those that are over. */
    private static final class Fires extends RoutePolicySupport {
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger over = new AtomicInteger();

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            running.decrementAndGet();
            over.incrementAndGet();
        }
    }

    private RouteRig everySecond(Fires fires) throws Exception {
        Files.createDirectories(folder.resolve("waves"));
        RouteRig rig = new RouteRig(folder)
                .property("smc.schedule.cron", "* * * * * ?")
                .property("smc.schedule.input", folder.resolve("waves").toString());
        rig.context().addRoutePolicyFactory((context, id, definition) -> id.equals("smc-schedule") ? fires : null);
        return rig;
    }

    @Test
    void holdsFiresBackWhileARunLastsAndRunsThemAfterwards() throws Exception {
        Fires fires = new Fires();
        try (RouteRig rig = everySecond(fires)) {
            Path waves = folder.resolve("waves");
            Files.writeString(waves.resolve("wave-01.csv"), HEADER + row(1, 40));
            rig.emulator()
                    .faults()
                    .next("CreateReplicationJob", FaultEffect.of(Fault.DELAY).lasting(Duration.ofMillis(2_500)));
            rig.start("schedule.yaml");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !rig.emulator().faults().pending());
            int before = fires.over.get();
            Files.writeString(waves.resolve(".half"), HEADER + row(2, 40));
            Files.move(waves.resolve(".half"), waves.resolve("wave-02.csv"));

            await().atMost(Duration.ofSeconds(30)).until(() -> fires.over.get() >= before + 3);
            rig.context().getRouteController().suspendRoute("smc-schedule");

            assertThat(fires.most).hasValue(1);
            assertThat(rig.jobNames()).containsExactly("shop-web-01", "shop-web-02");
            assertThat(rig.emulator().journal().entries("CreateReplicationJob")).hasSize(2);
            assertThat(waves.resolve("wave-01.csv")).exists();
            assertThat(rig.report("schedule")).hasSize(2);
        }
    }

    @Test
    void reportsARowThatNeedsAPersonAndAFileThatIsDamaged() throws Exception {
        Fires fires = new Fires();
        try (RouteRig rig = everySecond(fires)) {
            Files.writeString(folder.resolve("waves/wave-01.csv"), HEADER + row(1, 8));
            Files.writeString(folder.resolve("waves/wave-02.csv"), HEADER + "\"unclosed," + row(2, 40));
            Files.writeString(folder.resolve("waves/wave-03.csv"), HEADER + row(3, 40));
            rig.start("schedule.yaml");
            await().atMost(Duration.ofSeconds(30)).until(() -> fires.over.get() >= 1);

            assertThat(rig.files("out/schedule")).containsExactly("wave-01.ndjson", "wave-02.ndjson", "wave-03.ndjson");
            assertThat(rig.jobNames()).containsExactly("shop-web-03");
            assertThat(rig.report("schedule").get(0).path("error_class").asText())
                    .isEqualTo("invalid");
        }
    }

    /** Fires so many seconds after an instant, and never else. */
    private static String cron(Instant first, int... seconds) {
        ZonedDateTime at = first.atZone(ZoneOffset.UTC);
        String list = Arrays.stream(seconds)
                .mapToObj(after -> Integer.toString(at.getSecond() + after))
                .collect(Collectors.joining(","));
        return list
                + DateTimeFormatter.ofPattern(" m H d M '?' uuuu", Locale.ROOT).format(at);
    }

    /** Three fires in all time: two while the scheduler stands still, from before the first one on, and one after. */
    @Test
    void runsOnceWhatWasMissedTwiceWhileTheSchedulerStoodStill() throws Exception {
        Instant first = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        int second = first.atZone(ZoneOffset.UTC).getSecond();
        if (second > 52) {
            first = first.plusSeconds(60 - second);
        }
        Fires fires = new Fires();
        try (RouteRig rig = everySecond(fires)) {
            rig.property("smc.schedule.cron", cron(first, 0, 1, 7));
            QuartzComponent component = rig.context().getComponent("quartz", QuartzComponent.class);
            component.setProperties(
                    Map.of("org.quartz.threadPool.threadCount", "2", "org.quartz.jobStore.misfireThreshold", "200"));
            Files.writeString(folder.resolve("waves/wave-01.csv"), HEADER + row(1, 40));
            component.setAutoStartScheduler(false);
            rig.start("schedule.yaml");
            while (Instant.now().isBefore(first.plusMillis(1_500))) {
                Thread.sleep(20);
            }
            assertThat(fires.over).hasValue(0);

            component.getScheduler().start();
            await().atMost(Duration.ofSeconds(30)).until(() -> fires.over.get() == 1);
            Files.writeString(folder.resolve("waves/wave-02.csv"), HEADER + row(2, 40));
            await().atMost(Duration.ofSeconds(30)).until(() -> rig.jobNames().size() == 2);
            await().atMost(Duration.ofSeconds(30)).until(() -> fires.running.get() == 0);

            assertThat(fires.over)
                    .as("one for what was missed, one for the last fire")
                    .hasValue(2);
        }
    }

    @Test
    void firesOnceNowWhatWasMissedAndAllowsNoTwoAtOnce() throws Exception {
        try (RouteRig rig = new RouteRig(folder).start("schedule.yaml")) {
            Scheduler scheduler =
                    rig.context().getComponent("quartz", QuartzComponent.class).getScheduler();
            TriggerKey key = scheduler
                    .getTriggerKeys(GroupMatcher.anyTriggerGroup())
                    .iterator()
                    .next();
            Trigger trigger = scheduler.getTrigger(key);

            assertThat(trigger.getMisfireInstruction()).isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
            assertThat(scheduler.getJobDetail(trigger.getJobKey()).isConcurrentExecutionDisallowed())
                    .isTrue();
            assertThat(((CronTrigger) trigger).getCronExpression()).isEqualTo("0 0 2 * * ?");
            assertThat(((CronTrigger) trigger).getTimeZone().getID()).isEqualTo("UTC");
        }
    }
}
