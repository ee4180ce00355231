package io.camelsmc.report;

import io.camelsmc.diag.SafeText;
import io.camelsmc.job.Outcome;
import io.camelsmc.run.RowOutcome;
import io.camelsmc.run.RunResult;
import java.io.Writer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code report.xml}: the run as a JUnit result, so that a build server shows it. A wave is a suite, a row a case; a row
 * that did not end well has failed, one that the run did not get to was skipped, one that is open after a try is an error.
 */
final class ReportXml {

    private final RunResult result;
    private final XMLStreamWriter xml;

    private ReportXml(RunResult result, XMLStreamWriter xml) {
        this.result = result;
        this.xml = xml;
    }

    static void write(RunResult result, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new ReportXml(result, xml).document();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write report.xml: " + e.getMessage(), e);
        }
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        attribute("name", "smc apply " + result.runId());
        totals(result.rows());
        attribute("time", seconds(result.summary().elapsed()));
        Map<String, List<RowOutcome>> waves = result.rows().stream()
                .collect(Collectors.groupingBy(RowOutcome::wave, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<RowOutcome>> wave : waves.entrySet()) {
            suite(wave.getKey(), wave.getValue());
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void suite(String wave, List<RowOutcome> rows) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        attribute("name", wave);
        totals(rows);
        attribute("timestamp", result.startedAt().toString());
        attribute("time", seconds(result.summary().elapsed()));
        for (RowOutcome row : rows) {
            line();
            xml.writeStartElement("testcase");
            attribute("classname", wave);
            attribute("name", row.address().name());
            attribute("file", row.position().source());
            if (row.position().line() > 0) {
                attribute("line", Integer.toString(row.position().line()));
            }
            attribute("time", seconds(Duration.between(row.startedAt(), row.endedAt())));
            ending(row);
            xml.writeEndElement();
        }
        line();
        xml.writeEndElement();
    }

    private void ending(RowOutcome row) throws XMLStreamException {
        if (row.outcome().good()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(safe(row.outcome().label() + " job " + row.jobId()));
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement(kind(row));
        attribute("message", row.outcome().label() + ": " + row.message());
        attribute("type", String.valueOf(row.code()));
        xml.writeCharacters(safe(String.join(" | ", row.lines())));
        xml.writeEndElement();
    }

    private static String kind(RowOutcome row) {
        if (row.outcome() == Outcome.PENDING) {
            return row.reached() ? "error" : "skipped";
        }
        return "failure";
    }

    private void totals(List<RowOutcome> rows) throws XMLStreamException {
        attribute("tests", Integer.toString(rows.size()));
        attribute("failures", count(rows, "failure"));
        attribute("errors", count(rows, "error"));
        attribute("skipped", count(rows, "skipped"));
    }

    private static String count(List<RowOutcome> rows, String kind) {
        long found = rows.stream()
                .filter(row -> !row.outcome().good() && kind(row).equals(kind))
                .count();
        return Long.toString(found);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, safe(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** Control characters have no place in XML, and the ones that turn text around none in a report. */
    private static String safe(String text) {
        String shown = SafeText.escape(text);
        return shown.codePoints().allMatch(c -> c < 0xFFFE || c > 0xFFFF)
                ? shown
                : shown.replaceAll("[\\uFFFE\\uFFFF]", "?");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
