package io.camelsmc.state;

import io.camelsmc.spec.JobKey;
import java.util.List;
import java.util.Optional;

/** A state that does not exist yet; looking at it does not make it. */
record EmptyView(String location) implements StateView {

    @Override
    public StateInfo info() {
        return new StateInfo(location, Migrations.CURRENT_FORMAT, "", 0, null);
    }

    @Override
    public Optional<JobRecord> find(JobKey key) {
        return Optional.empty();
    }

    @Override
    public List<JobRecord> findBySource(String account, String region, String sourceId) {
        return List.of();
    }

    @Override
    public List<JobRecord> list() {
        return List.of();
    }

    @Override
    public List<JobEvent> history(JobKey key) {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
