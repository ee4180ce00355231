package io.camelsmc.provision;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers every moment before and after a write to the journal and a call, and lets the process die at one of them. */
final class Steps {

    /** The process is gone; nothing of ours catches this. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int deadly;
    private int taken;

    /** Dies at a step, counted from 1; never when that is 0. */
    Steps(int deadly) {
        this.deadly = deadly;
    }

    int taken() {
        return taken;
    }

    /** Dies at a step, counted from the next one. */
    void dieIn(int steps) {
        deadly = taken + steps;
    }

    private void step() {
        if (++taken == deadly) {
            throw new Death();
        }
    }

    Journal over(Journal journal) {
        return new JournalDecorator(journal) {
            @Override
            public List<IntentResult> intend(List<Intent> intents) {
                step();
                List<IntentResult> results = super.intend(intents);
                step();
                return results;
            }

            @Override
            public List<JobRecord> settle(List<Settlement> settlements) {
                step();
                List<JobRecord> records = super.settle(settlements);
                step();
                return records;
            }

            @Override
            public JobRecord adopt(Intent found, String jobId, String requestId) {
                step();
                JobRecord record = super.adopt(found, jobId, requestId);
                step();
                return record;
            }

            @Override
            public JobRecord amend(Intent changed, @Nullable String requestId) {
                step();
                JobRecord record = super.amend(changed, requestId);
                step();
                return record;
            }
        };
    }

    SmcClient over(SmcClient client) {
        return SmcClients.intercepted(client, new CallInterceptor() {
            @Override
            public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
                step();
                try {
                    return next.call(call);
                } finally {
                    step();
                }
            }
        });
    }
}
