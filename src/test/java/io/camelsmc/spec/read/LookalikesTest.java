package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikesTest {

    private static final String NFC = "Caf\u00E9-01";
    private static final String NFD = "Cafe\u0301-01";

    @ParameterizedTest
    @CsvSource({
        "erp-web-01,erp-web-02,",
        "erp-web-01,erp-web-10,",
        "erp-web-01,erp-wep-01,",
        "erp-web-01,erp-web-01b,",
        "erp-web-01,erp-web,",
        "web-1-1,web-11,",
        "web-01,web-01.corp.local,",
        "erp-web-01,ERP-WEB-01,ERP-WEB-01",
        "erp_web_01,erp-web-01,erp-web-01",
        "еrp-web-01,erp-web-01,erp-web-01",
        "erp‑web‑01,erp-web-01,erp-web-01",
        "ｅｒｐ-web-01,erp-web-01,erp-web-01"
    })
    void offersTheNameOfAMachineOnlyWhenItIsTheSameOneInAnotherSpelling(String written, String known, String offered) {
        assertThat(NearMiss.sameThing(written, List.of(known, "other"))).isEqualTo(offered);
    }

    @Test
    void offersNoneOfTwoThatAreAlike() {
        assertThat(NearMiss.sameThing("ERP-01", List.of("erp-01", "Erp-01"))).isNull();
    }

    @Test
    void saysThatAnAccentIsComposedInAnotherWay() {
        assertThat(NearMiss.sameThing(NFD, List.of(NFC))).isEqualTo(NFC);
        assertThat(NearMiss.question(NFD, NFC))
                .isEqualTo(
                        "did you mean " + NFC + "? they look the same, but this one spells its accents as characters of"
                                + " their own (Unicode NFD, as files from a Mac do); copy the other spelling");
        assertThat(NearMiss.question(NFC, NFD)).contains("but that one spells its accents");
    }

    @Test
    void namesTheAccentThatIsACharacterOfItsOwn() throws Exception {
        assertThat(Inputs.damage("source_id,Gro\u0308\u00DFe\ns-1,1\n", InputFormat.CSV))
                .hasSize(1);
        assertThat(io.camelsmc.diag.OddCharacter.fix(NFD, null))
                .startsWith("character 5 is U+0301 COMBINING ACUTE ACCENT; it is an accent of its own (Unicode NFD");
    }

    @ParameterizedTest
    @CsvSource({
        "sоurce_id,source_id,U+043E",
        "ｓource_id,source_id,U+FF53",
        "image‑name,image_name,U+2011",
        "tag：Owner,tag:Owner,U+FF1A"
    })
    void namesTheLetterThatOnlyLooksRightInTheNameOfAColumn(String column, String meant, String character)
            throws Exception {
        String csv = column + ",source_name\nx,web\n";

        assertThat(Inputs.damage(csv, InputFormat.CSV)).singleElement().satisfies(problem -> assertThat(problem.fix())
                .startsWith("did you mean " + meant + "?")
                .contains(character));
    }

    @ParameterizedTest
    @CsvSource({"OsName", "OsVersion", "web-02", "disk2_size", "MachineName2"})
    void offersNoColumnThatIsAnother(String name) {
        assertThat(FieldNames.nearestColumn(name)).isNull();
    }
}
