package io.camelsmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyun.credentials.exception.CredentialException;
import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VendorCredentialsTest {

    @Test
    void namesTheProviderThatAnswered() throws Exception {
        VendorCredentials credentials = new VendorCredentials(() -> provider(CredentialModel.builder()
                .accessKeyId("LTAI5tExample0001")
                .accessKeySecret("secret")
                .securityToken("")
                .providerName("default/env")
                .build()));

        SmcCredentials current = credentials.current();

        assertThat(current).isEqualTo(new SmcCredentials("LTAI5tExample0001", "secret", null, "default/env"));
        assertThat(current.toString()).contains("default/env").doesNotContain("secret");
    }

    @Test
    void saysWhatWasTriedAndNothingThatALibrarySaid() {
        VendorCredentials credentials = new VendorCredentials(() -> new AlibabaCloudCredentialsProvider() {
            @Override
            public CredentialModel getCredentials() {
                throw new CredentialException("answer was {AccessKeySecret: hunter2}");
            }

            @Override
            public String getProviderName() {
                return "broken";
            }

            @Override
            public void close() {}
        });

        assertThatThrownBy(credentials::current)
                .isInstanceOf(SmcAccessException.class)
                .hasMessageContaining("Credentials.Unavailable")
                .hasMessageContaining("ALIBABA_CLOUD_ACCESS_KEY_ID")
                .hasMessageContaining("instance role")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void emptyCredentialsAreNone() {
        VendorCredentials credentials =
                new VendorCredentials(() -> provider(CredentialModel.builder().build()));

        assertThatThrownBy(credentials::current).isInstanceOf(SmcAccessException.class);
    }

    @Test
    void refreshStartsTheChainOver() throws Exception {
        AtomicInteger chains = new AtomicInteger();
        VendorCredentials credentials = new VendorCredentials(() -> provider(CredentialModel.builder()
                .accessKeyId("id-" + chains.incrementAndGet())
                .accessKeySecret("secret")
                .build()));
        credentials.current();
        credentials.current();

        credentials.refresh();

        assertThat(credentials.current().accessKeyId()).isEqualTo("id-2");
    }

    private static AlibabaCloudCredentialsProvider provider(CredentialModel model) {
        return new AlibabaCloudCredentialsProvider() {
            @Override
            public CredentialModel getCredentials() {
                return model;
            }

            @Override
            public String getProviderName() {
                return "test";
            }

            @Override
            public void close() {}
        };
    }
}
