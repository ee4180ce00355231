package io.camelsmc.provision.pace;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * For those who only look: a read that fails for a passing reason, such as throttling, is tried again, as it changes
 * nothing. A write is a mistake here and is refused.
 */
public final class PatientReads implements CallInterceptor {

    private final Retries retries;
    private final ProvisionOptions options;

    private PatientReads(Pace pace, ProvisionOptions options) {
        this.options = options;
        this.retries = new Retries(
                options, pace, Sleeper.REAL, () -> ThreadLocalRandom.current().nextLong());
    }

    /** A client whose reads keep to a pace and are tried again. The other client stays the caller's to close. */
    public static SmcClient over(SmcClient client, Pace pace, ProvisionOptions options) {
        return SmcClients.intercepted(client, new PatientReads(pace, options), pace);
    }

    @Override
    public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
        if (call.isWrite()) {
            throw new UnsupportedOperationException("a client for reads changes nothing");
        }
        Deadline deadline = Deadline.after(options.totalTime(), System::nanoTime);
        try {
            return retries.read(call.operation().action(), call, () -> next.call(call), deadline);
        } catch (InterruptedException e) {
            throw Pace.interrupted(call.operation(), e);
        }
    }
}
