package io.camelsmc.client.http;

import io.camelsmc.diag.SafeText;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoints may be called: HTTPS to the hosts of the service, and loopback, where plain HTTP is allowed too. Host
 * names are judged as written; nothing is resolved.
 *
 * @param allowCustomHosts whether other hosts may be called as well, over HTTPS only
 */
public record EndpointPolicy(boolean allowCustomHosts) {

    private static final String SERVICE_DOMAIN = ".aliyuncs.com";
    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    /** Hosts of the service and loopback only. */
    public static EndpointPolicy standard() {
        return new EndpointPolicy(false);
    }

    /** Any host, still HTTPS only except for loopback. */
    public static EndpointPolicy allowingCustomHosts() {
        return new EndpointPolicy(true);
    }

    /**
     * The endpoint as scheme, lower-case host and port, the port only where it differs from the default.
     *
     * @throws IllegalArgumentException if the endpoint may not be called; says why, without any user info
     */
    public URI check(URI endpoint) {
        String scheme = lower(endpoint.getScheme());
        String host = lower(endpoint.getHost());
        if ((!scheme.equals("https") && !scheme.equals("http")) || host.isEmpty()) {
            throw new IllegalArgumentException("the endpoint must look like https://smc.aliyuncs.com");
        }
        if (endpoint.getRawUserInfo() != null
                || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null
                || !(endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"))) {
            throw new IllegalArgumentException(
                    "the endpoint must be scheme, host and port only; host given: " + SafeText.excerpt(host));
        }
        if (!isLoopback(endpoint)) {
            if (scheme.equals("http")) {
                throw new IllegalArgumentException(
                        "plain http is allowed for loopback only, not for " + SafeText.excerpt(host) + "; use https");
            }
            if (!host.endsWith(SERVICE_DOMAIN) && !allowCustomHosts) {
                throw new IllegalArgumentException(SafeText.excerpt(host) + " is not a host of the service (*"
                        + SERVICE_DOMAIN + "); allow custom endpoints to use it");
            }
        }
        int port = endpoint.getPort();
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port));
    }

    /** Whether the host is written as a loopback address: {@code localhost}, {@code 127.0.0.0/8} or {@code ::1}. */
    public static boolean isLoopback(URI endpoint) {
        String host = lower(endpoint.getHost());
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.equals("[0:0:0:0:0:0:0:1]")
                || LOOPBACK_V4.matcher(host).matches();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
