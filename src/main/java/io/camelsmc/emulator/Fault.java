package io.camelsmc.emulator;

/**
 * What can go wrong with one call.
 *
 * <p>Each has a usual moment: before the service commits, or after it. Faults that merely shape an answer may be moved
 * with {@link FaultEffect#beforeCommit()} and {@link FaultEffect#afterCommit()}.
 */
public enum Fault {
    /** The call is carried out, then the connection ends without an answer. */
    ACCEPT_THEN_DROP(true, false),
    /** The connection ends without an answer; nothing is carried out. */
    DROP_BEFORE(false, false),
    /** TCP reset; nothing is carried out. */
    RESET_BEFORE(false, false),
    /** The call is carried out, then TCP reset. */
    RESET_AFTER(true, false),
    /** No answer until the client gives up; nothing is carried out. */
    STALL_BEFORE(false, false),
    /** The call is carried out; no answer until the client gives up. */
    STALL_AFTER(true, false),
    /** The connection ends at once; the call is carried out after the effect's time. */
    LATE_COMMIT(false, false),
    /** The call takes the effect's time; its ClientToken is in use meanwhile. */
    DELAY(true, true),
    /** The call is carried out at once, the answer comes after the effect's time. */
    DELAY_ANSWER(true, true),
    /** An error answer with the effect's status, code, message and headers. */
    ERROR(false, true),
    /** 500 {@code InternalError}; nothing is carried out. */
    ERROR_500(false, true),
    /** The call is carried out, then 500 {@code InternalError}. */
    ERROR_500_AFTER(true, true),
    /** 503 {@code ServiceUnavailable}. */
    UNAVAILABLE_503(false, true),
    /** 400 {@code Throttling.User}; with {@code x-acs-retry-after} when the effect has a time. */
    THROTTLE(false, true),
    /** Half of the body, then the connection ends. */
    TRUNCATED(true, false),
    /** A chunked body that ends in the middle of a chunk. */
    CHUNKED_CUT(true, false),
    /** 502 with the page of a proxy; nothing is carried out. */
    HTML_502(false, false),
    /** The call is carried out, then 502 with the page of a proxy. */
    HTML_502_AFTER(true, false),
    /** 200 with the page of a proxy. */
    HTML_200(true, false),
    /** An error in XML although JSON was asked for. */
    XML_ERROR(false, true),
    /** 200 without a body. */
    EMPTY_200(true, false),
    /** 200 whose body is an error. */
    ERROR_IN_200(false, true),
    /** 200 with a RequestId and an empty JobId; nothing is carried out. */
    EMPTY_JOB_ID(false, true),
    /** 302 to another host. */
    REDIRECT_302(false, false),
    /** The body byte by byte, the effect's time apart. */
    SLOW_BYTES(true, false),
    /** A body of the effect's bytes. */
    HUGE_BODY(true, false),
    /** A small compressed body that grows to the effect's bytes. */
    GZIP_BOMB(true, false),
    /** The answer, then the end of the connection although it promised to stay open. */
    CLOSE_KEEPALIVE(true, false),
    /** The answer; the connection ends when its next request has arrived. */
    CLOSE_AT_REUSE(true, false),
    /** The call is carried out, then 400 {@code SignatureNonceUsed}, as after a hidden resend. */
    SIGNATURE_NONCE_USED(true, true),
    /** 400 {@code InvalidTimeStamp.Expired} with a Date header that is off by the effect's time. */
    CLOCK_SKEW(false, true),
    /** 400 {@code InvalidSecurityToken.Expired}. */
    SECURITY_TOKEN_EXPIRED(false, true),
    /** 403 {@code InvalidAccessKeyId.Inactive}. */
    KEY_DISABLED(false, true);

    private final boolean commits;
    private final boolean inService;

    Fault(boolean commits, boolean inService) {
        this.commits = commits;
        this.inService = inService;
    }

    /** True when the call is usually carried out. */
    public boolean commits() {
        return commits;
    }

    /** True when the service itself answers, so that a call with a wrong signature gets its own error first. */
    boolean inService() {
        return inService;
    }

    boolean movable() {
        return switch (this) {
            case ACCEPT_THEN_DROP,
                    DROP_BEFORE,
                    RESET_BEFORE,
                    RESET_AFTER,
                    STALL_BEFORE,
                    STALL_AFTER,
                    LATE_COMMIT,
                    DELAY,
                    DELAY_ANSWER,
                    CLOSE_KEEPALIVE,
                    CLOSE_AT_REUSE -> false;
            default -> true;
        };
    }
}
