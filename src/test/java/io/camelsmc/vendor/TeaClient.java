package io.camelsmc.vendor;

import com.aliyun.tea.interceptor.ResponseInterceptor;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.net.URI;
import java.util.Map;

/** {@code com.aliyun:tea-openapi}, the core of the vendor's present clients. */
final class TeaClient implements VendorClient {

    private static final int MILLIS = 10_000;

    private final Client client;
    private final boolean inForm;
    private final int idleConnections;

    /**
     * A client for one key.
     *
     * @param v3 whether to sign with V3, the default of the library, or with V1, which it calls v2
     * @param inForm whether the parameters go in a form body instead of the query
     */
    TeaClient(URI endpoint, Key key, boolean v3, boolean inForm) throws Exception {
        this(endpoint, key, v3, inForm, 5);
    }

    /**
     * The same for many threads.
     *
     * @param idleConnections connections that the library keeps open; by itself it keeps 5
     */
    TeaClient(URI endpoint, Key key, boolean v3, boolean inForm, int idleConnections) throws Exception {
        Config config = new Config()
                .setAccessKeyId(key.id())
                .setAccessKeySecret(key.secret())
                .setProtocol(endpoint.getScheme())
                .setEndpoint(endpoint.getRawAuthority())
                .setConnectTimeout(MILLIS)
                .setReadTimeout(MILLIS);
        if (key.isTemporary()) {
            config.setSecurityToken(key.token());
        }
        if (!v3) {
            config.setSignatureAlgorithm("v2");
        }
        this.client = new Client(config);
        this.inForm = inForm;
        this.idleConnections = idleConnections;
    }

    void onResponse(ResponseInterceptor interceptor) {
        client.addResponseInterceptor(interceptor);
    }

    @Override
    public Map<?, ?> call(String version, String action, Map<String, ?> request) throws Exception {
        Params params = new Params()
                .setAction(action)
                .setVersion(version)
                .setProtocol("HTTP")
                .setPathname("/")
                .setMethod("POST")
                .setAuthType("AK")
                .setStyle("RPC")
                .setReqBodyType("formData")
                .setBodyType("json");
        OpenApiRequest call = new OpenApiRequest();
        if (inForm) {
            call.setBody(request);
        } else {
            call.setQuery(com.aliyun.openapiutil.Client.query(request));
        }
        RuntimeOptions once =
                new RuntimeOptions().setAutoretry(false).setMaxAttempts(1).setMaxIdleConns(idleConnections);
        return (Map<?, ?>) client.callApi(params, call, once).get("body");
    }
}
