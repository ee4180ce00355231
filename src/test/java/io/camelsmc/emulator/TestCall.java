package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signed call as the API's description says, written apart from the server's checks. */
final class TestCall {

    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final Map<String, String> parameters = new TreeMap<>();
    String key = "testid";
    String secret = "testsecret";
    String nonce = UUID.randomUUID().toString();
    Instant time = Instant.now();
    String securityToken = "";
    String version = "2019-06-01";
    private final String action;

    private TestCall(String action) {
        this.action = action;
    }

    static TestCall of(String action, String... namesAndValues) {
        TestCall call = new TestCall(action);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call.parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return call;
    }

    static TestCall create(String sourceId, String... namesAndValues) {
        TestCall call = of("CreateReplicationJob", namesAndValues);
        call.parameters.putIfAbsent("RegionId", "cn-hangzhou");
        call.parameters.putIfAbsent("SourceId", sourceId);
        return call;
    }

    TestCall with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** A V1 call with everything in a form, or in the query for GET. */
    HttpRequest v1(URI endpoint, String method) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("Action", action);
        all.put("Version", version);
        all.put("Format", parameters.getOrDefault("Format", "JSON"));
        all.put("AccessKeyId", key);
        all.put("SignatureMethod", "HMAC-SHA1");
        all.put("SignatureVersion", "1.0");
        all.put("SignatureNonce", nonce);
        all.put("Timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
        if (!securityToken.isEmpty()) {
            all.put("SecurityToken", securityToken);
        }
        String text = method + "&%2F&" + encode(join(all));
        all.put("Signature", Base64.getEncoder().encodeToString(mac("HmacSHA1", secret + "&", text)));
        if (method.equals("GET")) {
            return HttpRequest.newBuilder(endpoint.resolve("/?" + join(all))).build();
        }
        return HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(join(all)))
                .build();
    }

    /** A V3 call with everything in the query. */
    HttpRequest v3(URI endpoint) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("x-acs-action", action);
        headers.put("x-acs-version", version);
        headers.put("x-acs-date", time.truncatedTo(ChronoUnit.SECONDS).toString());
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-content-sha256", sha256(""));
        if (!securityToken.isEmpty()) {
            headers.put("x-acs-security-token", securityToken);
            headers.put("x-acs-accesskey-id", key);
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", endpoint.getAuthority());
        String names = String.join(";", signed.keySet());
        String lines = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String canonical = "POST\n/\n" + join(parameters) + "\n" + lines + "\n" + names + "\n" + sha256("");
        String signature =
                HexFormat.of().formatHex(mac("HmacSHA256", secret, "ACS3-HMAC-SHA256\n" + sha256(canonical)));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve("/?" + join(parameters)))
                .POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        request.header(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=" + key + ",SignedHeaders=" + names + ",Signature=" + signature);
        return request.build();
    }

    Reply send(SmcEmulator emulator) throws Exception {
        return send(v3(emulator.endpoint()));
    }

    static Reply send(HttpRequest request) throws Exception {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response, response.body());
    }

    record Reply(int status, HttpResponse<String> http, String text) {

        JsonNode json() throws Exception {
            return JSON.readTree(text);
        }

        String code() throws Exception {
            return json().path("Code").asText();
        }

        String jobId() throws Exception {
            return json().path("JobId").asText();
        }
    }

    private static String join(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
