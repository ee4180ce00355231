package io.camelsmc.emulator;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault meets. Immutable; every condition must hold.
 *
 * <p>Conditions on the call itself (action, SourceId, Name, time) come first. The calls that pass them are counted from
 * 1, and {@code nth}, {@code every}, {@code probability} and {@code times} work on that count.
 *
 * @param action the operation, or null for any of SMC; that of the token service must be named
 * @param sourceId the SourceId of the call, or null for any
 * @param name the Name of the call, or null for any
 * @param from the first moment, or null
 * @param until the moment when it ends, or null
 * @param nth the only call that is met, 0 for no such limit
 * @param every meets each call whose count is a multiple, 0 for all
 * @param probability share of calls that are met, 0 to 1
 * @param seed start of the random sequence
 * @param times how many calls are met at most
 */
public record FaultMatch(
        @Nullable String action,
        @Nullable String sourceId,
        @Nullable String name,
        @Nullable Instant from,
        @Nullable Instant until,
        int nth,
        int every,
        double probability,
        long seed,
        int times) {

    /** Every call of an operation. */
    static FaultMatch on(@Nullable String action) {
        return new FaultMatch(action, null, null, null, null, 0, 0, 1, 0, Integer.MAX_VALUE);
    }

    /** Only the n-th matching call, counted from 1. */
    public FaultMatch nth(int n) {
        return new FaultMatch(action, sourceId, name, from, until, n, every, probability, seed, 1);
    }

    /** Each n-th matching call. */
    public FaultMatch every(int n) {
        return new FaultMatch(action, sourceId, name, from, until, nth, n, probability, seed, times);
    }

    /** A share of the matching calls, the same ones for the same seed and order. */
    public FaultMatch probability(double share, long newSeed) {
        return new FaultMatch(action, sourceId, name, from, until, nth, every, share, newSeed, times);
    }

    /** At most so many calls. */
    public FaultMatch times(int most) {
        return new FaultMatch(action, sourceId, name, from, until, nth, every, probability, seed, most);
    }

    /** Only calls that name this SourceId, alone or in a list. */
    public FaultMatch sourceId(String id) {
        return new FaultMatch(action, id, name, from, until, nth, every, probability, seed, times);
    }

    /** Only calls with this Name. */
    public FaultMatch name(String jobName) {
        return new FaultMatch(action, sourceId, jobName, from, until, nth, every, probability, seed, times);
    }

    /** Only calls in a span of the service's time; the end is not part of it. */
    public FaultMatch between(Instant start, Instant end) {
        return new FaultMatch(action, sourceId, name, start, end, nth, every, probability, seed, times);
    }

    /** The rule that gives these calls a fault. */
    public FaultRule then(Fault fault) {
        return then(FaultEffect.of(fault));
    }

    /** The rule that gives these calls an effect. */
    public FaultRule then(FaultEffect effect) {
        return new FaultRule(this, effect);
    }

    boolean concerns(String calledAction, SortedMap<String, String> parameters, Instant now) {
        boolean meant = action == null ? !calledAction.equals(Operations.IDENTITY) : action.equals(calledAction);
        return meant
                && (sourceId == null || names(parameters, sourceId))
                && (name == null || name.equals(parameters.get("Name")))
                && (from == null || !now.isBefore(from))
                && (until == null || now.isBefore(until));
    }

    private static boolean names(SortedMap<String, String> parameters, String id) {
        return id.equals(parameters.get("SourceId"))
                || parameters.subMap("SourceId.", "SourceId/").containsValue(id);
    }
}
