package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PatientReads;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.StateView;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * An account as a use case reaches it. All of it stays the caller's, who may share it between runs.
 *
 * @param client calls the service
 * @param state what is remembered of the account; a use case that writes needs a {@link io.camelsmc.state.Journal}
 * @param pace every call of the use case keeps to it, reads included
 * @param patience how hard reads and writes are tried
 * @param clock tells the times of requests and reports
 */
public record AccountAccess<S extends StateView>(
        SmcClient client, S state, Pace pace, ProvisionOptions patience, Clock clock) {

    /** With the standard patience and the clock of the system. */
    public static <S extends StateView> AccountAccess<S> of(SmcClient client, S state, Pace pace) {
        return new AccountAccess<>(client, state, pace, ProvisionOptions.standard(), Clock.systemUTC());
    }

    /** The same account through another client. */
    AccountAccess<S> through(SmcClient other) {
        return new AccountAccess<>(other, state, pace, patience, clock);
    }

    /** Reads that keep to the pace and are tried again when they fail for a passing reason. */
    SmcClient reads() {
        return PatientReads.over(client, pace, patience);
    }

    /** Every job of the account, those that some records speak of included. */
    AccountReader.Census census(Collection<JobRecord> records) throws SmcException {
        Set<String> expected = new TreeSet<>();
        for (JobRecord record : records) {
            if (record.jobId() != null) {
                expected.add(record.jobId());
            }
        }
        return new AccountReader(reads()).everyJob(expected);
    }
}
