package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.Inputs.csv;
import static io.camelsmc.spec.read.Inputs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedCsvTest {

    private static String rejected(List<InputRow> rows) throws Exception {
        StringWriter text = new StringWriter();
        try (RejectedCsvWriter writer = new RejectedCsvWriter(text, rows.get(0).raw())) {
            for (InputRow row : rows) {
                writer.write(row, row.problems(), false);
            }
        }
        return text.toString();
    }

    @Test
    void holdsTheOriginalColumnsAndWhatIsWrong() throws Exception {
        String text = rejected(csv("SourceId,_note,net_mode,notes\ns-1,mine,x,\"a,b\nc\"\n"));

        assertThat(text)
                .isEqualTo("\uFEFFSourceId,_note,net_mode,notes,_error_code,_field,_message,_fix,_retryable,_line\n"
                        + "s-1,mine,x,\"a,b\nc\",value.integer,net_mode,"
                        + "\"Not a whole number (got x, expected a whole number)\","
                        + "\"write the digits 0 to 9 and nothing else, without unit, sign or separator\",false,2\n");
    }

    @Test
    void comesBackWithTheSameColumnsAfterBeingFixed() throws Exception {
        String first = rejected(csv("source_id,net_mode\ns-1,x\n"));

        List<InputRow> again = csv(first);
        InputRow fixed = csv(first.replace("s-1,x,", "s-1,2,")).get(0);

        assertThat(again.get(0).problems()).extracting(Diagnostic::field).containsExactly("net_mode");
        assertThat(rejected(again)).isEqualTo(first);
        assertThat(spec(fixed).netMode()).isEqualTo(2);
    }

    @Test
    void opensInTheSpreadsheetThatMadeTheOriginal() throws Exception {
        String text = rejected(csv("\uFEFFsource_id;net_mode;notes\r\ns-1;x;Gebäude\r\n"));

        assertThat(text)
                .startsWith("\uFEFFsource_id;net_mode;notes;_error_code;")
                .contains("\r\ns-1;x;Gebäude;value.integer;");
        assertThat(spec(csv(text.replace("s-1;x;", "s-1;2;")).get(0)).notes()).isEqualTo("Gebäude");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "'", "''", "plain", "＝1+1"})
    void neutralisesFormulasAndRestoresThem(String cell) throws Exception {
        String quoted = '"' + cell.replace("\"", "\"\"") + '"';
        String text = rejected(csv("source_id,notes,net_mode\ns-1," + quoted + ",x\n"));

        String fixed = text.replace(",x,", ",0,");
        assertThat(text).doesNotContain("s-1," + cell.charAt(0) + "=").doesNotContain("s-1,=");
        assertThat(FormulaGuard.neutralise(cell)).doesNotStartWith("=");
        assertThat(spec(csv(fixed).get(0)).notes()).isEqualTo(cell);
    }

    @Test
    void showsControlCharactersInMessagesEscaped() throws Exception {
        String text = rejected(csv("source_id,net_mode\ns-1,\u001B]8;;x\u0007\n"));

        assertThat(text.substring(text.indexOf("Not a whole")))
                .doesNotContain("\u001B")
                .contains("\\u001B");
    }
}
