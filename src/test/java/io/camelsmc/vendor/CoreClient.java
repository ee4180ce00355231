package io.camelsmc.vendor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.policy.retry.RetryPolicy;
import com.aliyuncs.profile.DefaultProfile;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * {@code com.aliyun:aliyun-java-sdk-core}, the core of the vendor's former clients, signing with V1. It takes flat parameters only; its
 * clients flattened by hand, so the other core's helper does it here.
 */
final class CoreClient implements VendorClient {

    private static final int MILLIS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        // The wire log of its HTTP client would bury the report.
        ((Logger) LoggerFactory.getLogger("org.apache.http")).setLevel(Level.INFO);
    }

    private final DefaultAcsClient client;
    private final String host;
    private final boolean inForm;

    /**
     * A client for one key.
     *
     * @param inForm whether the parameters go in a form body instead of the query
     */
    CoreClient(URI endpoint, Key key, boolean inForm) {
        // A region would be sent as RegionId with every call.
        client = new DefaultAcsClient(
                key.isTemporary()
                        ? DefaultProfile.getProfile("", key.id(), key.secret(), key.token())
                        : DefaultProfile.getProfile("", key.id(), key.secret()));
        client.setSysRetryPolicy(RetryPolicy.none());
        host = endpoint.getRawAuthority();
        this.inForm = inForm;
    }

    void retryBy(RetryPolicy policy) {
        client.setSysRetryPolicy(policy);
    }

    @Override
    public Map<?, ?> call(String version, String action, Map<String, ?> request) throws Exception {
        CommonRequest call = new CommonRequest();
        call.setSysMethod(MethodType.POST);
        call.setSysProtocol(ProtocolType.HTTP);
        call.setSysDomain(host);
        call.setSysVersion(version);
        call.setSysAction(action);
        call.setSysConnectTimeout(MILLIS);
        call.setSysReadTimeout(MILLIS);
        com.aliyun.openapiutil.Client.query(request).forEach((name, value) -> {
            if (inForm) {
                call.putBodyParameter(name, value);
            } else {
                call.putQueryParameter(name, value);
            }
        });
        return JSON.readValue(client.getCommonResponse(call).getData(), Map.class);
    }
}
