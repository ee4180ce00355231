package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sheets that other migration tools use. Their columns are read where they mean the same here, and named where they do
 * not. What other tools call the machine size is never taken over: SMC's InstanceType is the intermediate machine.
 */
enum ForeignSheet {
    AWS_MGN("AWS Application Migration Service (MGN) import") {
        @Override
        boolean recognises(Set<String> names) {
            return names.stream().anyMatch(name -> name.startsWith("mgn:"));
        }

        @Override
        @Nullable
        CsvColumn column(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("mgn:")) {
                return null;
            }
            for (String tags : List.of("mgn:server:tag:", "mgn:app:tag:", "mgn:wave:tag:")) {
                if (lower.startsWith(tags) && name.length() > tags.length()) {
                    return new CsvColumn.Tag(name.substring(tags.length()));
                }
            }
            if (SUBNET.matcher(lower).matches()) {
                return new CsvColumn.Matching(SpecField.V_SWITCH_ID, VSWITCH);
            }
            return switch (lower) {
                case "mgn:server:user-provided-id" -> text(SpecField.SOURCE_NAME);
                case "mgn:wave:name" -> text(SpecField.WAVE);
                case "mgn:app:name" -> text(SpecField.APP);
                default -> dropped(name, lower.endsWith(":instance-type"));
            };
        }
    },
    AWS_CLOUD_MIGRATION_FACTORY("AWS Cloud Migration Factory intake form") {
        @Override
        boolean recognises(Set<String> names) {
            return names.contains("server_name")
                    && (names.contains("wave_name") || names.contains("aws_region") || names.contains("aws_accountid"));
        }

        @Override
        @Nullable
        CsvColumn column(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return switch (lower) {
                case "server_name" -> text(SpecField.SOURCE_NAME);
                case "wave_name" -> text(SpecField.WAVE);
                case "app_name" -> text(SpecField.APP);
                case "tags" -> new CsvColumn.Tags();
                case "subnet_ids" -> new CsvColumn.Matching(SpecField.V_SWITCH_ID, VSWITCH);
                case "instancetype", "instance_type" -> dropped(name, true);
                default -> FACTORY_ONLY.contains(lower) ? dropped(name, false) : null;
            };
        }
    },
    AZURE_AT_SCALE("Azure Migrate at-scale sheet") {
        @Override
        boolean recognises(Set<String> names) {
            return names.contains("source_machine_name");
        }

        @Override
        @Nullable
        CsvColumn column(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            return switch (upper) {
                case "SOURCE_MACHINE_NAME" -> text(SpecField.SOURCE_NAME);
                case "AZMIGRATEGROUP_NAME" -> text(SpecField.WAVE);
                case "OK_TO_MIGRATE" -> new CsvColumn.Consent();
                default -> AZURE_ONLY.matcher(upper).matches() ? dropped(name, upper.contains("SIZE")) : null;
            };
        }
    };

    static final String SIZE_ADVICE = "the size of the target is chosen when the image is launched, not here; "
            + "do not put it into instance_type, which is the intermediate machine; "
            + "begin the name with _ to have the column ignored";

    private static final Pattern SUBNET = Pattern.compile("mgn:launch:nic:0:subnet-id");
    private static final Pattern VSWITCH = Pattern.compile("vsw-[0-9a-z]+");
    private static final Pattern AZURE_ONLY =
            Pattern.compile("(AZMIGRATE|TARGET_|UPDATED_|OK_TO_|TEST|SOURCE_MACHINE_|OS_DISK|DATA_?DISK|AVAILABILITY"
                    + "|CREDENTIALS|VAULT|REPLICATION_POLICY|PROCESS_SERVER|CONFIG_SERVER|NIC[0-9]).*");
    private static final Set<String> FACTORY_ONLY = Set.of(
            "aws_accountid",
            "aws_region",
            "cloudendure_projectname",
            "ebs_encrypted",
            "ebs_kms_key_id",
            "iamrole",
            "iam_role",
            "network_interface_id",
            "network_interface_id_test",
            "private_ip",
            "private_ip_test",
            "r_type",
            "securitygroup_ids",
            "securitygroup_ids_test",
            "server_boot_mode_uefi",
            "server_environment",
            "server_fqdn",
            "server_os_family",
            "server_os_version",
            "server_tier",
            "subnet_ids_test",
            "tenancy");
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

    private final String label;

    ForeignSheet(String label) {
        this.label = label;
    }

    /** The tool, for people. */
    String label() {
        return label;
    }

    /** Whether a header with these names (in lower case) is one of the tool. */
    abstract boolean recognises(Set<String> names);

    /** What the column of the tool means here; null when it is none of the tool. */
    abstract @Nullable CsvColumn column(String name);

    /** The tool whose sheet has this header; null for a sheet of ours. */
    static @Nullable ForeignSheet of(List<String> header) {
        Map<String, String> names = new TreeMap<>();
        header.forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
        for (ForeignSheet sheet : values()) {
            if (sheet.recognises(names.keySet())) {
                return sheet;
            }
        }
        return null;
    }

    /** Whether a name is what people call the size of the target. */
    static boolean isTargetSize(String name) {
        return SIZE_NAMES.contains(FieldNames.fold(name).replace("-", "").replace(" ", ""));
    }

    private static CsvColumn text(SpecField field) {
        return new CsvColumn.Single(field, ValueType.TEXT);
    }

    private static CsvColumn dropped(String name, boolean size) {
        return new CsvColumn.Dropped(name, size);
    }
}
