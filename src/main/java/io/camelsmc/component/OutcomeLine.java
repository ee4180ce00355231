package io.camelsmc.component;

import io.camelsmc.spec.JsonForm;
import org.apache.camel.Exchange;

/**
 * What became of one row, as one line of JSON: outcome or error class, the row as people name it, the job, the reason,
 * what to do, and the row as it came. Values stand raw in JSON encoding; no secret can be among them.
 */
public final class OutcomeLine {

    private OutcomeLine() {}

    /** The line of an exchange that has been through the component. Call it from a route: {@code bean}, method {@code of}. */
    public static String of(Exchange exchange) {
        return JsonForm.text(RowReport.of(exchange));
    }

    /** The same with the end of the line, for reports that are appended to. */
    public static String line(Exchange exchange) {
        return of(exchange) + "\n";
    }
}
