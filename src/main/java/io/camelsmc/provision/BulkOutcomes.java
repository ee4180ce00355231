package io.camelsmc.provision;

import io.camelsmc.client.SmcException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.state.JournalException;
import io.camelsmc.state.RefusalException;
import org.jspecify.annotations.Nullable;

/** Tells a listener how rows end, one at a time, and remembers why a run must stop. Safe to share between threads. */
final class BulkOutcomes {

    private final ProvisionListener listener;
    private volatile @Nullable Exception stop;

    BulkOutcomes(ProvisionListener listener) {
        this.listener = listener;
    }

    /** Why nothing more may be sent; null while the run goes on. */
    @Nullable
    Exception stop() {
        return stop;
    }

    /** The first reason counts. */
    synchronized void stop(Exception cause) {
        if (stop == null) {
            stop = cause;
        }
    }

    synchronized void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
        listener.succeeded(spec, result);
        askListener();
    }

    /** A failure of the account or of the journal stops the run; the row waits like all that follow. */
    synchronized void failed(ReplicationJobSpec spec, Exception failure) {
        boolean stops = (failure instanceof SmcException e && e.accountWide())
                || (failure instanceof JournalException && !(failure instanceof RefusalException))
                || failure instanceof InterruptedException;
        if (stops) {
            stop(failure);
            pending(spec);
        } else {
            listener.failed(spec, failure);
            askListener();
        }
    }

    private void askListener() {
        Exception wanted = listener.stop();
        if (wanted != null) {
            stop(wanted);
        }
    }

    synchronized void pending(ReplicationJobSpec spec) {
        Exception cause = stop;
        listener.pending(spec, cause == null ? new IllegalStateException("the run goes on") : cause);
    }
}
