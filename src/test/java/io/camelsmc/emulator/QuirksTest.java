package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuirksTest {

    private SmcEmulator emulator;

    @BeforeEach
    void start() throws Exception {
        emulator = SmcEmulator.start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE_MISSING, EntityNotExist.Role",
        "REAL_NAME_MISSING, RealNameAuthenticationError",
        "PERMISSION_DENIED, Forbidden.Unauthorized",
        "KEY_DISABLED, InvalidAccessKeyId.Inactive",
    })
    void refusesCreatesWhileTheAccountIsNotFit(Quirk quirk, String code) throws Exception {
        emulator.settings().on(quirk);
        TestCall.Reply refused = TestCall.create("s-bp1a").send(emulator);
        emulator.settings().off(quirk);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(TestCall.create("s-bp1a").send(emulator).status()).isEqualTo(200);
    }

    @Test
    void losesAnEntryBetweenTwoPages() throws Exception {
        for (int i = 0; i < 4; i++) {
            TestCall.create("s-bp1x" + i, "Name", "web-" + i).send(emulator);
        }
        emulator.settings().on(Quirk.PAGE_SHIFT);

        assertThat(names("1")).isEqualTo("web-3 web-2");
        assertThat(names("2")).isEqualTo("web-0");
    }

    @Test
    void refusesAJobForASourceThatIsOffline() throws Exception {
        emulator.addSource(EmulatedSource.available("s-bp1a", "web")
                .withState(EmulatedSource.UNAVAILABLE, "SourceServer.Offline"));

        assertThat(TestCall.create("s-bp1a").send(emulator).code()).isEqualTo("SourceServerState.Invalid");
    }

    private String names(String page) throws Exception {
        var answer = TestCall.of("DescribeReplicationJobs", "PageSize", "2", "PageNumber", page)
                .send(emulator)
                .json();
        return String.join(" ", answer.at("/ReplicationJobs").findValuesAsText("Name"));
    }
}
