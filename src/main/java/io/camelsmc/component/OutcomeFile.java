package io.camelsmc.component;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;

/**
 * Where the line of a row is written by {@code routes/outcomes.yaml}, and whether it is news. What a sender can forge, such
 * as headers, has no part in it.
 */
public final class OutcomeFile {

    /** Variable: the outcome or error class that the row was sent to. */
    private static final String OUTCOME = "smcOutcome";

    private OutcomeFile() {}

    /** Name of the report: that of the input, or {@code rows} for rows that came without a file. */
    public static String report(Exchange exchange) {
        return exchange.getProperty(SmcConstants.REPORT_NAME, "rows", String.class);
    }

    /**
     * The same for the same news: one edition of a file, one row of it, one outcome. A row that got its job in an earlier
     * pass over its file is unchanged in this one, which is no news; a message that came without a file always is.
     */
    public static String key(Exchange exchange) {
        String outcome = exchange.getVariable(OUTCOME, "", String.class);
        String group = WaveSummary.isGood(outcome) ? "done" : outcome;
        GenericFile<?> file = exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
        if (file == null) {
            return exchange.getExchangeId() + "/" + group;
        }
        return String.join(
                "/",
                String.valueOf(exchange.getFromRouteId()),
                report(exchange),
                Long.toString(file.getLastModified()),
                Long.toString(file.getFileLength()),
                exchange.getProperty(SmcConstants.INPUT_DIGEST, "", String.class),
                exchange.getProperty(Exchange.SPLIT_INDEX, "", String.class),
                group);
    }
}
