package io.camelsmc.spec.check;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What the rules need to know beside the spec. The time is an argument, so that a check gives the same answer for the
 * same input.
 *
 * @param now the time to measure by
 * @param profile the edition of the API page
 * @param allowErase whether the run consents to the loss of all data on target instances
 * @param asWarning ids of rules whose findings are warnings in this run
 */
public record CheckContext(Instant now, ApiProfile profile, boolean allowErase, Set<String> asWarning) {
    public CheckContext {
        asWarning = Set.copyOf(asWarning);
    }

    /** The default edition, no consent to erase, every rule with the severity it has. */
    public static CheckContext at(Instant now) {
        return new CheckContext(now, ApiProfile.DEFAULT, false, Set.of());
    }

    public CheckContext profile(ApiProfile edition) {
        return new CheckContext(now, edition, allowErase, asWarning);
    }

    public CheckContext allowErase(boolean allow) {
        return new CheckContext(now, profile, allow, asWarning);
    }

    /** A source given by name is no fault of the row: it is looked up later. */
    public CheckContext namesLookedUp() {
        Set<String> rules = new HashSet<>(asWarning);
        rules.add(IdentityRules.LOOK_UP);
        return asWarning(rules);
    }

    public CheckContext asWarning(Set<String> rules) {
        return new CheckContext(now, profile, allowErase, rules);
    }
}
