package io.camelsmc.bench;

import io.camelsmc.client.SmcClient;
import io.camelsmc.job.Outcome;
import io.camelsmc.provision.ProvisionListener;
import io.camelsmc.provision.ProvisionResult;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.provision.pace.PaceOptions;
import io.camelsmc.provision.pace.ProvisionOptions;
import io.camelsmc.provision.pace.Sleeper;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.check.CheckContext;
import io.camelsmc.spec.check.RowChecker;
import io.camelsmc.spec.check.SpecChecker;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.InputRow;
import io.camelsmc.spec.read.WaveReader;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The whole way of a sheet: read, check, journal, sign, send, record. The journal is as durable as it ever is. */
final class Pipeline {

    private final SmcClient client;
    private final int parallelism;

    /** A pipeline without a bound on its rate. */
    Pipeline(SmcClient client, int parallelism) {
        this.client = client;
        this.parallelism = parallelism;
    }

    /** Makes every job of the sheet exist; the state is a new directory. */
    void run(Path sheet, Path state) throws Exception {
        List<ReplicationJobSpec> specs = checked(sheet);
        Created created = new Created();
        try (Journal journal = Journals.open(state.toString())) {
            journal.bindAccount(client.accountScope());
            provisioner(journal).provisionAll(specs, parallelism, created);
        }
        if (created.count != specs.size()) {
            throw new IllegalStateException(created.count + " of " + specs.size() + " rows were created", created.last);
        }
    }

    /** The rows of a sheet, all of which have to be sound. */
    static List<ReplicationJobSpec> checked(Path sheet) throws Exception {
        List<InputRow> rows = new ArrayList<>();
        try (WaveReader reader = WaveReader.open(sheet)) {
            reader.forEachRow(rows::add);
        }
        WaveChecker clashes = WaveChecker.of(rows.stream().map(InputRow::known).toList());
        RowChecker checker = new RowChecker(CheckContext.at(Instant.now()));
        List<ReplicationJobSpec> specs = new ArrayList<>();
        for (InputRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            if (spec == null
                    || !checker.check(row).isEmpty()
                    || !clashes.check(row.known()).isEmpty()) {
                throw new IllegalStateException(row.position() + " is not sound");
            }
            specs.add(spec);
        }
        return specs;
    }

    private Provisioner provisioner(Journal journal) {
        return new Provisioner(
                client,
                journal,
                (row, now) -> SpecChecker.check(row, CheckContext.at(now)),
                ProvisionOptions.standard(),
                Pace.of(PaceOptions.standard().withParallelism(parallelism)),
                Clock.systemUTC(),
                Sleeper.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }

    private static final class Created implements ProvisionListener {
        private int count;
        private Exception last;

        @Override
        public void succeeded(ReplicationJobSpec spec, ProvisionResult result) {
            if (result.outcome() == Outcome.CREATED) {
                count++;
            }
        }

        @Override
        public void failed(ReplicationJobSpec spec, Exception failure) {
            last = failure;
        }

        @Override
        public void pending(ReplicationJobSpec spec, Exception cause) {
            last = cause;
        }
    }
}
