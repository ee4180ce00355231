package io.camelsmc.state;

import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two at a time for the same thing. */
final class Race {

    private Race() {}

    /** Both ask for each key at once; exactly one may get it. */
    static void forEachKey(int keys, Journal one, Journal other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<Boolean>> first = threads.submit(() -> ask(keys, one, start));
            Future<List<Boolean>> second = threads.submit(() -> ask(keys, other, start));

            List<Integer> grants = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                grants.add((first.get().get(i) ? 1 : 0) + (second.get().get(i) ? 1 : 0));
            }
            assertThat(grants).hasSize(keys).containsOnly(1);
            assertThat(one.list()).hasSize(keys).allMatch(record -> record.version() == 1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What several threads get that start together. */
    static <T> List<T> together(Callable<T> task, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Boolean> ask(int keys, Journal journal, CyclicBarrier start) throws Exception {
        List<Boolean> granted = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            start.await();
            granted.add(journal.intend(List.of(intent(key("s-" + i), 0))).get(0) instanceof IntentResult.Granted);
        }
        return granted;
    }
}
