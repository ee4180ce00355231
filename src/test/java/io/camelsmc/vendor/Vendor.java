package io.camelsmc.vendor;

import com.aliyun.tea.TeaException;
import com.aliyuncs.exceptions.ClientException;
import java.net.URI;

/** Every way in which the vendor's clients call. */
enum Vendor {
    TEA_V3,
    TEA_V3_FORM,
    TEA_V1,
    TEA_V1_FORM,
    CORE_V1,
    CORE_V1_FORM;

    /** A client with the right key. */
    VendorClient client(URI endpoint) throws Exception {
        return client(endpoint, Key.VALID);
    }

    VendorClient client(URI endpoint, Key key) throws Exception {
        return switch (this) {
            case TEA_V3 -> new TeaClient(endpoint, key, true, false);
            case TEA_V3_FORM -> new TeaClient(endpoint, key, true, true);
            case TEA_V1 -> new TeaClient(endpoint, key, false, false);
            case TEA_V1_FORM -> new TeaClient(endpoint, key, false, true);
            case CORE_V1 -> new CoreClient(endpoint, key, false);
            case CORE_V1_FORM -> new CoreClient(endpoint, key, true);
        };
    }

    /** Whether an empty value is sent. The forms of tea-openapi leave it out; its V1 query sends it without signing it. */
    boolean carriesEmptyValues() {
        return this != TEA_V3_FORM && this != TEA_V1_FORM;
    }

    /** The exception that the library throws for an answer that is an error. */
    Class<? extends Exception> exceptionClass() {
        return name().startsWith("TEA") ? TeaException.class : ClientException.class;
    }

    static String codeOf(Throwable thrown) {
        return thrown instanceof TeaException tea ? tea.getCode() : ((ClientException) thrown).getErrCode();
    }

    static String requestIdOf(Throwable thrown) {
        return thrown instanceof TeaException tea
                ? String.valueOf(tea.getData().get("RequestId"))
                : ((ClientException) thrown).getRequestId();
    }
}
