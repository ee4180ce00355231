package io.camelsmc.report;

import io.camelsmc.diag.SafeText;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML. Text from outside goes through {@link #text} or an attribute and nowhere else, so it can be neither markup
 * nor script, and characters that act on a screen stand as escapes.
 */
final class HtmlPage {

    private final Writer out;

    HtmlPage(Writer out) {
        this.out = out;
    }

    /** Our own markup, as it stands. */
    HtmlPage raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Text from anywhere. */
    HtmlPage text(String text) throws IOException {
        out.write(escape(text));
        return this;
    }

    /** An element with nothing but text. */
    HtmlPage element(String open, String text) throws IOException {
        String name = open.contains(" ") ? open.substring(0, open.indexOf(' ')) : open;
        return raw("<" + open + ">").text(text).raw("</" + name + ">");
    }

    /** Text as it may stand between tags and within quotes. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        SafeText.escape(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
