package io.camelsmc.provision.pace;

/** What retries may cost; successes pay. Keeps an outage from being answered with a storm. Safe to share. */
final class RetryBudget {

    static final int THROTTLING_COST = 5;
    static final int FAILURE_COST = 14;

    private final int capacity;
    private int left;

    RetryBudget(int capacity) {
        this.capacity = capacity;
        this.left = capacity;
    }

    /** Pays for a retry, or returns false. */
    synchronized boolean pay(int cost) {
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }

    synchronized void earn(int amount) {
        left = Math.min(capacity, left + amount);
    }

    synchronized int left() {
        return left;
    }
}
