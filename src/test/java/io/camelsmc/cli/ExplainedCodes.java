package io.camelsmc.cli;

import io.camelsmc.cli.view.ExplainCode;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What {@code smc explain CODE} prints, for tests of other packages. */
public final class ExplainedCodes {

    private ExplainedCodes() {}

    /** The text. */
    public static String explain(String code) {
        StringWriter text = new StringWriter();
        new ExplainCode(new PrintWriter(text)).print(code);
        return text.toString();
    }
}
