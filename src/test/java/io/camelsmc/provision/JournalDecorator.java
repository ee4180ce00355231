package io.camelsmc.provision;

import io.camelsmc.spec.JobKey;
import io.camelsmc.state.Intent;
import io.camelsmc.state.IntentResult;
import io.camelsmc.state.JobEvent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Settlement;
import io.camelsmc.state.StateInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another journal, unless a test says otherwise. */
class JournalDecorator implements Journal {

    final Journal journal;

    JournalDecorator(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void bindAccount(String account) {
        journal.bindAccount(account);
    }

    @Override
    public List<IntentResult> intend(List<Intent> intents) {
        return journal.intend(intents);
    }

    @Override
    public List<JobRecord> settle(List<Settlement> settlements) {
        return journal.settle(settlements);
    }

    @Override
    public JobRecord adopt(Intent found, String jobId, String requestId) {
        return journal.adopt(found, jobId, requestId);
    }

    @Override
    public JobRecord amend(Intent changed, @Nullable String requestId) {
        return journal.amend(changed, requestId);
    }

    @Override
    public StateInfo info() {
        return journal.info();
    }

    @Override
    public Optional<JobRecord> find(JobKey key) {
        return journal.find(key);
    }

    @Override
    public List<JobRecord> findBySource(String account, String region, String sourceId) {
        return journal.findBySource(account, region, sourceId);
    }

    @Override
    public List<JobRecord> list() {
        return journal.list();
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return journal.history(key);
    }

    @Override
    public void close() {
        journal.close();
    }
}
