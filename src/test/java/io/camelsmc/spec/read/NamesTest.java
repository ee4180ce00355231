package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.Node.Style;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "net_mod,netMode",
        "vSwichId,vSwitchId",
        "souceId,sourceId",
        "imgaeName,imageName",
        "systemDisksize,systemDiskSize",
        "endpoint,",
        "x,"
    })
    void suggestsANameOnlyWhenItIsNear(String name, String nearest) {
        assertThat(FieldNames.nearestSpecName(name)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"w.CSV,CSV", "w.yml,YAML", "w.yaml,YAML", "w.json,JSON", "w.jsonl,NDJSON", "w.ndjson,NDJSON", "w.txt,"})
    void tellsTheFormatFromTheEnding(String file, InputFormat format) {
        assertThat(InputFormat.of(file).orElse(null)).isEqualTo(format);
    }

    @Test
    void escapesWhatAHintRepeatsOfTheInput() {
        List<Diagnostic> problems = new ArrayList<>();

        ValueReader.read(ValueType.TEXT, "2026-\u001B[2J\u0007", Style.LITERAL, false, problems::add);

        assertThat(problems.get(0).fix()).contains("\u001B");
        assertThat(problems.get(0).render()).doesNotContain("\u001B").contains("\\u001B");
    }
}
