package io.camelsmc.provision;

import io.camelsmc.client.Pages;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.provision.pace.Deadline;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads which sources of the account have a job, in pages of 50.
 *
 * <p>Pages shift while they are read. A job that is made meanwhile makes another one show up twice at worst; a job that
 * goes away lets another one slip between two pages. Then the service counts fewer jobs than a page before, or fewer
 * different jobs were shown than it counted at first, and the census is not used. What remains is a job that goes and one
 * that comes between the same two pages.
 */
final class CensusReader {

    private static final Logger LOG = LoggerFactory.getLogger(CensusReader.class);

    private final ReadBack readBack;
    private final LongSupplier nanos;

    CensusReader(ReadBack readBack, LongSupplier nanos) {
        this.readBack = readBack;
        this.nanos = nanos;
    }

    /**
     * Reads the account for a row, as far as that pays off.
     *
     * @param worth learns the size of the account, and that a census could not be used
     * @return null when it does not pay off, when a page could not be read, or when the pages do not fit together
     */
    @Nullable
    Census read(JobRequest request, CensusWorth worth, Deadline deadline) throws InterruptedException {
        long begun = nanos.getAsLong();
        Sources sources = new Sources();
        try {
            Pages<ObservedJob> pages = readBack.ofAll();
            Page<ObservedJob> page = readBack.next(request.address(), pages, deadline);
            if (!worth.paysOffWith(page.totalCount(), page.pageSize(), nanos.getAsLong())) {
                LOG.debug("not reading the {} jobs of the account: asking for sources costs less", page.totalCount());
                return null;
            }
            boolean fits = sources.add(page);
            for (int read = 1; fits && pages.hasNext() && read < CensusWorth.MAX_PAGES; read++) {
                page = readBack.next(request.address(), pages, deadline);
                fits = sources.add(page);
            }
            Census census = new Census(request.key().account(), sources.ids, begun);
            if (fits && !page.hasNext() && sources.complete() && census.holds(nanos.getAsLong())) {
                LOG.debug("read {} jobs of the account", page.totalCount());
                return census;
            }
            LOG.debug("the jobs of the account changed while they were read, or it took too long; asking for sources");
        } catch (SmcException e) {
            LOG.debug("the jobs of the account could not be read; asking for sources", e);
        }
        worth.forget();
        return null;
    }

    /** What the pages so far have shown. */
    private static final class Sources {
        private final Set<String> ids = new HashSet<>();
        private final Set<String> jobs = new HashSet<>();
        private int counted = -1;
        private int countedAtFirst;

        /** Returns whether the page fits to those before. */
        boolean add(Page<ObservedJob> page) {
            if (counted < 0) {
                countedAtFirst = page.totalCount();
            }
            boolean shrunk = page.totalCount() < counted;
            counted = page.totalCount();
            boolean named = true;
            for (ObservedJob job : page.items()) {
                jobs.add(job.jobId());
                String source = job.sourceId();
                named &= source != null;
                if (source != null) {
                    ids.add(source);
                }
            }
            return named && !shrunk;
        }

        boolean complete() {
            return jobs.size() >= countedAtFirst;
        }
    }
}
