package io.camelsmc.emulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault with its figures. Immutable.
 *
 * @param fault what goes wrong
 * @param committed whether the call is carried out
 * @param time a time where the fault has one, else null for its default
 * @param bytes a size where the fault has one, 0 for its default
 * @param status HTTP status of an error, 0 for the fault's default
 * @param code error code, empty for the fault's default
 * @param message error message, empty for a neutral one
 * @param headers further headers of the answer
 */
public record FaultEffect(
        Fault fault,
        boolean committed,
        @Nullable Duration time,
        long bytes,
        int status,
        String code,
        String message,
        Map<String, String> headers) {

    /** Copies the headers. */
    public FaultEffect {
        headers = Map.copyOf(headers);
    }

    /** The fault with its defaults. */
    public static FaultEffect of(Fault fault) {
        return new FaultEffect(fault, fault.commits(), null, 0, 0, "", "", Map.of());
    }

    /** An error answer of the service; nothing is carried out unless moved with {@link #afterCommit()}. */
    public static FaultEffect error(int status, String code, String message) {
        return new FaultEffect(Fault.ERROR, false, null, 0, status, code, message, Map.of());
    }

    /** The same effect with another time. */
    public FaultEffect lasting(Duration newTime) {
        return new FaultEffect(fault, committed, newTime, bytes, status, code, message, headers);
    }

    /** The same effect with another size. */
    public FaultEffect ofBytes(long newBytes) {
        return new FaultEffect(fault, committed, time, newBytes, status, code, message, headers);
    }

    /** The same effect with another error. */
    public FaultEffect answering(int newStatus, String newCode, String newMessage) {
        return new FaultEffect(fault, committed, time, bytes, newStatus, newCode, newMessage, headers);
    }

    /** The same effect with one more header. */
    public FaultEffect withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new FaultEffect(fault, committed, time, bytes, status, code, message, more);
    }

    /** The same effect on a call that is carried out. */
    public FaultEffect afterCommit() {
        return moved(true);
    }

    /** The same effect on a call that is not carried out. */
    public FaultEffect beforeCommit() {
        return moved(false);
    }

    Duration timeOr(Duration usual) {
        return time == null ? usual : time;
    }

    private FaultEffect moved(boolean commit) {
        if (commit != committed && !fault.movable()) {
            throw new IllegalArgumentException(fault + " has a fixed moment");
        }
        return new FaultEffect(fault, commit, time, bytes, status, code, message, headers);
    }
}
