package io.camelsmc.emulator;

/**
 * One line of a fault plan.
 *
 * @param match which calls it meets
 * @param effect what happens to them
 */
public record FaultRule(FaultMatch match, FaultEffect effect) {

    /** Begins a rule for the calls of one operation. */
    public static FaultMatch on(String action) {
        return FaultMatch.on(action);
    }

    /** Begins a rule for all calls. */
    public static FaultMatch onAnyAction() {
        return FaultMatch.on(null);
    }
}
