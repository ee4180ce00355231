package io.camelsmc.job;

import java.util.Locale;

/**
 * What is to become of a verb for one job, before anything is sent.
 *
 * @param kind whether to act
 * @param reason why, for people, without a full stop; for something that is done also what is lost by it
 * @param instead what to do instead, or until when it waits; empty when there is nothing to do
 */
public record Verdict(Kind kind, String reason, String instead) {

    /** Whether to act. */
    public enum Kind {
        /** Send it. */
        DO,
        /** Nothing is left to do. */
        ALREADY,
        /** Not now; the same command later is right. */
        WAIT,
        /** Not at all; something else is needed first. */
        REFUSE;

        /** In lower case, as reports have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Verdict act(String reason) {
        return new Verdict(Kind.DO, reason, "");
    }

    public static Verdict already(String reason) {
        return new Verdict(Kind.ALREADY, reason, "");
    }

    public static Verdict later(String reason, String until) {
        return new Verdict(Kind.WAIT, reason, until);
    }

    public static Verdict refuse(String reason, String instead) {
        return new Verdict(Kind.REFUSE, reason, instead);
    }

    /** Whether it is of this kind. */
    public boolean is(Kind other) {
        return kind == other;
    }

    /** The reason, and what to do if there is something to do. */
    public String text() {
        return instead.isEmpty() ? reason : reason + "; " + instead;
    }
}
