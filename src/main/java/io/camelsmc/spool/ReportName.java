package io.camelsmc.spool;

import io.camelsmc.spec.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * File names made from the name of an input: letters, digits, dot, hyphen and underscore only, no leading dot, bounded.
 * Whatever the input is called, they stay in their folder.
 */
public final class ReportName {

    private static final int MAX_STEM = 100;
    private static final int MAX_ENDING = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReportName() {}

    /** The name without its ending, for report files; a name that had to be changed carries a hash, so two never meet. */
    public static String stem(String source) {
        String safe = visible(safe(beforeEnding(source)));
        String cut = safe.length() > MAX_STEM ? safe.substring(0, MAX_STEM) : safe;
        boolean changed = !cut.equals(beforeEnding(source));
        return changed ? cut + "-" + Sha256.hex(source).substring(0, 8) : cut;
    }

    /** The name that a finished input is kept under: stem, time and digest, so an older file is never overwritten. */
    public static String kept(String source, Instant now, String digest) {
        String ending = safe(source.substring(beforeEnding(source).length()));
        return stem(source) + "." + TIME.format(now) + "." + digest.substring(0, 8)
                + (ending.length() > MAX_ENDING ? ending.substring(0, MAX_ENDING) : ending);
    }

    private static String beforeEnding(String source) {
        int dot = source.lastIndexOf('.');
        return dot > 0 ? source.substring(0, dot) : source;
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> safe.append(allowed(c) ? (char) c : '_'));
        return safe.toString();
    }

    /** No empty name, no hidden one, none that a command would take for an option. */
    private static String visible(String safe) {
        return safe.isEmpty() || safe.startsWith("-") || safe.startsWith(".") ? "_" + safe : safe;
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}
