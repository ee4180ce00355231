package io.camelsmc.spec.read;

import io.camelsmc.spec.SpecField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of {@link ForeignSheet}, one for each tool: migration tools, whose sheets say what is to be done, and
 * inventories, which only list what there is.
 */
final class ForeignSheets {

    private static final Pattern VSWITCH = Pattern.compile("vsw-[0-9a-z]+");

    /** Tags of the server are nearest to it; columns of ours, rank 0, are nearer still. */
    private static final List<String> MGN_TAGS = List.of("mgn:server:tag:", "mgn:app:tag:", "mgn:wave:tag:");

    private static final Pattern AZURE_FAMILIES = Pattern.compile(
            "(azmigrate|target_|updated_|ok_to_|test|source_|os_|data_?disk|availability|credentials|vault|"
                    + "replication_|process_server|config|nic|disk_|vm_|sql_|turnoff_|account_|private_ip|machine_size).*");

    /** Azure Migrate's own import names its disks by number: {@code Disk 1 size (In GB)}. */
    private static final Pattern NUMBERED = Pattern.compile("(disk|network adapter|nic|network) #?[0-9]+( .*)?");

    private static final Set<SpecField> SOURCE = EnumSet.of(SpecField.SOURCE_ID, SpecField.SOURCE_NAME);

    /** What lists call the name of a server, the surest first. */
    private static final List<String> SERVER_NAMES = List.of(
            "host_name",
            "hostname",
            "host name",
            "server_name",
            "server name",
            "servername",
            "computer_name",
            "computer name",
            "computername",
            "machine_name",
            "machine name",
            "machinename",
            "vm_name",
            "vm name",
            "vmname",
            "ci_name",
            "ci name",
            "configuration item",
            "node_name",
            "node name",
            "server",
            "host",
            "vm",
            "主机名",
            "主机名称",
            "服务器名称",
            "服务器名",
            "虚拟机名称",
            "fqdn",
            "dns name");

    /** What a register of machines says about them. */
    private static final Set<String> REGISTER = Set.of(
            "sys_id",
            "sys_class_name",
            "install_status",
            "operational_status",
            "asset_tag",
            "asset tag",
            "serial_number",
            "serial number",
            "ip_address",
            "ip address",
            "ip",
            "os",
            "os_version",
            "os version",
            "operating system",
            "class",
            "manufacturer",
            "model_id",
            "model id",
            "model",
            "assigned_to",
            "assigned to",
            "owner",
            "owned_by",
            "owned by",
            "location",
            "department",
            "company",
            "most recent discovery",
            "last_discovered",
            "discovery_source",
            "discovery source",
            "cpu_count",
            "cpu count",
            "cpu",
            "ram",
            "memory",
            "disk_space",
            "environment",
            "used_for",
            "status",
            "ip地址",
            "操作系统",
            "内存",
            "负责人",
            "部门");

    static final List<ForeignSheet> ALL = List.of(
            mgn(),
            cloudMigrationFactory(),
            azureAtScale(),
            rvTools(),
            googleMigrationCenter(),
            awsDiscovery(),
            azureImport(),
            register(),
            list());

    private ForeignSheets() {}

    private static ForeignSheet mgn() {
        return ForeignSheet.migrationTool("AWS Application Migration Service (MGN) import")
                .recognisedBy(names -> names.stream().anyMatch(name -> name.startsWith("mgn:")))
                .serverName("mgn:server:user-provided-id")
                .text("mgn:wave:name", SpecField.WAVE)
                .text("mgn:app:name", SpecField.APP)
                .matching("mgn:launch:nic:0:subnet-id", SpecField.V_SWITCH_ID, VSWITCH)
                .size("mgn:launch:instance-type")
                .family(ForeignSheets::mgnColumn)
                .build();
    }

    private static @Nullable CsvColumn mgnColumn(String lower, String name) {
        for (int i = 0; i < MGN_TAGS.size(); i++) {
            int prefix = MGN_TAGS.get(i).length();
            if (lower.startsWith(MGN_TAGS.get(i)) && lower.length() > prefix) {
                return new CsvColumn.Tag(name.strip().substring(prefix), i + 1);
            }
        }
        return lower.startsWith("mgn:") ? new CsvColumn.Dropped(name, false) : null;
    }

    private static ForeignSheet cloudMigrationFactory() {
        return ForeignSheet.migrationTool("AWS Cloud Migration Factory intake form")
                .recognisedBy(names -> names.contains("server_name")
                        && (names.contains("wave_name")
                                || names.contains("wave_id")
                                || names.contains("aws_region")
                                || names.contains("aws_accountid")
                                || names.contains("r_type")
                                || names.contains("server_os_family")))
                .serverName("server_name")
                .text("wave_name", SpecField.WAVE)
                .text("app_name", SpecField.APP)
                .column("tags", new CsvColumn.Tags())
                .matching("subnet_ids", SpecField.V_SWITCH_ID, VSWITCH)
                .gate("r_type", Gate.CONSENT)
                .size("instancetype", "instance_type")
                .owns(
                        "aws_accountid",
                        "aws_region",
                        "cloudendure_projectname",
                        "dedicated_host_id",
                        "ebs_encrypted",
                        "ebs_kms_key_id",
                        "iamrole",
                        "iam_role",
                        "network_interface_id",
                        "network_interface_id_test",
                        "private_ip",
                        "private_ip_test",
                        "securitygroup_ids",
                        "securitygroup_ids_test",
                        "server_boot_mode_uefi",
                        "server_environment",
                        "server_fqdn",
                        "server_os_family",
                        "server_os_version",
                        "server_tier",
                        "subnet_ids_test",
                        "tenancy")
                .build();
    }

    private static ForeignSheet azureAtScale() {
        return ForeignSheet.migrationTool("Azure Migrate at-scale sheet")
                .recognisedBy(names -> names.contains("source_machine_name"))
                .serverName("source_machine_name")
                .text("azmigrategroup_name", SpecField.WAVE)
                .gate("ok_to_migrate", Gate.CONSENT)
                .column("vm_tag_key", new CsvColumn.TagList(true, 1))
                .column("vm_tag_value", new CsvColumn.TagList(false, 1))
                .column("tag_key", new CsvColumn.TagList(true, 2))
                .column("tag_value", new CsvColumn.TagList(false, 2))
                .size("target_machine_size", "machine_size")
                .owns("license_type")
                .family((lower, name) -> AZURE_FAMILIES.matcher(lower).matches() && CsvColumns.resolve(name) == null
                        ? new CsvColumn.Dropped(name, false)
                        : null)
                .build();
    }

    private static ForeignSheet rvTools() {
        return ForeignSheet.inventory("an RVTools export (vInfo)")
                .gate("template", Gate.EXCLUSION)
                .gate("srm placeholder", Gate.EXCLUSION)
                .recognisedByAny(
                        3,
                        "powerstate",
                        "template",
                        "srm placeholder",
                        "config status",
                        "dns name",
                        "connection state",
                        "guest state",
                        "heartbeat",
                        "consolidation needed",
                        "cpus",
                        "memory",
                        "active memory",
                        "nics",
                        "disks",
                        "provisioned mib",
                        "provisioned mb",
                        "in use mib",
                        "in use mb",
                        "unshared mib",
                        "resource pool",
                        "datacenter",
                        "cluster",
                        "host",
                        "os according to the configuration file",
                        "os according to the vmware tools",
                        "vm id",
                        "vm uuid",
                        "vi sdk server",
                        "vi sdk uuid",
                        "annotation",
                        "total disk capacity mib",
                        "primary ip address")
                .serverName("vm")
                .family(ForeignSheets::numbered)
                .build();
    }

    private static ForeignSheet googleMigrationCenter() {
        return ForeignSheet.inventory("a Google Migration Center inventory")
                .recognisedByAny(
                        2,
                        "machineid",
                        "primaryipaddress",
                        "primarymacaddress",
                        "publicipaddress",
                        "ipaddresslistsemicolondelimited",
                        "totaldiskallocatedgib",
                        "totaldiskusedgib",
                        "machinetypelabel",
                        "allocatedprocessorcorecount",
                        "memorymib",
                        "memorygib",
                        "allocatedstoragebytes",
                        "hostinglocation",
                        "ostype",
                        "ospublisher",
                        "osname",
                        "osversion",
                        "machinestatus",
                        "provisioningstate",
                        "createdate",
                        "isphysical",
                        "source")
                .serverName("machinename")
                .build();
    }

    private static ForeignSheet awsDiscovery() {
        return ForeignSheet.inventory("an AWS Migration Hub (Application Discovery Service) import")
                .recognisedBy(names -> names.contains("externalid")
                        || names.stream()
                                .anyMatch(name -> name.startsWith("cpu.numberof")
                                        || name.startsWith("ram.totalsize")
                                        || name.startsWith("vmware.")))
                .serverName("hostname")
                .serverName("vmware.vmname")
                .owns("externalid", "serverid", "smbiosid", "ipaddress", "macaddress", "applications", "tags")
                .family((lower, name) ->
                        Pattern.matches("(cpu|ram|os|vmware|diskread|diskwrite|network|storage)[a-z]*\\..*", lower)
                                ? new CsvColumn.Dropped(name, false)
                                : null)
                .build();
    }

    private static ForeignSheet azureImport() {
        return ForeignSheet.inventory("an Azure Migrate import sheet")
                .recognisedByAny(
                        2,
                        "ip addresses",
                        "cores",
                        "memory (in mb)",
                        "os name",
                        "os version",
                        "os architecture",
                        "server type",
                        "hypervisor",
                        "cpu utilization percentage",
                        "memory utilization percentage",
                        "network adapters",
                        "network in throughput",
                        "network out throughput",
                        "boot type",
                        "firmware type",
                        "number of disks",
                        "storage in use (in gb)")
                .serverName("server name")
                .serverName("vm name")
                .serverName("machine name")
                .family(ForeignSheets::numbered)
                .build();
    }

    /** Lists that an office keeps, or exports from its register of machines; only known while they name no source. */
    private static ForeignSheet register() {
        return ForeignSheet.inventory("a CMDB export")
                .recognisedBy(names -> isList(names, 2, Set.of("name")))
                .serverNames(SERVER_NAMES)
                .serverName("name")
                .build();
    }

    private static ForeignSheet list() {
        return ForeignSheet.inventory("a list of servers by name")
                .recognisedBy(names -> isList(names, 0, Set.of()))
                .serverNames(SERVER_NAMES)
                .build();
    }

    private static boolean isList(Set<String> names, int needed, Set<String> alsoNames) {
        boolean named = names.stream().anyMatch(name -> SERVER_NAMES.contains(name) || alsoNames.contains(name));
        boolean source = names.stream().map(FieldNames::folded).anyMatch(SOURCE::contains);
        return named && !source && names.stream().filter(REGISTER::contains).count() >= needed;
    }

    private static @Nullable CsvColumn numbered(String lower, String name) {
        return NUMBERED.matcher(lower).matches() ? new CsvColumn.Dropped(name, false) : null;
    }
}
