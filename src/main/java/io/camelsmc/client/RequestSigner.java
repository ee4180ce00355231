package io.camelsmc.client;

import io.camelsmc.client.http.TransportRequest;
import io.camelsmc.client.sign.SignatureV1;
import io.camelsmc.client.sign.SignatureV3;
import io.camelsmc.client.sign.SignatureVersion;
import io.camelsmc.client.wire.PercentEncoding;
import io.camelsmc.spec.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the signed POST of a call. A pure function of its arguments: equal arguments give equal requests.
 *
 * <p>V1 carries everything in a form body. V3 carries the business parameters in the query, as the vendor's libraries
 * do; a query longer than {@value #MAX_QUERY} characters goes into a form body instead, since URLs are cut on the way.
 */
final class RequestSigner {

    static final int MAX_QUERY = 6 * 1024;

    private static final String API_VERSION = "2019-06-01";
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final String HASH_OF_NOTHING = Sha256.hex("");

    private final SignatureVersion version;
    private final String host;
    private final String userAgent;

    /** A signer for one host, given as the literal {@code Host} header. */
    RequestSigner(SignatureVersion version, String host, String userAgent) {
        this.version = version;
        this.host = host;
        this.userAgent = userAgent;
    }

    TransportRequest sign(
            SmcOperation operation,
            SortedMap<String, String> parameters,
            SmcCredentials credentials,
            Instant time,
            String nonce) {
        String timestamp = time.truncatedTo(ChronoUnit.SECONDS).toString();
        return version == SignatureVersion.V1
                ? v1(operation, parameters, credentials, timestamp, nonce)
                : v3(operation, parameters, credentials, timestamp, nonce);
    }

    private TransportRequest v1(
            SmcOperation operation,
            SortedMap<String, String> parameters,
            SmcCredentials credentials,
            String timestamp,
            String nonce) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("Action", operation.action());
        all.put("Version", API_VERSION);
        all.put("Format", "JSON");
        all.put("AccessKeyId", credentials.accessKeyId());
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", nonce);
        all.put("Timestamp", timestamp);
        String token = credentials.securityToken();
        if (token != null) {
            all.put("SecurityToken", token);
        }
        String signature = SignatureV1.sign("POST", all, credentials.accessKeySecret());
        String body = SignatureV1.canonicalQuery(all) + "&Signature=" + PercentEncoding.encode(signature);
        Map<String, String> headers = headers();
        headers.put("Content-Type", FORM);
        return new TransportRequest("", headers, body);
    }

    private TransportRequest v3(
            SmcOperation operation,
            SortedMap<String, String> parameters,
            SmcCredentials credentials,
            String timestamp,
            String nonce) {
        String encoded = SignatureV3.canonicalQuery(parameters);
        boolean inBody = encoded.length() > MAX_QUERY;
        String body = inBody ? encoded : "";
        Map<String, String> headers = headers();
        headers.put("x-acs-action", operation.action());
        headers.put("x-acs-version", API_VERSION);
        headers.put("x-acs-date", timestamp);
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-content-sha256", inBody ? Sha256.hex(body) : HASH_OF_NOTHING);
        if (inBody) {
            headers.put("Content-Type", FORM);
        }
        String token = credentials.securityToken();
        if (token != null) {
            headers.put("x-acs-accesskey-id", credentials.accessKeyId());
            headers.put("x-acs-security-token", token);
        }
        String query = inBody ? "" : encoded;
        headers.put(
                "Authorization",
                SignatureV3.authorization(
                        "POST", query, headers, credentials.accessKeyId(), credentials.accessKeySecret()));
        return new TransportRequest(query, headers, body);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Host", host);
        headers.put("Accept", "application/json");
        headers.put("User-Agent", userAgent);
        return headers;
    }
}
