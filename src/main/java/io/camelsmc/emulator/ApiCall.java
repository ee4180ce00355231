package io.camelsmc.emulator;

import io.camelsmc.emulator.auth.Acs3Authorization;
import io.camelsmc.emulator.http.HttpRequest;
import io.camelsmc.emulator.http.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as the gateway understands it.
 *
 * @param query the decoded query
 * @param all query and form together, common parameters included
 * @param business what is left of {@code all} without the common parameters; the values of the operation
 */
record ApiCall(
        HttpRequest http,
        boolean signedByHeaders,
        SortedMap<String, String> query,
        SortedMap<String, String> all,
        SortedMap<String, String> business) {

    private static final Set<String> COMMON = Set.of(
            "Action",
            "Version",
            "Format",
            "AccessKeyId",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureType",
            "SignatureVersion",
            "Timestamp");

    /** Reads a request. A malformed one becomes a refusal only later, so the reading itself cannot fail. */
    static ApiCall read(HttpRequest http) {
        SortedMap<String, String> query = new TreeMap<>();
        SortedMap<String, String> all = new TreeMap<>();
        try {
            PercentCoding.decodeInto(query, http.rawQuery());
            all.putAll(query);
            if (isForm(http.header("content-type"))) {
                PercentCoding.decodeInto(all, new String(http.body(), StandardCharsets.ISO_8859_1));
            }
        } catch (IllegalArgumentException e) {
            all.remove("Action");
        }
        SortedMap<String, String> business = new TreeMap<>(all);
        business.keySet().removeAll(COMMON);
        // The vendor's clients send x-acs-action with version 1 too, where the parameters carry the signature.
        boolean headers = Acs3Authorization.claims(http.header("authorization"))
                || (http.header("x-acs-action") != null && !all.containsKey("Signature"));
        return new ApiCall(
                http,
                headers,
                Collections.unmodifiableSortedMap(query),
                Collections.unmodifiableSortedMap(all),
                Collections.unmodifiableSortedMap(business));
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The operation asked for, or an empty text. */
    String action() {
        return common("x-acs-action", "Action");
    }

    String version() {
        return common("x-acs-version", "Version");
    }

    String nonce() {
        return common("x-acs-signature-nonce", "SignatureNonce");
    }

    String timestamp() {
        return common("x-acs-date", "Timestamp");
    }

    String securityToken() {
        return common("x-acs-security-token", "SecurityToken");
    }

    @Nullable
    String clientToken() {
        return business.get("ClientToken");
    }

    boolean wantsXml() {
        return "XML".equalsIgnoreCase(all.get("Format"));
    }

    /** Of a call signed by parameters the headers do not count, since nothing protects them. */
    private String common(String header, String parameter) {
        String value = signedByHeaders ? http.header(header) : null;
        return value != null ? value : all.getOrDefault(parameter, "");
    }
}
