package io.camelsmc.emulator;

import java.util.Map;

/** An error answer of the service, on its way from the check that found it to the client. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    Refusal(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    Refusal(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /** A value that the service does not take; real codes for these are not documented, so the form is ours. */
    static Refusal invalid(String parameter, String expectation) {
        return new Refusal(
                400,
                "InvalidParameter." + parameter,
                "The specified " + parameter + " is invalid: " + expectation + ".");
    }

    static Refusal missing(String parameter) {
        return new Refusal(
                400, "Missing" + parameter, "The input parameter " + parameter + " that is mandatory is not supplied.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
