package io.camelsmc.vendor;

import io.camelsmc.spec.ReplicationJobSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a team without us would write: the vendor's client in a loop with some threads. Nothing is read, checked, recorded
 * or tried again, and the requests are at hand before the loop begins.
 */
public final class BareLoop {

    private final VendorClient client;
    private final List<Map<String, Object>> requests;
    private final int threads;

    private BareLoop(VendorClient client, List<ReplicationJobSpec> specs, int threads) {
        this.client = client;
        this.requests = specs.stream().map(VendorRequest::of).toList();
        this.threads = threads;
    }

    /**
     * A loop over the jobs of some specs with the client as it comes, which keeps 5 connections open. Each request is
     * signed with V3, its parameters in the query, as we do it.
     */
    public static BareLoop asItComes(URI endpoint, List<ReplicationJobSpec> specs, int threads) throws Exception {
        return new BareLoop(new TeaClient(endpoint, Key.VALID, true, false), specs, threads);
    }

    /**
     * The same with a client that keeps a connection open for each thread.
     *
     * @param endpoint another one than {@link #asItComes}: the library shares its connections by host and port
     */
    public static BareLoop tuned(URI endpoint, List<ReplicationJobSpec> specs, int threads) throws Exception {
        return new BareLoop(new TeaClient(endpoint, Key.VALID, true, false, threads), specs, threads);
    }

    /** Creates every job once. */
    public void run() throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> work(next, failure), "vendor-" + i);
            workers[i].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void work(AtomicInteger next, AtomicReference<Exception> failure) {
        try {
            for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                Object jobId =
                        client.call("CreateReplicationJob", requests.get(i)).get("JobId");
                if (jobId == null) {
                    throw new IllegalStateException("an answer without JobId");
                }
            }
        } catch (Exception e) {
            failure.set(e);
        }
    }
}
