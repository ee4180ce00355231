package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.ReplicationJobSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {

    /** Answers with pages of two, each given as the ids of its jobs; an empty text fails. */
    private static final class Service extends TypedClient {
        private final List<String> answers;
        private final int total;
        private final List<Integer> asked = new ArrayList<>();

        Service(int total, String... answers) {
            this.total = total;
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        protected Page<ObservedJob> jobs(DescribeReplicationJobsRequest request) throws SmcException {
            asked.add(request.pageNumber());
            String answer = answers.remove(0);
            if (answer.isEmpty()) {
                throw ErrorClass.UNAVAILABLE.exception(
                        SmcFailure.of(request.operation(), "Network.ReadTimeout", SmcFailure.Executed.NO)
                                .build(),
                        null);
            }
            List<ObservedJob> jobs =
                    Arrays.stream(answer.split(" ", -1)).map(PagesTest::job).toList();
            return new Page<>(jobs, total, request.pageNumber(), 2, "r");
        }
    }

    @Test
    void endsWithTheLastPage() throws SmcException {
        Service service = new Service(5, "a b", "c d", "e");

        Pages<ObservedJob> pages = pages(service);

        assertThat(ids(pages)).containsExactly("a", "b", "c", "d", "e");
        assertThat(service.asked).containsExactly(1, 2, 3);
        assertThat(pages.repeated()).isFalse();
    }

    @Test
    void endsWhenAPageBringsNothingNew() throws SmcException {
        Service service = new Service(500, "a b", "c b", "b a");

        Pages<ObservedJob> pages = pages(service);

        assertThat(ids(pages)).containsExactly("a", "b", "c", "b", "b", "a");
        assertThat(service.asked).containsExactly(1, 2, 3);
        assertThat(pages.repeated()).isTrue();
    }

    @Test
    void asksAgainForAPageThatCouldNotBeRead() throws SmcException {
        Service service = new Service(4, "a b", "", "c d");
        Pages<ObservedJob> pages = pages(service);
        pages.next();

        assertThatThrownBy(pages::next).isInstanceOf(SmcUnavailableException.class);

        assertThat(pages.hasNext()).isTrue();
        assertThat(ids(pages)).containsExactly("c", "d");
        assertThat(service.asked).containsExactly(1, 2, 2);
    }

    @Test
    void beginsWithThePageThatIsAskedFor() throws SmcException {
        Service service = new Service(6, "e f");

        assertThat(ids(new Pages<>(
                        service,
                        DescribeReplicationJobsRequest.all().withPageSize(2).page(3))))
                .containsExactly("e", "f");
        assertThat(service.asked).containsExactly(3);
    }

    private static Pages<ObservedJob> pages(SmcClient client) {
        return new Pages<>(client, DescribeReplicationJobsRequest.all().withPageSize(2));
    }

    private static List<String> ids(Pages<ObservedJob> pages) throws SmcException {
        List<String> ids = new ArrayList<>();
        while (pages.hasNext()) {
            pages.next().items().forEach(job -> ids.add(job.jobId()));
        }
        return ids;
    }

    private static ObservedJob job(String id) {
        return ObservedJob.of(id, null, ReplicationJobSpec.builder().build());
    }
}
