package io.camelsmc.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as text. Records that were written together have the same times, so the last two are kept. Not for threads. */
final class TimeTexts {

    private @Nullable Instant last;
    private @Nullable Instant before;
    private String lastText = "";
    private String beforeText = "";

    String of(Instant time) {
        if (time.equals(last)) {
            return lastText;
        }
        boolean known = time.equals(before);
        String text = known ? beforeText : time.toString();
        before = last;
        beforeText = lastText;
        last = time;
        lastText = text;
        return text;
    }
}
