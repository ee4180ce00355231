package io.camelsmc.client;

import com.aliyun.credentials.exception.CredentialException;
import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import com.aliyun.credentials.provider.DefaultCredentialsProvider;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from the vendor's default chain, the same that the vendor's tools use: system properties, environment,
 * OIDC role, CLI profile, profile file, instance role, credentials URI. Providers renew session tokens by themselves;
 * {@link #refresh()} starts the chain over.
 */
public final class VendorCredentials implements CredentialsSource {

    private static final String TRIED = "none of these gave an access key: system properties (alibabacloud.accessKeyId,"
            + " alibabacloud.accessKeySecret), environment (ALIBABA_CLOUD_ACCESS_KEY_ID,"
            + " ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN), OIDC role"
            + " (ALIBABA_CLOUD_ROLE_ARN), CLI profile (.aliyun/config.json), profile file"
            + " (.alibabacloud/credentials.ini), instance role, ALIBABA_CLOUD_CREDENTIALS_URI";

    private final Supplier<AlibabaCloudCredentialsProvider> chains;
    private volatile @Nullable AlibabaCloudCredentialsProvider chain;

    /** The default chain. Nothing is looked up before the first call. */
    public VendorCredentials() {
        this(DefaultCredentialsProvider::new);
    }

    VendorCredentials(Supplier<AlibabaCloudCredentialsProvider> chains) {
        this.chains = chains;
    }

    @Override
    public SmcCredentials current() throws SmcException {
        CredentialModel model;
        try {
            model = chain().getCredentials();
        } catch (RuntimeException e) {
            // The library's text may hold what a metadata service answered, secrets included.
            throw unavailable(
                    e instanceof CredentialException
                            ? TRIED
                            : TRIED + " (" + e.getClass().getSimpleName() + ")");
        }
        String id = model == null ? null : model.getAccessKeyId();
        String secret = model == null ? null : model.getAccessKeySecret();
        if (model == null || id == null || id.isEmpty() || secret == null || secret.isEmpty()) {
            throw unavailable(TRIED);
        }
        String token = model.getSecurityToken();
        String provider = model.getProviderName();
        return new SmcCredentials(
                id, secret, token == null || token.isEmpty() ? null : token, provider == null ? "default" : provider);
    }

    @Override
    public void refresh() {
        chain = null;
    }

    private AlibabaCloudCredentialsProvider chain() {
        AlibabaCloudCredentialsProvider current = chain;
        if (current == null) {
            current = chains.get();
            chain = current;
        }
        return current;
    }

    private static SmcAccessException unavailable(String message) {
        ErrorEntry entry = ErrorTable.standard().lookup("Credentials.Unavailable", 0);
        return new SmcAccessException(
                SmcFailure.of("Credentials", entry.code(), SmcFailure.Executed.NO)
                        .message(message)
                        .advice(entry.advice())
                        .accountWide(true)
                        .build(),
                null);
    }
}
