package io.camelsmc.run;

import io.camelsmc.plan.Change;
import io.camelsmc.plan.Plan;
import io.camelsmc.spec.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names for runs that sort by time: {@code 20260105T081500Z-1a2b3c4d}. */
final class RunIds {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DIGEST = 8;

    private RunIds() {}

    static String of(Plan plan, Instant start) {
        StringBuilder text = new StringBuilder(start + "\n" + plan.lineage() + "\n" + plan.serial());
        for (Change change : plan.changes()) {
            text.append('\n').append(change.address()).append(' ').append(change.action());
            text.append(' ').append(change.digest());
        }
        return TIME.format(start) + "-" + Sha256.hex(text.toString()).substring(0, DIGEST);
    }
}
