package io.camelsmc.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OddCharacterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web\u201101|character 4 is U+2011 NON-BREAKING HYPHEN; type a plain hyphen",
                "web\u201301|character 4 is U+2013 EN DASH; type a plain hyphen",
                "8\u00ADweb|character 2 is U+00AD SOFT HYPHEN; delete it",
                "web\u200B|character 4 is U+200B ZERO WIDTH SPACE; delete it",
                "a\u00A0b|character 2 is U+00A0 NO-BREAK SPACE; delete it or type a plain space",
                "\u201Ca|character 1 is U+201C LEFT DOUBLE QUOTATION MARK; type a straight quote, or none",
                "\uFF18|character 1 is U+FF18 FULLWIDTH DIGIT EIGHT; type the plain digit 8",
                "\uFF37eb|character 1 is U+FF37 FULLWIDTH LATIN CAPITAL LETTER W; type a plain W",
                "1\uFF1A100|character 2 is U+FF1A FULLWIDTH COLON; type a plain :",
                "w\u0435b|character 2 is U+0435 CYRILLIC SMALL LETTER IE; type the Latin letter e",
                "\u039Fb|character 1 is U+039F GREEK CAPITAL LETTER OMICRON; type the Latin letter O",
                "\uD83D\uDE00\u2011|character 1 is U+1F600 GRINNING FACE, and one more odd character follows;"
                        + " type something else in its place",
                "\u7F51\u2011|character 2 is U+2011 NON-BREAKING HYPHEN; type a plain hyphen",
            })
    void namesTheCharacterThatIsNotWhatItLooksLike(String text, String advice) {
        assertThat(Objects.requireNonNull(OddCharacter.first(text)).advice()).isEqualTo(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "web-01", "a ~!", "网站-01"})
    void hasNothingToSayOfPlainAndChineseText(String text) {
        assertThat(OddCharacter.first(text)).isNull();
        assertThat(OddCharacter.fix(text, "other advice")).isEqualTo("other advice");
    }

    @Test
    void countsCharactersAndNotUnitsOfTheirCode() {
        assertThat(OddCharacter.at("\uD842\uDFB7-\u00A0", 3).number()).isEqualTo(3);
    }
}
