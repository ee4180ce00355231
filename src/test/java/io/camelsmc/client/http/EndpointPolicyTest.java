package io.camelsmc.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "https://smc.aliyuncs.com, https://smc.aliyuncs.com",
        "https://SMC.aliyuncs.com:443/, https://smc.aliyuncs.com",
        "https://smc.vpc-proxy.aliyuncs.com:8443, https://smc.vpc-proxy.aliyuncs.com:8443",
        "http://127.0.0.1:8089, http://127.0.0.1:8089",
        "http://127.3.2.1, http://127.3.2.1",
        "http://localhost:80, http://localhost",
        "http://[::1]:8089/, http://[::1]:8089",
        "https://localhost:8089, https://localhost:8089",
    })
    void serviceAndLoopbackMayBeCalled(URI endpoint, URI checked) {
        assertThat(EndpointPolicy.standard().check(endpoint)).isEqualTo(checked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smc.aliyuncs.com",
                "https://smc.aliyuncs.com.evil.example",
                "https://aliyuncs.com.evil.example",
                "https://evilaliyuncs.com",
                "https://10.0.0.1",
                "http://127.0.0.1.evil.example",
                "https://user:pw@smc.aliyuncs.com",
                "https://smc.aliyuncs.com/path",
                "https://smc.aliyuncs.com?x=1",
                "ftp://smc.aliyuncs.com",
                "smc.aliyuncs.com",
                "https:///",
            })
    void everythingElseIsRefused(URI endpoint) {
        assertThatThrownBy(() -> EndpointPolicy.standard().check(endpoint))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void customHostsMustBeAllowedAndStillNeedHttps() {
        EndpointPolicy policy = EndpointPolicy.allowingCustomHosts();

        assertThat(policy.check(URI.create("https://smc.example:8443"))).hasHost("smc.example");
        assertThatThrownBy(() -> policy.check(URI.create("http://smc.example"))).hasMessageContaining("https");
    }
}
