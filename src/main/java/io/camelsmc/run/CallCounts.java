package io.camelsmc.run;

/**
 * Calls to the service.
 *
 * @param calls calls made, answered or not
 * @param retries creates that carried a token which had been sent before
 * @param throttled calls that the service throttled
 */
public record CallCounts(long calls, long retries, long throttled) {

    /** No call at all. */
    public static final CallCounts NONE = new CallCounts(0, 0, 0);
}
