package io.camelsmc.component;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * The runs that are under way in this virtual machine. When their context begins to stop, each is told by an interruption:
 * it starts no further row, ends what is in flight and accounts for every row.
 */
final class UnderWay extends LifecycleStrategySupport {

    /** A run; it ends in order when its thread is interrupted. */
    interface Run<T> {
        T take() throws Exception;
    }

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** The runs of a context. */
    private static UnderWay of(CamelContext context) {
        synchronized (UnderWay.class) {
            for (var strategy : context.getLifecycleStrategies()) {
                if (strategy instanceof UnderWay known) {
                    return known;
                }
            }
            UnderWay made = new UnderWay();
            context.addLifecycleStrategy(made);
            return made;
        }
    }

    static <T> T run(CamelContext context, Run<T> run) throws Exception {
        UnderWay all = of(context);
        Thread thread = Thread.currentThread();
        all.threads.add(thread);
        try {
            if (context.isStopping()) {
                throw new RejectedExecutionException("the context is stopping; the wave is left for the next start");
            }
            return run.take();
        } finally {
            synchronized (all) {
                all.threads.remove(thread);
            }
            // It was for the run alone: what comes behind it must still be able to write its reports.
            Thread.interrupted();
        }
    }

    @Override
    public void onContextStopping(CamelContext context) {
        synchronized (this) {
            threads.forEach(Thread::interrupt);
        }
    }
}
