package io.camelsmc.plan.file;

import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many changes in the order of a plan, however they come in, and how many there are. */
final class FirstChanges {

    private final int most;
    /** The last of those kept on top. */
    private final PriorityQueue<Change> kept = new PriorityQueue<>(Collections.reverseOrder(Plan.ORDER));

    private long count;

    FirstChanges(int most) {
        this.most = most;
    }

    void add(Change change) {
        count++;
        kept.add(change);
        if (kept.size() > most) {
            kept.poll();
        }
    }

    List<Change> first() {
        return kept.stream().sorted(Plan.ORDER).toList();
    }

    long count() {
        return count;
    }
}
