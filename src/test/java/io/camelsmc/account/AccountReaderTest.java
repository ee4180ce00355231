package io.camelsmc.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcUnavailableException;
import io.camelsmc.client.TypedClient;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountReaderTest {

    private static final int JOBS = 120;

    /** A service with jobs, or a proxy before it that knows one page only. */
    private static final class Service extends TypedClient {
        private final boolean repeats;
        private final List<DescribeReplicationJobsRequest> asked = new ArrayList<>();

        Service(boolean repeats) {
            this.repeats = repeats;
        }

        @Override
        protected Page<ObservedJob> jobs(DescribeReplicationJobsRequest request) {
            asked.add(request);
            assertThat(asked).as("asked for ever").hasSizeLessThan(20);
            int size = request.pageSize();
            int page = repeats ? 1 : request.pageNumber();
            List<ObservedJob> shown = IntStream.range((page - 1) * size, Math.min(JOBS, page * size))
                    .mapToObj(AccountReaderTest::job)
                    .toList();
            return new Page<>(shown, JOBS, page, size, "r-" + page);
        }

        @Override
        protected Page<ObservedSource> sources(DescribeSourceServersRequest request) {
            return new Page<>(List.of(), 0, 1, 50, "r");
        }
    }

    @Test
    void readsEveryPageOnce() throws SmcException {
        Service service = new Service(false);

        List<ObservedJob> jobs = new AccountReader(service).jobs(List.of());

        assertThat(jobs).hasSize(JOBS).doesNotHaveDuplicates();
        assertThat(service.asked)
                .extracting(DescribeReplicationJobsRequest::pageNumber)
                .containsExactly(1, 2, 3);
    }

    @Test
    void saysSoWhenTheFirstPageComesAgainAndAgain() {
        assertThatThrownBy(() -> new AccountReader(new Service(true)).jobs(List.of()))
                .isInstanceOf(SmcUnavailableException.class)
                .hasMessageContainingAll("Response.RepeatedPage", "120 jobs", "50 of them", "proxy");
    }

    @Test
    void takesNoCensusWhenTheFirstPageComesAgainAndAgain() {
        assertThatThrownBy(() -> new AccountReader(new Service(true)).everyJob(List.of()))
                .isInstanceOf(SmcUnavailableException.class)
                .hasMessageContaining("Response.RepeatedPage");
    }

    private static ObservedJob job(int number) {
        return ObservedJob.of(
                "j-" + number,
                "Ready",
                ReplicationJobSpec.builder().sourceId("s-" + number).build());
    }
}
