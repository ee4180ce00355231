package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one other tool: how its sheet is recognised, and what each column means here. Columns are read where
 * they mean the same here, and named where they do not. A column that the tool owns is never read as ours of the same
 * name. What other tools call the machine size is never taken over: SMC's InstanceType is the intermediate machine. The
 * tables themselves stand in {@link ForeignSheets}.
 */
final class ForeignSheet {

    static final String SIZE_ADVICE = "the size of the target is chosen when the image is launched, not here; "
            + "do not put it into instance_type, which is the intermediate machine; "
            + "begin the name with _ to have the column ignored";

    private static final Set<String> SIZE_NAMES = Set.of(
            "flavor",
            "flavour",
            "machinesize",
            "machinetype",
            "serversize",
            "targetinstancetype",
            "targetmachinesize",
            "targetsize",
            "targetvmsize",
            "vmsize",
            "vmtype");

    /** Columns of any tool, and of lists that people keep, that say whether a server moves at all. */
    private static final Set<String> GATES = Set.of(
            "rtype",
            "6r",
            "6rs",
            "7r",
            "7rs",
            "rstrategy",
            "rlane",
            "migrationstrategy",
            "migrationdisposition",
            "migrationdecision",
            "migrationapproach",
            "migrationpattern",
            "migrationtreatment",
            "migrationtype",
            "migrationpath",
            "disposition",
            "treatment",
            "migrate",
            "migrate?",
            "tomigrate",
            "tobemigrated",
            "oktomigrate",
            "approvedformigration",
            "approvedtomigrate",
            "migrationapproved",
            "migrationapproval",
            "inscope",
            "inscope?",
            "inmigrationscope",
            "migrationscope",
            "move",
            "move?",
            "是否迁移",
            "迁移策略",
            "迁移方式",
            "是否需要迁移");

    private final String label;
    private final boolean inventory;
    private final Predicate<Set<String>> signature;
    private final List<String> serverNames;
    private final Map<String, Function<String, CsvColumn>> columns;
    private final List<BiFunction<String, String, @Nullable CsvColumn>> families;

    private ForeignSheet(Builder builder) {
        this.label = builder.label;
        this.inventory = builder.inventory;
        this.signature = builder.signature;
        this.serverNames = List.copyOf(builder.serverNames);
        this.columns = Map.copyOf(builder.columns);
        this.families = List.copyOf(builder.families);
    }

    /** The tool whose sheet has this header; null for a sheet of ours. */
    static @Nullable ForeignSheet of(List<String> header) {
        Set<String> names = new HashSet<>();
        header.forEach(name -> names.add(key(name)));
        for (ForeignSheet sheet : ForeignSheets.ALL) {
            if (sheet.signature.test(names)) {
                return sheet;
            }
        }
        return null;
    }

    /** What a column means in the sheet of a tool, or in one of ours (null); null when the name is unknown. */
    static @Nullable CsvColumn meaning(String name, @Nullable ForeignSheet sheet) {
        CsvColumn foreign = sheet == null ? null : sheet.column(name);
        return foreign == null ? CsvColumns.resolve(name) : foreign;
    }

    /** The tool, for people. */
    String label() {
        return label;
    }

    /** Whether the sheet lists what there is, and does not say what is to be done with it. */
    boolean isInventory() {
        return inventory;
    }

    /** The column that holds the name of the server, as the header spells it; null when it has none. */
    @Nullable
    String serverName(List<String> header) {
        for (String wanted : serverNames) {
            for (String name : header) {
                if (key(name).equals(wanted)) {
                    return name;
                }
            }
        }
        return null;
    }

    /** The column in which the tool itself keeps the name of the server; null for an inventory. */
    @Nullable
    String usualName() {
        return inventory ? null : serverNames.get(0);
    }

    /** What the column of the tool means here; null when it is none of the tool. */
    @Nullable
    CsvColumn column(String name) {
        String key = key(name);
        Function<String, CsvColumn> known = columns.get(key);
        if (known != null) {
            return known.apply(name);
        }
        for (BiFunction<String, String, @Nullable CsvColumn> family : families) {
            CsvColumn member = family.apply(key, name);
            if (member != null) {
                return member;
            }
        }
        return isGate(name) ? new CsvColumn.Consent(name, Gate.CONSENT) : null;
    }

    /** Whether a name is one by which people say whether a server is to move. */
    static boolean isGate(String name) {
        return GATES.contains(Lookalikes.plain(name));
    }

    /** Whether a name is what people call the size of the target. */
    static boolean isTargetSize(String name) {
        return SIZE_NAMES.contains(Lookalikes.plain(name));
    }

    /** Tools mark what they cannot do without by an asterisk. */
    private static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("*") ? lower.substring(1).strip() : lower;
    }

    static Builder migrationTool(String label) {
        return new Builder(label, false);
    }

    static Builder inventory(String label) {
        return new Builder(label, true);
    }

    /** Collects the columns of one tool. Names are in lower case. */
    static final class Builder {
        private final String label;
        private final boolean inventory;
        private Predicate<Set<String>> signature = names -> false;
        private final List<String> serverNames = new ArrayList<>();
        private final Map<String, Function<String, CsvColumn>> columns = new HashMap<>();
        private final List<BiFunction<String, String, @Nullable CsvColumn>> families = new ArrayList<>();

        private Builder(String label, boolean inventory) {
            this.label = label;
            this.inventory = inventory;
        }

        Builder recognisedBy(Predicate<Set<String>> names) {
            signature = names;
            return this;
        }

        /** Recognised by some columns out of several, so that a renamed or missing one does not hide the tool. */
        Builder recognisedByAny(int needed, String... names) {
            Set<String> known = Set.of(names);
            owns(names);
            return recognisedBy(found -> found.stream().filter(known::contains).count() >= needed);
        }

        Builder serverName(String name) {
            serverNames.add(name);
            return inventory ? owns(name) : text(name, SpecField.SOURCE_NAME);
        }

        Builder serverNames(List<String> names) {
            names.forEach(this::serverName);
            return this;
        }

        Builder text(String name, SpecField field) {
            columns.put(name, spelt -> new CsvColumn.Single(field, ValueType.TEXT));
            return this;
        }

        Builder matching(String name, SpecField field, Pattern form) {
            columns.put(name, spelt -> new CsvColumn.Matching(field, form));
            return this;
        }

        Builder column(String name, CsvColumn column) {
            columns.put(name, spelt -> column);
            return this;
        }

        Builder gate(String name, Gate gate) {
            columns.put(name, spelt -> new CsvColumn.Consent(spelt, gate));
            return this;
        }

        Builder size(String... names) {
            for (String name : names) {
                columns.put(name, spelt -> new CsvColumn.Dropped(spelt, true));
            }
            return this;
        }

        /** Columns that mean nothing here, also where we have one of that name. */
        Builder owns(String... names) {
            for (String name : names) {
                columns.putIfAbsent(name, spelt -> new CsvColumn.Dropped(spelt, false));
            }
            return this;
        }

        /** Columns whose names are built by a rule; the rule gets the name in lower case and as it is spelt. */
        Builder family(BiFunction<String, String, @Nullable CsvColumn> rule) {
            families.add(rule);
            return this;
        }

        ForeignSheet build() {
            return new ForeignSheet(this);
        }
    }
}
