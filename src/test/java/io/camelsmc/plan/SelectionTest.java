package io.camelsmc.plan;

import static io.camelsmc.plan.PlanFixtures.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.spec.TagSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final ReplicationJobSpec ROW = spec(7).toBuilder()
            .set(SpecField.APP, "shop")
            .set(SpecField.TAG, List.of(new TagSpec("env", "prod"), new TagSpec("a.b", "")))
            .build();

    @ParameterizedTest
    @CsvSource({
        "wave-01/web-7, true",
        "wave-01/*, true",
        "wave-02/*, false",
        "web-7, true",
        "web-?, true",
        "web-??, false",
        "s-bp17, true",
        "wave:wave-0*, true",
        "wave:wave, false",
        "app:shop, true",
        "region:cn-*, true",
        "source:s-bp17, true",
        "source:web-7, false",
        "tag:env, true",
        "tag:env=prod, true",
        "tag:env=p*, true",
        "tag:env=test, false",
        "tag:a.b=, true",
        "tag:axb, false"
    })
    void takesRowsThatFitATarget(String pattern, boolean taken) {
        Selection selection = new Selection(List.of(pattern), List.of());

        assertThat(selection.takes(ROW)).isEqualTo(taken);
        assertThat(selection.unused().isEmpty()).isEqualTo(taken);
    }

    @Test
    void leavesOutWhatIsExcludedEvenWhenATargetTakesIt() {
        assertThat(new Selection(List.of("wave:wave-01"), List.of("web-7")).takes(ROW))
                .isFalse();
        assertThat(new Selection(List.of(), List.of("web-8")).takes(ROW)).isTrue();
        assertThat(Selection.all().takes(ROW)).isTrue();
    }

    @Test
    void namesPatternsThatFittedNothing() {
        Selection selection = new Selection(List.of("web-7", "web-8"), List.of("wave:none"));
        selection.takes(ROW);

        assertThat(selection.unused()).containsExactly("web-8", "wave:none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wave:", "tag:", "waves:wave-01", "http://x"})
    void refusesPatternsThatSayNothing(String pattern) {
        assertThatThrownBy(() -> new Selection(List.of(pattern), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + pattern + "'");
    }
}
