package io.camelsmc.client.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Marks the context just before the first byte of the request may leave. Connecting, TLS and the CONNECT of a proxy
 * come earlier, so a failure without the mark certainly never reached the service. Gives the request its query then.
 */
final class SendMarker extends HttpRequestExecutor {

    private static final String SENT = "io.camelsmc.sent";
    private static final String QUERY = "io.camelsmc.query";

    static boolean sent(HttpContext context) {
        return context.getAttribute(SENT) != null;
    }

    /**
     * The query of the request in this context. Until the request leaves it has none: the library would take it apart on
     * the way, several times, and need nothing of it.
     */
    static void setQuery(HttpContext context, String query) {
        context.setAttribute(QUERY, query);
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (!Method.CONNECT.isSame(request.getMethod())) {
            Object query = context.getAttribute(QUERY);
            if (query != null) {
                request.setPath("/?" + query);
            }
            context.setAttribute(SENT, true);
        }
        return super.execute(request, connection, callback, context);
    }
}
