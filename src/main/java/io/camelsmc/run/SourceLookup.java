package io.camelsmc.run;

import io.camelsmc.account.SourceNameReader;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.DesiredRow;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.SourceNames;
import io.camelsmc.spec.check.WaveChecker;
import io.camelsmc.spec.read.CsvNames;
import io.camelsmc.wave.CheckedRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the ids of sources into the rows that name them, before a row gets an identity. All names of a command share one
 * look at the service. Rows that turn out to mean one source are found as if they had given its id.
 */
public final class SourceLookup {

    private SourceLookup() {}

    /** The same rows, resolved; without a call if none gives a name. */
    public static CheckedRows resolve(CheckedRows checked, SmcClient client) throws SmcException {
        Set<String> names = new TreeSet<>();
        for (DesiredRow row : checked.rows()) {
            String name = row.spec() == null ? null : row.spec().sourceName();
            if (name != null && !name.isBlank()) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return checked;
        }
        SourceNames sources = new SourceNameReader(client).named(names);
        List<DesiredRow> rows = new ArrayList<>(checked.rows().size());
        checked.rows().forEach(row -> rows.add(resolved(row, sources)));
        return new CheckedRows(withClashes(rows), checked.findings());
    }

    private static DesiredRow resolved(DesiredRow row, SourceNames sources) {
        ReplicationJobSpec spec = row.spec();
        if (spec == null || spec.sourceName() == null) {
            return row;
        }
        SourceNames.Resolution resolution = sources.resolve(spec);
        List<Diagnostic> problems = new ArrayList<>(row.problems());
        problems.removeIf(SourceNames::isOpen);
        if (resolution.problem() != null) {
            problems.add(resolution.problem().at(row.position()).in(field(row)));
        }
        return new DesiredRow(row.position(), resolution.spec(), problems);
    }

    /** Adds the clashes that show only now. */
    private static List<DesiredRow> withClashes(List<DesiredRow> rows) {
        WaveChecker clashes = WaveChecker.of(
                rows.stream().map(DesiredRow::spec).filter(Objects::nonNull).toList());
        List<DesiredRow> all = new ArrayList<>(rows.size());
        for (DesiredRow row : rows) {
            ReplicationJobSpec spec = row.spec();
            List<Diagnostic> found = spec == null ? List.of() : clashes.check(spec);
            if (found.isEmpty()) {
                all.add(row);
                continue;
            }
            List<Diagnostic> problems = new ArrayList<>(row.problems());
            Set<String> known = new HashSet<>();
            problems.forEach(problem -> known.add(problem.rule()));
            for (Diagnostic clash : found) {
                if (!known.contains(clash.rule()) && !known.contains(SourceNames.SAME_NAME)) {
                    boolean named = Objects.requireNonNull(spec).has(SpecField.SOURCE_NAME);
                    problems.add(clash.at(row.position()).in(named ? field(row) : clash.field()));
                }
            }
            all.add(new DesiredRow(row.position(), spec, problems));
        }
        return all;
    }

    /** The field as the input spells it. */
    private static String field(DesiredRow row) {
        for (Diagnostic problem : row.problems()) {
            if (SourceNames.isOpen(problem) && problem.field() != null) {
                return problem.field();
            }
        }
        return CsvNames.in(row.position().source(), SpecField.SOURCE_NAME);
    }
}
