package io.camelsmc.emulator;

/**
 * The error a fault answers unless the effect says otherwise.
 *
 * @param status the HTTP status
 * @param code the error code
 * @param message the text
 */
record FaultDefaults(int status, String code, String message) {

    static FaultDefaults of(Fault fault) {
        return switch (fault) {
            case UNAVAILABLE_503 ->
                new FaultDefaults(
                        503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server.");
            case THROTTLE -> new FaultDefaults(400, "Throttling.User", "Request was denied due to user flow control.");
            case SIGNATURE_NONCE_USED ->
                new FaultDefaults(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
            default ->
                new FaultDefaults(500, "InternalError", "The request processing has failed due to some unknown error.");
        };
    }
}
