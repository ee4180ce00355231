package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

    @ParameterizedTest
    @CsvSource({
        "google-migration-center.csv,a Google Migration Center inventory,MachineName",
        "rvtools-vinfo.csv,an RVTools export (vInfo),VM",
        "azure-migrate-import.csv,an Azure Migrate import sheet,*Server name",
        "aws-discovery-import.csv,an AWS Migration Hub (Application Discovery Service) import,HostName",
        "cmdb.csv,a CMDB export,name"
    })
    void saysInOneMessageWhatTheFileIsAndWhichColumnHoldsTheName(String file, String label, String column)
            throws Exception {
        List<Diagnostic> refusal = Inputs.refusal(file);

        assertThat(refusal).hasSize(1);
        assertThat(refusal.get(0).rule()).isEqualTo("foreign.inventory");
        assertThat(refusal.get(0).render())
                .isEqualTo("wave:1 " + column + ": This is " + label
                        + ", which lists servers but does not say which of them to migrate; " + column
                        + " holds the server's name: rename it to source_name, or copy it into a column of that name;"
                        + " keep the rows that are to move, and give region, target_type, image_name,"
                        + " system_disk_size, net_mode and vswitch_id in the rows or in defaults.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "google-migration-center.csv,MachineName",
        "rvtools-vinfo.csv,VM",
        "azure-migrate-import.csv,*Server name",
        "aws-discovery-import.csv,HostName"
    })
    void readsAnInventoryWhoseNamesAreGivenAsTheMessageSays(String file, String column) throws Exception {
        String text = new String(Inputs.stream(file).readAllBytes(), StandardCharsets.UTF_8);
        String renamed = text.replaceFirst("(^|,)" + java.util.regex.Pattern.quote(column) + ",", "$1source_name,");

        InputRow row = Inputs.csv(renamed).get(0);

        assertThat(row.problems()).isEmpty();
        assertThat(Inputs.spec(row).fields()).hasSize(1);
        assertThat(Inputs.spec(row).sourceName()).isNotBlank();
    }

    @Test
    void readsAnInventoryWhoseNamesAreCopied() throws Exception {
        InputRow row = Inputs.csv("MachineId,MachineName,OsName,source_name,image_name\nvm-1,web,Linux,web,img\n")
                .get(0);

        assertThat(Inputs.spec(row).sourceName()).isEqualTo("web");
        assertThat(Inputs.spec(row).imageName()).isEqualTo("img");
    }

    @Test
    void parksTemplatesOfVirtualMachines() throws Exception {
        String text = new String(Inputs.stream("rvtools-vinfo.csv").readAllBytes(), StandardCharsets.UTF_8)
                .replaceFirst("VM,", "source_name,");

        assertThat(Inputs.csv(text)).extracting(InputRow::parkedBecause).containsExactly(null, "Template says True");
    }

    @Test
    void readsNoColumnOfAnInventoryAsOursOfTheSameName() throws Exception {
        String text = new String(Inputs.stream("rvtools-vinfo.csv").readAllBytes(), StandardCharsets.UTF_8)
                .replaceFirst("VM,", "source_name,");

        assertThat(Inputs.csv(text).get(0).known().template()).isNull();
        assertThat(Inputs.csv(text).get(0).known().disks()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"hostname", "Server Name", "computer_name", "VM Name", "主机名", "服务器名称"})
    void namesTheColumnOfAnyListOfServers(String column) throws Exception {
        assertThat(Inputs.damage(column + ",cpu cores,rack,owner team,purpose\nweb,8,r1,ops,shop\n", InputFormat.CSV))
                .singleElement()
                .satisfies(problem -> assertThat(problem.render())
                        .contains(column + ": This is a list of servers by name")
                        .contains("rename it to source_name"));
    }

    @Test
    void saysWhichColumnOfAToolHoldsTheNameWhereItIsMissing() throws Exception {
        assertThat(Inputs.damage("mgn:wave:name,mgn:app:name\nw1,crm\n", InputFormat.CSV))
                .extracting(Diagnostic::render)
                .containsExactly("wave:1: The column source_id is missing; the first line must name the columns; add"
                        + " source_id, or source_name to have it looked up; in a sheet of AWS Application Migration"
                        + " Service (MGN) import the column mgn:server:user-provided-id does");
    }

    @Test
    void namesManyUnknownColumnsInOneMessage() throws Exception {
        List<Diagnostic> problems =
                Inputs.damage("source_id,rack,zone x,purpose,cost centre,imgae_name\ns-1,1,2,3,4,i\n", InputFormat.CSV);

        assertThat(problems)
                .extracting(Diagnostic::render)
                .containsExactly(
                        "wave:1 imgae_name: Unknown column; did you mean image_name?",
                        "wave:1: 4 unknown columns (got rack, zone x, purpose, cost centre); begin their names with _"
                                + " to have them ignored, or delete them");
    }

    @Test
    void leavesASheetOfOursWithWordsOfInventoriesToBeOurs() throws Exception {
        InputRow row =
                Inputs.csv("source_id,name,notes,_owner\ns-1,web,x,ann\n").get(0);

        assertThat(Inputs.spec(row).name()).isEqualTo("web");
        assertThat(Inputs.damage("source_id,name,owner,location\ns-1,web,a,b\n", InputFormat.CSV))
                .extracting(Diagnostic::field)
                .containsExactly("owner", "location");
    }
}
