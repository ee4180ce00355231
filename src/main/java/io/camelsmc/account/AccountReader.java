package io.camelsmc.account;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ErrorEntry;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.Pages;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.SmcOperation;
import io.camelsmc.client.SmcUnavailableException;
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

    private static final int CHUNK = DescribeReplicationJobsRequest.MAX_IDS;
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
     * @throws SmcUnavailableException also when the service hands out the same page again and again
     */
    public List<ObservedJob> jobs(Collection<String> expected) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        listings(found, false);
        lookUp(expected, found);
        return List.copyOf(found.values());
    }

    /**
     * Reads all jobs of the account for a caller who must not miss one: when pages shifted, it reads again in pages of
     * another size, whose borders lie elsewhere.
     *
     * @param expected ids of jobs that should be there
     * @return the jobs, and how many the service counts
     * @throws SmcUnavailableException also when the service hands out the same page again and again
     */
    public Census everyJob(Collection<String> expected) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        int counted = listings(found, true);
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

    /**
     * Reads the listing, and again in pages of another size if some jobs are missing.
     *
     * @param thorough whether to do so whatever the reason, and not only when the service repeated a page
     * @return how many jobs there are, as the service counts them
     */
    private int listings(Map<String, ObservedJob> found, boolean thorough) throws SmcException {
        int counted = 0;
        boolean repeated = false;
        for (int size : PAGE_SIZES) {
            Pages<ObservedJob> pages =
                    new Pages<>(client, DescribeReplicationJobsRequest.all().withPageSize(size));
            while (pages.hasNext()) {
                calls++;
                Page<ObservedJob> page = pages.next();
                add(page, found);
                counted = page.totalCount();
            }
            repeated = pages.repeated();
            if (found.size() >= counted || !(thorough || repeated)) {
                return counted;
            }
        }
        if (repeated) {
            throw repeatedPage(found.size(), counted);
        }
        return counted;
    }

    private static SmcException repeatedPage(int found, int counted) {
        ErrorEntry entry = ErrorTable.standard().lookup("Response.RepeatedPage", 0);
        return new SmcUnavailableException(
                SmcFailure.of(SmcOperation.DESCRIBE_REPLICATION_JOBS, entry.code(), SmcFailure.Executed.NO)
                        .message("the service counts " + counted + " jobs and lists " + found
                                + " of them, and then the same page again")
                        .advice(entry.advice())
                        .build(),
                null);
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

    /** Reads some jobs by their ids, 50 a call; those that do not exist are left out. */
    public List<ObservedJob> byIds(Collection<String> ids) throws SmcException {
        Map<String, ObservedJob> found = new LinkedHashMap<>();
        lookUp(ids, found);
        return List.copyOf(found.values());
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
