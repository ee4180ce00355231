package io.camelsmc.diag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTest {

    @Test
    void readsAsOneLineThatNamesPlaceValueAndRemedy() {
        Diagnostic problem = Diagnostic.error("CR08", "Missing value")
                .at(SourcePosition.of("w.csv", 3))
                .of("w1/web-01")
                .in("vswitch_id")
                .got("x")
                .expected("y")
                .fix("give it");

        assertThat(problem.renderWithRule())
                .isEqualTo("w.csv:3 w1/web-01 vswitch_id: Missing value (got x, expected y); give it [CR08]");
        assertThat(Diagnostic.warning("CR09", "Alone").renderWithRule()).isEqualTo("warning: Alone [CR09]");
    }

    @Test
    void showsWhatNobodyWouldSee() {
        assertThat(Diagnostic.error("x", "Bad").got("8\u00A00").render()).isEqualTo("Bad (got 8\\u00A00)");
        assertThat(Diagnostic.error("x", "Bad").got(" 80 ").render()).isEqualTo("Bad (got \" 80 \")");
        assertThat(Diagnostic.error("x", "Bad").got("").render()).isEqualTo("Bad (got an empty value)");
        assertThat(Diagnostic.error("x", "Bad").got("a\u001B[2J\u202E\nb").render())
                .isEqualTo("Bad (got a\\u001B[2J\\u202E\\nb)");
    }

    @Test
    void cannotBeBrokenByTheNameOfAFile() {
        SourcePosition hostile = SourcePosition.of("w\n\u202E\u001B]52;c;x\u0007.csv", 2);

        assertThat(Diagnostic.error("x", "Bad").at(hostile).render())
                .isEqualTo("w\\n\\u202E\\u001B]52;c;x\\u0007.csv:2: Bad");
    }
}
