package io.camelsmc.bench;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.vendor.BareLoop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Jobs a second of the whole pipeline and of the vendor's client, by turns, on one machine, in one process, against one
 * server. The vendor's client runs in a bare loop, one call after the other; for comparison also in a loop on as many
 * threads as the pipeline has calls in flight, as it comes, which keeps 5 connections open, and tuned to keep one for each
 * thread. Arguments: rows, rounds, a directory for sheet and states. Ends with an error below a ratio of 1 to the bare
 * loop.
 */
final class ThroughputBench {

    private static final int IN_FLIGHT = 32;
    private static final int WARM_UP_ROUNDS = 20;

    private final LoopbackProcess server;
    private final int rows;

    private ThroughputBench(LoopbackProcess server, int rows) {
        this.server = server;
        this.rows = rows;
    }

    private record Round(double jobsPerSecond, double cpuSeconds, double serverCpuSeconds, long reads) {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Logs.quiet();
        int rows = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Path work = Path.of(args[2]);
        Path sheet = Sheet.write(work.resolve("sheet.csv"), rows);
        List<ReplicationJobSpec> specs = Pipeline.checked(sheet);
        try (LoopbackProcess server = LoopbackProcess.start();
                SmcClient client = SmcClients.create(
                        SmcClientConfig.defaults().withEndpoint(server.endpoint()),
                        new StaticCredentials("testid", "testsecret", null))) {
            Pipeline pipeline = new Pipeline(client, IN_FLIGHT);
            BareLoop bare = BareLoop.asItComes(server.endpoint(), specs, 1);
            BareLoop loop = BareLoop.asItComes(server.endpoint(), specs, IN_FLIGHT);
            BareLoop tuned = BareLoop.tuned(server.otherEndpoint(), specs, IN_FLIGHT);
            ThroughputBench bench = new ThroughputBench(server, rows);
            List<Round> ours = new ArrayList<>();
            List<Round> vendor = new ArrayList<>();
            List<Round> asItComes = new ArrayList<>();
            List<Round> vendorTuned = new ArrayList<>();
            for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
                Path state = work.resolve("state-" + i);
                ours.add(bench.measure(() -> pipeline.run(sheet, state)));
                vendor.add(bench.measure(bare::run));
                asItComes.add(bench.measure(loop::run));
                vendorTuned.add(bench.measure(tuned::run));
                System.out.printf(
                        "%s %d: camel-smc %.0f jobs/s, vendor %.0f jobs/s, on 32 threads %.0f jobs/s, tuned %.0f jobs/s%n",
                        i < WARM_UP_ROUNDS ? "warm-up" : "round",
                        i < WARM_UP_ROUNDS ? i + 1 : i + 1 - WARM_UP_ROUNDS,
                        ours.get(i).jobsPerSecond(),
                        vendor.get(i).jobsPerSecond(),
                        asItComes.get(i).jobsPerSecond(),
                        vendorTuned.get(i).jobsPerSecond());
            }
            report(measured(ours), measured(vendor), measured(asItComes), measured(vendorTuned));
        }
    }

    private static List<Round> measured(List<Round> rounds) {
        return rounds.subList(WARM_UP_ROUNDS, rounds.size());
    }

    private Round measure(Work work) throws Exception {
        System.gc();
        server.stats();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (cpuNanos() - cpu) / 1e9;
        Map<String, Long> seen = server.stats();
        if (seen.get("creates") != rows || seen.get("sources") != rows) {
            throw new IOException("the server saw " + seen + ", expected " + rows + " creates of as many sources");
        }
        return new Round(rows / seconds, cpuSeconds, seen.get("cpuMillis") / 1e3, seen.get("reads"));
    }

    private static void report(List<Round> ours, List<Round> vendor, List<Round> asItComes, List<Round> tuned) {
        print("camel-smc, whole pipeline", ours);
        print("vendor, bare loop", vendor);
        print("vendor, 32 threads", asItComes);
        print("vendor, 32 threads, tuned", tuned);
        double ratio = ratio(ours, vendor);
        System.out.printf("ratio camel-smc / vendor in a bare loop %.2f (limit 1.00)%n", ratio);
        System.out.printf("ratio camel-smc / vendor on 32 threads %.2f (no limit)%n", ratio(ours, asItComes));
        System.out.printf("ratio camel-smc / vendor on 32 threads, tuned %.2f (no limit)%n", ratio(ours, tuned));
        if (ratio < 1) {
            throw new IllegalStateException("slower than the vendor's client in a bare loop");
        }
    }

    private static double ratio(List<Round> ours, List<Round> vendor) {
        return median(ours, Round::jobsPerSecond) / median(vendor, Round::jobsPerSecond);
    }

    private static void print(String label, List<Round> rounds) {
        System.out.printf(
                "%-26s %7.0f jobs/s  client %.2f CPU s  server %.2f CPU s  %.0f reads  (medians of %d rounds)%n",
                label,
                median(rounds, Round::jobsPerSecond),
                median(rounds, Round::cpuSeconds),
                median(rounds, Round::serverCpuSeconds),
                median(rounds, Round::reads),
                rounds.size());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
