package io.camelsmc.emulator.http;

import java.time.Duration;

/**
 * The way an answer travels.
 *
 * @param kind what happens on the socket
 * @param interval time between two bytes, for {@link Kind#SLOW} only
 * @param bytes length of the body, for {@link Kind#HUGE} only
 */
public record Delivery(Kind kind, Duration interval, long bytes) {

    /** The ordinary way: the whole answer, then the connection stays open. */
    public static final Delivery NORMAL = of(Kind.NORMAL);

    /** What happens on the socket. */
    public enum Kind {
        /** The whole answer; the connection stays open. */
        NORMAL,
        /** No byte; an orderly end of the connection. */
        DROP,
        /** No byte; a TCP reset. */
        RESET,
        /** No byte, and the connection stays open until the client gives up. */
        STALL,
        /** A Content-Length for the whole body, half of the body, then the end of the connection. */
        TRUNCATE,
        /** A chunked body whose stream ends in the middle of a chunk. */
        CUT_CHUNK,
        /** The head at once, then the body byte by byte. */
        SLOW,
        /** A body of the stated size, made of the given body repeated. */
        HUGE,
        /** The whole answer, then the end of the connection although it promised to stay open. */
        CLOSE_AFTER,
        /** The whole answer; the connection ends at the moment its next request has arrived. */
        CLOSE_AT_REUSE
    }

    /** A delivery that needs no further figure. */
    public static Delivery of(Kind kind) {
        return new Delivery(kind, Duration.ZERO, 0);
    }

    /** Byte by byte. */
    public static Delivery slow(Duration interval) {
        return new Delivery(Kind.SLOW, interval, 0);
    }

    /** A body of the given size. */
    public static Delivery huge(long bytes) {
        return new Delivery(Kind.HUGE, Duration.ZERO, bytes);
    }
}
