package io.camelsmc.account;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads what a plan needs to know of an account: all jobs in pages of 50, and the sources that are asked for, 50 a call.
 * Pages shift while they are read, so a job that should be there and was not listed is asked for by its id.
 */
public final class AccountReader {

    private static final int CHUNK = 50;
    private static final int[] PAGE_SIZES = {50, 49, 47};

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
    public List<ObservedJob> jobs(Collection<String> expected) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        listing(DescribeReplicationJobsRequest.all(), found);
        lookUp(expected, found);
        return List.copyOf(found.values());
    }

    /**
     * Reads all jobs of the account for a caller who must not miss one: when pages shifted, it reads again in pages of
     * another size, whose borders lie elsewhere.
     *
     * @param expected ids of jobs that should be there
     * @return the jobs, and how many the service counts
     */
    public Census everyJob(Collection<String> expected) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        int counted = 0;
        for (int size : PAGE_SIZES) {
            counted = listing(DescribeReplicationJobsRequest.all().withPageSize(size), found);
            if (found.size() >= counted) {
                break;
            }
        }
        lookUp(expected, found);
        return new Census(List.copyOf(found.values()), counted);
    }

    /**
     * The jobs of an account.
     *
     * @param jobs the jobs that could be read
     * @param counted how many there are, as the service counts them
     */
    public record Census(List<ObservedJob> jobs, int counted) {
        public Census {
            jobs = List.copyOf(jobs);
        }

        /** Jobs that the service counts and never showed. */
        public int unseen() {
            return Math.max(0, counted - jobs.size());
        }
    }

    private int listing(DescribeReplicationJobsRequest all, Map<String, ObservedJob> found) throws SmcException {
        Page<ObservedJob> page = describe(all);
        add(page, found);
        for (int number = 2; page.hasNext(); number++) {
            page = describe(all.page(number));
            add(page, found);
        }
        return page.totalCount();
    }

    private void lookUp(Collection<String> expected, Map<String, ObservedJob> found) throws SmcException {
        TreeSet<String> missing = new TreeSet<>(expected);
        missing.removeAll(found.keySet());
        for (List<String> ids : chunks(missing)) {
            add(describe(DescribeReplicationJobsRequest.all().withJobIds(ids)), found);
        }
    }

    private static void add(Page<ObservedJob> page, Map<String, ObservedJob> found) {
        page.items().forEach(job -> found.put(job.jobId(), job));
    }

    /** Reads some sources; those that do not exist are left out. */
    public List<ObservedSource> sources(Collection<String> ids) throws SmcException {
        List<ObservedSource> found = new ArrayList<>();
        for (List<String> chunk : chunks(new TreeSet<>(ids))) {
            calls++;
            found.addAll(client.call(DescribeSourceServersRequest.ofIds(chunk)).items());
        }
        return found;
    }

    /** Read calls made so far. */
    public int calls() {
        return calls;
    }

    private Page<ObservedJob> describe(DescribeReplicationJobsRequest request) throws SmcException {
        calls++;
        return client.call(request);
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
