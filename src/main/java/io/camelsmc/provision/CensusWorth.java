package io.camelsmc.provision;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Weighs a census against the questions that it saves: it pays off when the last {@linkplain Census#LIFE minute} has seen
 * twice as many avoidable questions as the account has pages. So a few rows never cost the pages of a large account, and
 * many rows cost a few questions more than if the census had been there from the start. While a census holds, the
 * questions that it saves count like those that were asked, so it is renewed for as long as rows keep coming.
 *
 * <p>Safe to share between threads.
 */
final class CensusWorth {

    private static final int TIMES = 2;

    /** A lonely row, or two, ask for themselves; the size of the account is not known before the first page either. */
    private static final int LEAST = 3;

    /** More pages are never read for this. */
    static final int MAX_PAGES = 40;

    private static final double SMOOTHING = 0.2;

    /** When questions were asked or saved, as far back as matters. */
    private final Deque<Long> questions = new ArrayDeque<>();

    private int pages = 1;
    private double rowsOfQuestion = 1;
    private double unbooked;

    /** Whether it pays off, by the size that the account had when it was seen last. */
    synchronized boolean paysOff(long now) {
        return paysOff(pages, now);
    }

    /**
     * Whether it pays off to read on, now that the first page is known.
     *
     * @param jobs how many jobs there are
     * @param pageSize how many of them a page holds
     */
    synchronized boolean paysOffWith(int jobs, int pageSize, long now) {
        pages = Math.max(1, (jobs - 1) / Math.max(1, pageSize) + 1);
        return paysOff(pages, now);
    }

    private boolean paysOff(int cost, long now) {
        questions.removeIf(at -> now - at > Census.LIFE.toNanos());
        return cost <= MAX_PAGES && questions.size() >= Math.max(LEAST, TIMES * cost);
    }

    /** A question was asked that a census would have saved. */
    synchronized void asked(int rows, long now) {
        rowsOfQuestion += SMOOTHING * (rows - rowsOfQuestion);
        book(now);
    }

    /** A row needed no question; so many as share one otherwise make one. */
    synchronized void spared(long now) {
        unbooked += 1 / rowsOfQuestion;
        if (unbooked >= 1) {
            unbooked -= 1;
            book(now);
        }
    }

    /** A census could not be used; the next attempt has to pay off again. */
    synchronized void forget() {
        questions.clear();
    }

    private void book(long now) {
        if (questions.size() == TIMES * MAX_PAGES) {
            questions.removeFirst();
        }
        questions.addLast(now);
    }
}
