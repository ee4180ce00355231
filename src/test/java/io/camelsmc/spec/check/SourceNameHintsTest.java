package io.camelsmc.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.check.SourceNames.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceNameHintsTest {

    private static final SourceNames SOURCES = new SourceNames(
            List.of(new Named("s-2", "erp-web-02"), new Named("s-3", "ERP-DB-01"), new Named("s-4", "Caf\u00E9-01")));

    @Test
    void neverOffersAnotherMachine() {
        assertThat(fix("erp-web-01"))
                .isEqualTo("check the name in the list of source servers; names are compared exactly");
        assertThat(fix("erp-web-2")).doesNotContain("did you mean");
        assertThat(fix("erp-wep-02")).doesNotContain("did you mean");
    }

    @Test
    void offersTheSameNameInAnotherSpelling() {
        assertThat(fix("erp_db_01")).isEqualTo("did you mean ERP-DB-01?");
        assertThat(fix("еrp-web-02"))
                .isEqualTo(
                        "did you mean erp-web-02? character 1 is U+0435 CYRILLIC SMALL LETTER IE; type the Latin letter e");
        assertThat(fix("Cafe\u0301-01")).startsWith("did you mean Caf\u00E9-01? they look the same, but this one");
    }

    private static String fix(String name) {
        ReplicationJobSpec spec =
                ReplicationJobSpec.builder().set(SpecField.SOURCE_NAME, name).build();
        var problem = SOURCES.resolve(spec).problem();
        return problem == null ? "" : String.valueOf(problem.fix());
    }
}
