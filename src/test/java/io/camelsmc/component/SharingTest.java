package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.client.CallInterceptor;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.SmcCall;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.SmcException;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateLockedException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What endpoints share, who owns it, and who closes it. */
class SharingTest {

    private Path folder;

    private Bench bench;

    @BeforeEach
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        bench = Bench.unstarted();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private SmcEngine engine(String uri) throws Exception {
        return bench.camel.getEndpoint(uri, SmcEndpoint.class).engine();
    }

    @Test
    void endpointsOfEqualOptionsShareOneClientAndEndpointsOfOtherOptionsDoNot() throws Exception {
        bench.camel.start();

        SmcClient client = engine("smc:createReplicationJob").client();

        assertThat(engine("smc:describeReplicationJobs?region=cn-beijing").client())
                .isSameAs(client);
        assertThat(engine("smc:createReplicationJob?maxAttempts=7").client()).isSameAs(client);
        assertThat(engine("smc:createReplicationJob?callTimeout=7s").client()).isNotSameAs(client);
        assertThat(engine("smc:createReplicationJob?secretKey=RAW(other)").client())
                .isNotSameAs(client);
    }

    @Test
    void endpointsOfOneStateShareItsJournalHoweverItIsSpelt() throws Exception {
        bench.camel.start();
        Path state = folder.resolve("state");

        Exchange first = bench.send("smc:createReplicationJob?stateUrl=" + state, Bench.json(1));
        Exchange second = bench.send("smc:createReplicationJob?maxAttempts=2&stateUrl=" + state, Bench.json(1));
        Exchange third =
                bench.send("smc:createReplicationJob?stateUrl=" + folder.resolve("x/../state/."), Bench.json(1));

        assertThat(first.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("created");
        assertThat(second.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
        assertThat(third.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
    }

    @Test
    void ownedJournalIsHeldWhileRunningAndReleasedOnStop() throws Exception {
        bench.component().getConfiguration().setStateUrl(folder.toString());
        bench.camel.start();
        bench.create(Bench.json(1));
        assertThatThrownBy(() -> Journals.open(folder.toString())).isInstanceOf(StateLockedException.class);

        bench.camel.stop();

        try (Journal opened = Journals.open(folder.toString())) {
            assertThat(opened.list()).hasSize(1);
        }
    }

    @Test
    void ownedClientIsClosedOnStop() throws Exception {
        bench.camel.start();
        SmcClient owned = engine("smc:describeReplicationJobs").client();
        assertThat(owned.call(DescribeReplicationJobsRequest.all()).items()).isEmpty();

        bench.camel.stop();

        assertThatThrownBy(() -> owned.call(DescribeReplicationJobsRequest.all()));
    }

    @Test
    void beansOfTheRegistryArePickedUpAndStayOpen() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (SmcClient client = SmcClients.intercepted(bench.client(), new CallInterceptor() {
                    @Override
                    public <R> R intercept(SmcCall<R> call, Next next) throws SmcException {
                        calls.incrementAndGet();
                        return next.call(call);
                    }
                });
                Journal journal = Journals.open(folder.toString())) {
            bench.camel.removeComponent("smc");
            bench.camel.getRegistry().bind("anyClient", client);
            bench.camel.getRegistry().bind("anyJournal", journal);
            bench.camel.start();

            Exchange done = bench.create(Bench.json(1));
            assertThat(done.getException()).isNull();
            assertThat(calls).hasValue(2);
            assertThat(engine("smc:createReplicationJob").journal()).isSameAs(journal);
            bench.camel.stop();

            assertThat(journal.list()).hasSize(1);
            assertThat(client.call(DescribeReplicationJobsRequest.all()).items())
                    .hasSize(1);
        }
    }

    @Test
    void autowiringCanBeSwitchedOff() throws Exception {
        try (SmcClient client = bench.client()) {
            bench.camel.getRegistry().bind("anyClient", client);
            bench.component().setAutowiredEnabled(false);
            bench.camel.start();

            assertThat(bench.component().getConfiguration().getClient()).isNull();
        }
    }

    @Test
    void contextStartsAgainAfterAStop() throws Exception {
        SmcComponent component = bench.component();
        component.getConfiguration().setStateUrl(folder.toString());
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row").routeId("row").to("smc:createReplicationJob");
            }
        });
        bench.camel.start();
        bench.send("direct:row", Bench.json(1));

        bench.camel.getRouteController().stopRoute("row");
        bench.camel.getRouteController().startRoute("row");
        Exchange afterRoute = bench.send("direct:row", Bench.json(1));
        bench.camel.suspend();
        bench.camel.resume();
        Exchange afterPause = bench.send("direct:row", Bench.json(1));
        component.stop();
        component.start();
        bench.camel.getRouteController().stopRoute("row");
        bench.camel.getRouteController().startRoute("row");
        Exchange afterComponent = bench.send("direct:row", Bench.json(1));

        assertThat(afterRoute.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
        assertThat(afterPause.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
        assertThat(afterComponent.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("unchanged");
    }

    @Test
    void stateOfAnotherRunnerFailsTheStart() throws Exception {
        try (Journal held = Journals.open(folder.toString())) {
            assertThat(held.list()).isEmpty();
            bench.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:row").to("smc:createReplicationJob?stateUrl=" + folder);
                }
            });

            assertThatThrownBy(bench.camel::start).hasStackTraceContaining("StateLockedException");
        }
    }

    @Test
    void lazyProducerFailsAtTheFirstMessageInstead() throws Exception {
        Journal held = Journals.open(folder.toString());
        bench.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:row").to("smc:createReplicationJob?lazyStartProducer=true&stateUrl=" + folder);
            }
        });
        bench.camel.start();

        Exchange locked = bench.send("direct:row", Bench.json(1));
        held.close();
        Exchange free = bench.send("direct:row", Bench.json(1));

        assertThat(locked.getException()).isInstanceOf(StateLockedException.class);
        assertThat(free.getMessage().getHeader(SmcConstants.OUTCOME)).isEqualTo("created");
    }
}
