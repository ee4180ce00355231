package io.camelsmc.emulator;

import io.camelsmc.emulator.auth.Acs3Authorization;
import io.camelsmc.emulator.auth.NonceMemory;
import io.camelsmc.emulator.auth.V1Signature;
import io.camelsmc.emulator.auth.V3Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Decides who calls: fields, key, session token, clock, nonce and signature, in the order of the service. */
final class Authenticator {

    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    private static final Pattern UTC_SECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final List<String> V1_FIELDS =
            List.of("AccessKeyId", "SignatureMethod", "SignatureVersion", "SignatureNonce", "Timestamp", "Signature");

    private final EmulatorOptions options;
    private final EmulatorSettings settings;
    private final NonceMemory nonces = new NonceMemory(CLOCK_TOLERANCE);

    Authenticator(EmulatorOptions options, EmulatorSettings settings) {
        this.options = options;
        this.settings = settings;
    }

    /** Returns when the call is genuine. */
    void check(ApiCall call) {
        Claim claim = call.signedByHeaders() ? claimOfHeaders(call) : claimOfParameters(call);
        checkKey(claim.accessKeyId());
        checkSecurityToken(call.securityToken());
        checkTime(call.timestamp());
        Instant now = settings.time().ofTheWire();
        if (!nonces.add(claim.accessKeyId() + ' ' + call.nonce(), now)) {
            throw new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        if (claim.expected().stream().noneMatch(expected -> same(claim.signature(), expected))) {
            // The real service echoes its text, which holds the key id and every parameter.
            throw new Refusal(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + claim.stringToSign());
        }
    }

    private Claim claimOfParameters(ApiCall call) {
        for (String field : V1_FIELDS) {
            if (call.all().getOrDefault(field, "").isEmpty()) {
                throw Refusal.missing(field);
            }
        }
        if (!"HMAC-SHA1".equals(call.all().get("SignatureMethod"))) {
            throw Refusal.invalid("SignatureMethod", "it must be HMAC-SHA1");
        }
        if (!"1.0".equals(call.all().get("SignatureVersion"))) {
            throw Refusal.invalid("SignatureVersion", "it must be 1.0");
        }
        String text = V1Signature.stringToSign(call.http().method(), call.all());
        return new Claim(
                call.all().getOrDefault("AccessKeyId", ""),
                call.all().getOrDefault("Signature", ""),
                signatures(call, text),
                text);
    }

    /** The vendor's tea-openapi sends empty values in the query and leaves them out of what it signs. */
    private List<String> signatures(ApiCall call, String text) {
        String whole = V1Signature.sign(options.accessKeySecret(), text);
        if (!call.all().containsValue("")) {
            return List.of(whole);
        }
        SortedMap<String, String> signed = new TreeMap<>(call.all());
        signed.values().removeIf(String::isEmpty);
        String shorter = V1Signature.stringToSign(call.http().method(), signed);
        return List.of(whole, V1Signature.sign(options.accessKeySecret(), shorter));
    }

    private static boolean same(String signature, String expected) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private Claim claimOfHeaders(ApiCall call) {
        String header = call.http().header("authorization");
        if (header == null) {
            throw Refusal.missing("Authorization");
        }
        requireHeader(call, "x-acs-date", "Timestamp");
        requireHeader(call, "x-acs-signature-nonce", "SignatureNonce");
        requireHeader(call, "x-acs-content-sha256", "ContentSha256");
        Acs3Authorization authorization = Acs3Authorization.parse(header);
        if (authorization == null) {
            throw new Refusal(400, "IncompleteSignature", "The Authorization header is malformed.");
        }
        requireSigned(call, authorization.signedHeaders());
        String actualHash = V3Signature.payloadHash(call.http().body());
        String canonical = V3Signature.canonicalRequest(
                call.http().method(), call.query(), call.http().headers(), authorization.signedHeaders(), actualHash);
        boolean bodyIntact = actualHash.equals(call.http().header("x-acs-content-sha256"));
        String expected = V3Signature.sign(options.accessKeySecret(), V3Signature.stringToSign(canonical));
        List<String> good = bodyIntact ? List.of(expected) : List.of();
        return new Claim(authorization.accessKeyId(), authorization.signature(), good, canonical);
    }

    private static void requireHeader(ApiCall call, String header, String name) {
        String value = call.http().header(header);
        if (value == null || value.isEmpty()) {
            throw Refusal.missing(name);
        }
    }

    /** A header of the service that is not signed could be changed on the way. */
    private static void requireSigned(ApiCall call, List<String> signedHeaders) {
        for (String name : call.http().headers().keySet()) {
            if ((name.equals("host") || name.startsWith("x-acs-")) && !signedHeaders.contains(name)) {
                throw new Refusal(400, "IncompleteSignature", "The header " + name + " is not signed.");
            }
        }
        if (!signedHeaders.stream().sorted().toList().equals(signedHeaders)) {
            throw new Refusal(400, "IncompleteSignature", "The signed headers are not sorted.");
        }
    }

    private void checkKey(String accessKeyId) {
        if (!accessKeyId.equals(options.accessKeyId())) {
            throw new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (settings.has(Quirk.KEY_DISABLED)) {
            throw keyDisabled();
        }
    }

    private void checkSecurityToken(String token) {
        String wanted = options.securityToken();
        if (wanted != null && token.isEmpty()) {
            throw new Refusal(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        }
        if (wanted != null && !wanted.equals(token)) {
            throw new Refusal(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");
        }
        if (settings.has(Quirk.SECURITY_TOKEN_EXPIRED) && !token.isEmpty()) {
            throw securityTokenExpired();
        }
    }

    static Refusal keyDisabled() {
        return new Refusal(403, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
    }

    static Refusal securityTokenExpired() {
        return new Refusal(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
    }

    static Refusal timestampExpired() {
        return new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    /** Where time is warped a client may follow the clock of the machine, the one of the service or any between. */
    private void checkTime(String timestamp) {
        Instant sent = utcSeconds(timestamp);
        Instant wire = settings.time().ofTheWire();
        Instant now = settings.now();
        Instant least = wire.isBefore(now) ? wire : now;
        Instant most = wire.isBefore(now) ? now : wire;
        if (sent.isBefore(least.minus(CLOCK_TOLERANCE)) || sent.isAfter(most.plus(CLOCK_TOLERANCE))) {
            throw timestampExpired();
        }
    }

    private static Instant utcSeconds(String text) {
        try {
            if (UTC_SECONDS.matcher(text).matches()) {
                return Instant.parse(text.toUpperCase(Locale.ROOT));
            }
        } catch (DateTimeParseException e) {
            // A month of 13 is refused like any other malformed time.
        }
        throw new Refusal(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }

    /** What a call claims; {@code expected} are the signatures that would be right. */
    private record Claim(String accessKeyId, String signature, List<String> expected, String stringToSign) {}
}
