package io.camelsmc.client;

import java.util.List;

/**
 * One line of the {@link ErrorTable}.
 *
 * @param code the error code, or what a code begins or ends with, or an HTTP status
 * @param match how the code is compared
 * @param origin who speaks: {@code service}, {@code gateway}, {@code client} for our own codes, {@code pattern} or
 *     {@code status} for the rules that catch the rest
 * @param errorClass the routing class of a write that fails so; see {@link #errorClass(SmcOperation)}
 * @param accountWide whether every other call of the account would fail the same way
 * @param http statuses that are documented or were seen; informative only
 * @param meaning what has happened
 * @param advice what to do and who must act
 */
public record ErrorEntry(
        String code,
        Match match,
        String origin,
        ErrorClass errorClass,
        boolean accountWide,
        List<Integer> http,
        String meaning,
        String advice) {

    /** How a line catches a code. */
    public enum Match {
        EXACT,
        PREFIX,
        SUFFIX,
        STATUS
    }

    public ErrorEntry {
        http = List.copyOf(http);
    }

    /** Whether the same row may succeed later without being edited. */
    public boolean retryable() {
        return errorClass.retryable();
    }

    /** What is known about the effect of a write that fails so. */
    public SmcFailure.Executed executed() {
        return errorClass.executed();
    }

    /** The code as people read it: {@code Throttling*}, {@code *.Mismatch}, {@code HTTP 429}. */
    public String display() {
        return switch (match) {
            case EXACT -> code;
            case PREFIX -> code + "*";
            case SUFFIX -> "*" + code;
            case STATUS -> "HTTP " + code;
        };
    }

    /**
     * The routing class for an operation. A read changes nothing, so nothing can be in doubt: it counts as not
     * answered, or as an access problem where the whole account is affected.
     */
    public ErrorClass errorClass(SmcOperation operation) {
        if (errorClass != ErrorClass.OUTCOME_UNKNOWN || operation.isWrite()) {
            return errorClass;
        }
        return accountWide ? ErrorClass.ACCESS : ErrorClass.UNAVAILABLE;
    }

    boolean catches(String text) {
        return switch (match) {
            case EXACT -> text.equals(code);
            case PREFIX -> text.startsWith(code);
            case SUFFIX -> text.endsWith(code);
            case STATUS -> false;
        };
    }
}
