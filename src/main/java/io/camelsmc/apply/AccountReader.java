package io.camelsmc.apply;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ObservedJob;
import io.camelsmc.client.Page;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SourceServer;
import io.camelsmc.plan.ObservedAccount;
import io.camelsmc.plan.ObservedSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

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
    public List<ObservedSource> sources(Collection<String> ids) throws SmcException {
        List<ObservedSource> found = new ArrayList<>();
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

    private static ObservedSource source(SourceServer server) {
        Map<Integer, Integer> disks = new TreeMap<>();
        Map<String, ObservedSource.Partition> partitions = new TreeMap<>();
        partitions(server.systemDiskParts(), partitions);
        for (SourceServer.DataDisk disk : server.dataDisks()) {
            if (disk.index() != null) {
                disks.put(disk.index(), Objects.requireNonNullElse(disk.sizeGib(), 0));
            }
            partitions(disk.parts(), partitions);
        }
        return new ObservedSource(
                server.sourceId(),
                server.name(),
                server.state(),
                server.errorCode(),
                server.platform(),
                server.architecture(),
                server.replicationDriver(),
                server.systemDiskSizeGib(),
                disks,
                partitions);
    }

    private static void partitions(List<SourceServer.Partition> parts, Map<String, ObservedSource.Partition> into) {
        for (SourceServer.Partition part : parts) {
            if (part.device() != null) {
                into.put(
                        part.device(),
                        new ObservedSource.Partition(
                                part.sizeBytes(), part.canBlock(), Boolean.TRUE.equals(part.need())));
            }
        }
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
