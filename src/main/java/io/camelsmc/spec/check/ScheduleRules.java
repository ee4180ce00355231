package io.camelsmc.spec.check;

import io.camelsmc.spec.SpecField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** When the job starts, repeats and expires. */
final class ScheduleRules {

    /** Rules that a row can break by getting older. */
    static final Set<String> OF_THE_PRESENT = Set.of("CR19", "CR20");

    private static final Duration LATEST_START = Duration.ofDays(30);
    private static final Duration SHORT_LEAD = Duration.ofMinutes(10);
    private static final Duration SHORTEST_LIFE = Duration.ofDays(7);
    private static final Duration LONGEST_LIFE = Duration.ofDays(90);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    static final List<Rule> ALL = List.of(
            Texts.range(SpecField.FREQUENCY, 1, 168, " (hours)"),
            Texts.range(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP, 1, 10, " (images)"),
            Rule.error("CR10", "runOnce", "runOnce false needs frequency and maxNumberOfImageToKeep", subject -> {
                if (Boolean.FALSE.equals(subject.spec().runOnce())) {
                    if (!subject.spec().has(SpecField.FREQUENCY)) {
                        subject.missing(
                                "frequency",
                                "runOnce false needs it (1 to 168 hours); give it, or set runOnce to true");
                    }
                    if (!subject.spec().has(SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP)) {
                        subject.missing(
                                "maxNumberOfImageToKeep",
                                "runOnce false needs it (1 to 10 images); give it, or set runOnce to true");
                    }
                }
            }),
            Rule.warning(
                    "CR11", "frequency", "frequency and maxNumberOfImageToKeep belong to runOnce false", subject -> {
                        if (!Boolean.FALSE.equals(subject.spec().runOnce())) {
                            unused(subject, SpecField.FREQUENCY);
                            unused(subject, SpecField.MAX_NUMBER_OF_IMAGE_TO_KEEP);
                        }
                    }),
            Rule.error("CR19", "scheduledStartTime", "in the future, at most 30 days ahead", ScheduleRules::start),
            Rule.warning("CR19.lead", "scheduledStartTime", "at least 10 minutes ahead", subject -> {
                        Instant now = subject.context().now();
                        Instant start = subject.spec().scheduledStartTime();
                        if (start != null && start.isAfter(now) && start.isBefore(now.plus(SHORT_LEAD))) {
                            subject.report("May have passed when the job is created", start, "10 minutes ahead", null);
                        }
                    })
                    .from("SMC console"),
            Rule.error("CR20", "validTime", "7 to 90 days ahead and after scheduledStartTime", ScheduleRules::valid),
            Rule.warning("CR20.margin", "validTime", "some minutes more than 7 days ahead", subject -> {
                Instant valid = subject.spec().validTime();
                Instant earliest = subject.context().now().plus(SHORTEST_LIFE);
                if (valid != null && !valid.isBefore(earliest) && valid.isBefore(earliest.plus(MARGIN))) {
                    subject.report("May be too early when the job is created", valid, "5 minutes later", null);
                }
            }));

    private ScheduleRules() {}

    private static void unused(Subject subject, SpecField field) {
        Object value = subject.spec().get(field);
        if (value != null) {
            subject.report(field.specName(), "Not used", value, null, "remove it, or set runOnce to false");
        }
    }

    private static void start(Subject subject) {
        Instant start = subject.spec().scheduledStartTime();
        Instant now = subject.context().now();
        if (start == null) {
            return;
        }
        if (!start.isAfter(now)) {
            subject.report("The start has passed", start, "later than " + now, "choose a later time, in UTC");
        } else if (start.isAfter(now.plus(LATEST_START))) {
            subject.report(
                    "The start is too far ahead",
                    start,
                    "at most " + now.plus(LATEST_START),
                    "start it within 30 days, or add the row nearer the date");
        }
    }

    private static void valid(Subject subject) {
        Instant valid = subject.spec().validTime();
        Instant start = subject.spec().scheduledStartTime();
        if (valid == null) {
            return;
        }
        Instant now = subject.context().now();
        Instant earliest = now.plus(SHORTEST_LIFE);
        Instant latest = now.plus(LONGEST_LIFE);
        // A start that is wrong itself says nothing about the expiry.
        boolean bound = start != null && start.isAfter(now) && !start.isAfter(now.plus(LATEST_START));
        boolean beforeStart = start != null && bound && !valid.isAfter(start);
        if (!beforeStart && !valid.isBefore(earliest) && !valid.isAfter(latest)) {
            return;
        }
        boolean late = start != null && bound && !start.isBefore(earliest);
        subject.report(
                beforeStart ? "The job expires before it starts" : "Value out of range",
                valid,
                late ? "later than " + start + ", at most " + latest : earliest + " to " + latest,
                "7 to 90 days ahead and after the start of the job, in UTC");
    }
}
