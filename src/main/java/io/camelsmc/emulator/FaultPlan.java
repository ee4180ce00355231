package io.camelsmc.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The faults to come. Safe for use by many threads.
 *
 * <p>Every rule counts the calls it concerns; the first rule, in order of addition, that meets a call decides. Faults of
 * {@link #next} stand before all rules.
 */
public final class FaultPlan {

    private final List<Counted> once = new CopyOnWriteArrayList<>();
    private final List<Counted> rules = new CopyOnWriteArrayList<>();

    FaultPlan(List<FaultRule> rules) {
        rules.forEach(this::add);
    }

    /** Adds a rule. */
    public FaultPlan add(FaultRule rule) {
        rules.add(new Counted(rule));
        return this;
    }

    /** Gives the next CreateReplicationJob a fault; several wait in line. */
    public FaultPlan next(Fault fault) {
        return next("CreateReplicationJob", FaultEffect.of(fault));
    }

    /** Gives the next CreateReplicationJob an effect; several wait in line. */
    public FaultPlan next(FaultEffect effect) {
        return next("CreateReplicationJob", effect);
    }

    /** Gives the next call of an operation an effect; several wait in line. */
    public synchronized FaultPlan next(String action, FaultEffect effect) {
        once.add(new Counted(FaultRule.on(action).then(effect)));
        return this;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        once.clear();
        rules.clear();
    }

    /** How many rules and waiting faults there are. */
    public int size() {
        return once.size() + rules.size();
    }

    /** True while a fault of {@link #next} has not met its call. */
    public boolean pending() {
        return !once.isEmpty();
    }

    @Nullable
    FaultEffect meet(String action, SortedMap<String, String> parameters, Instant now) {
        FaultEffect first = once.isEmpty() ? null : meetOnce(action, parameters, now);
        for (Counted rule : rules) {
            if (rule.rule.match().concerns(action, parameters, now) && rule.hit() && first == null) {
                first = rule.rule.effect();
            }
        }
        return first;
    }

    private synchronized @Nullable FaultEffect meetOnce(
            String action, SortedMap<String, String> parameters, Instant now) {
        for (Counted waiting : once) {
            if (waiting.rule.match().concerns(action, parameters, now)) {
                once.remove(waiting);
                return waiting.rule.effect();
            }
        }
        return null;
    }

    private static final class Counted {

        private final FaultRule rule;
        private final Random random;
        private long seen;
        private int met;

        Counted(FaultRule rule) {
            this.rule = rule;
            this.random = new Random(rule.match().seed());
        }

        synchronized boolean hit() {
            FaultMatch match = rule.match();
            seen++;
            boolean lucky = match.probability() >= 1 || random.nextDouble() < match.probability();
            boolean hit = lucky
                    && met < match.times()
                    && (match.nth() == 0 || seen == match.nth())
                    && (match.every() == 0 || seen % match.every() == 0);
            met += hit ? 1 : 0;
            return hit;
        }
    }
}
