package io.camelsmc.apply;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ObservedJob;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SourceServer;
import io.camelsmc.plan.ObservedAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a plan needs to know of an account: all jobs in pages of 50, and the sources that are asked for, 50 a call.
 * Pages shift while they are read, so a job that should be there and was not listed is asked for by its id.
 */
public final class AccountReader {

    private static final int CHUNK = 50;

    private final SmcClient client;
    private int calls;

    public AccountReader(SmcClient client) {
        this.client = client;
    }

    /**
     * Reads all jobs of the account.
     *
     * @param expected ids of jobs that should be there
     */
    public List<ObservedAccount.Job> jobs(Collection<String> expected) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        DescribeReplicationJobsRequest all = DescribeReplicationJobsRequest.all();
        Page<ObservedJob> page = describe(all);
        page.items().forEach(job -> found.put(job.jobId(), job));
        for (int number = 2; page.hasNext(); number++) {
            page = describe(all.page(number));
            page.items().forEach(job -> found.put(job.jobId(), job));
        }
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(found.keySet());
        for (List<String> ids : chunks(missing)) {
            describe(all.withJobIds(ids)).items().forEach(job -> found.put(job.jobId(), job));
        }
        return found.values().stream()
                .map(job -> new ObservedAccount.Job(job.jobId(), job.status(), job.unfinished(), job.attributes()))
                .toList();
    }

    /** Reads some sources; those that do not exist are left out. */
    public List<ObservedAccount.Source> sources(Collection<String> ids) throws SmcException {
        List<ObservedAccount.Source> found = new ArrayList<>();
        for (List<String> chunk : chunks(new TreeSet<>(ids))) {
            calls++;
            Page<SourceServer> page = client.describeSourceServers(DescribeSourceServersRequest.ofIds(chunk));
            page.items().forEach(source -> found.add(source(source)));
        }
        return found;
    }

    /** Read calls made so far. */
    public int calls() {
        return calls;
    }

    private Page<ObservedJob> describe(DescribeReplicationJobsRequest request) throws SmcException {
        calls++;
        return client.describeReplicationJobs(request);
    }

    private static ObservedAccount.Source source(SourceServer server) {
        return new ObservedAccount.Source(
                server.sourceId(),
                server.state(),
                server.errorCode(),
                server.dataDisks().stream()
                        .map(SourceServer.DataDisk::index)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}
