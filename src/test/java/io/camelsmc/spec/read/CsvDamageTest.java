package io.camelsmc.spec.read;

import static io.camelsmc.spec.read.InputFormat.CSV;
import static io.camelsmc.spec.read.Inputs.damage;
import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDamageTest {

    private static final String HEAD = "source_id,notes\n";

    @Test
    void namesTheLineWhereAnUnclosedQuoteOpens() throws Exception {
        Diagnostic problem =
                damage(HEAD + "s-1,a\ns-2,\"never\ns-3,b\ns-4,c\n", CSV).get(0);

        assertThat(problem.rule()).isEqualTo("csv.unclosed-quote");
        assertThat(problem.position()).isEqualTo(new SourcePosition("wave", 3, 5));
    }

    @Test
    void namesTheOpeningQuoteWhenALaterQuoteClosesIt() throws Exception {
        Diagnostic problem = damage(HEAD + "s-1,\"never\ns-2,\"b\"\n", CSV).get(0);

        assertThat(problem.rule()).isEqualTo("csv.text-after-quote");
        assertThat(problem.position()).isEqualTo(new SourcePosition("wave", 2, 5));
        assertThat(problem.summary()).contains("line 3");
    }

    @Test
    void saysWhereAQuoteOpensAndClosesAndHowTheCellBegins() throws Exception {
        Diagnostic text = damage(HEAD + "s-1,\"Rack 4,\"app=shop\"\n", CSV).get(0);
        Diagnostic open = damage(HEAD + "s-1,\"Rack 4,app\n", CSV).get(0);

        assertThat(text.render())
                .isEqualTo("wave:2 notes: The quote that opens at column 5 closes at column 13, and text follows (got"
                        + " \"Rack 4,\"app…); put the closing quote where the cell ends, or remove the opening quote; a"
                        + " quote inside a quoted cell is written twice");
        assertThat(open.render())
                .isEqualTo(
                        "wave:2 notes: The quote that opens at column 5 is never closed (got \"Rack 4,app\\n…); put the"
                                + " closing quote where the cell ends, or remove the opening quote; a quote inside a quoted cell"
                                + " is written twice");
    }

    @Test
    void refusesAHugeCellAndAHugeLineWithAFlatHeap() throws Exception {
        Diagnostic cell = damage(new Endless(HEAD + "s-1,\"", 10_000_000L), CSV).get(0);
        Diagnostic line = damage(new Endless(HEAD + "s-1,", 200_000_000L), CSV).get(0);

        assertThat(cell.rule()).isEqualTo("file.field-cap");
        assertThat(line.rule()).isEqualTo("file.field-cap");
        assertThat(line.position()).isEqualTo(new SourcePosition("wave", 2, 5));
    }

    @Test
    void refusesARowOverTheCapEvenIfItsCellsAreNot() throws Exception {
        String row = ("x".repeat(999) + ",").repeat(2_000);

        assertThat(damage(HEAD + row, CSV).get(0).rule()).isEqualTo("file.record-cap");
        assertThat(damage(HEAD + "x,".repeat(20_000), CSV).get(0).render())
                .isEqualTo("wave:2: A row of more than 10000 cells; look for a missing line end");
    }

    @Test
    void namesEveryBadColumnAtOnce() throws Exception {
        List<Diagnostic> problems = damage("source_id,net_mod,endpoint,SourceId,,name,SystemDiskPart\ns-1\n", CSV);

        assertThat(problems)
                .extracting(Diagnostic::rule)
                .containsExactly(
                        "csv.unknown-column",
                        "csv.unknown-column",
                        "csv.duplicate-column",
                        "csv.unnamed-column",
                        "csv.unknown-column");
        assertThat(problems.get(0).fix()).isEqualTo("did you mean net_mode?");
        assertThat(problems.get(4).fix()).contains("SystemDiskPart.1.SizeBytes");
    }

    @ParameterizedTest
    @CsvSource({
        "vswich_id, vswitch_id",
        "regoin, region",
        "DataDisk.x.Size, ",
        "DataDisk.0.Size, ",
        "DataDisk.1, ",
        "extra:SignatureNonce, ",
        "extra:NetMode, "
    })
    void suggestsTheNearestColumn(String name, String nearest) throws Exception {
        Diagnostic problem = damage("source_id," + name + "\ns-1,x\n", CSV).get(0);

        assertThat(problem.field()).isEqualTo(name);
        if (nearest != null) {
            assertThat(problem.fix()).isEqualTo("did you mean " + nearest + "?");
        }
    }

    @Test
    void asksForTheSourceColumn() throws Exception {
        assertThat(damage("name,wave\nweb,w1\n", CSV).get(0).rule()).isEqualTo("csv.missing-column");
        assertThat(damage("", CSV).get(0).rule()).isEqualTo("file.empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void recognisesUtf16(String charset) throws Exception {
        Diagnostic problem = damage((HEAD + "s-1,x\n").getBytes(Charset.forName(charset)), CSV)
                .get(0);

        assertThat(problem.rule()).isEqualTo("file.encoding");
        assertThat(problem.fix()).contains("UTF-16");
    }

    @Test
    void saysAtWhichLineAndByteTheEncodingBreaks() throws Exception {
        byte[] gbk = (HEAD + "s-1,中文\n").getBytes(Charset.forName("GBK"));
        byte[] latin = (HEAD + "s-1,x\ns-2,café x\n").getBytes(StandardCharsets.ISO_8859_1);

        Diagnostic chinese = damage(gbk, CSV).get(0);
        Diagnostic french = damage(latin, CSV).get(0);

        assertThat(chinese.summary()).contains("byte offset 20");
        assertThat(chinese.fix()).contains("GBK");
        assertThat(chinese.position()).hasToString("wave:2");
        assertThat(french.summary()).contains("byte offset 29");
        assertThat(french.position()).hasToString("wave:3");
        assertThat(french.fix()).contains("Windows-1252");
        assertThat(french.got()).isEqualTo("byte 0xE9, which is é in Windows-1252");
        assertThat(french.field()).isEqualTo("notes");
        assertThat(chinese.got()).as("nothing is sure of GBK").isEqualTo("byte 0xD6");
    }

    @Test
    void findsANulByteFarIntoTheFile() throws Exception {
        String rows = "s-1,x\n".repeat(20_000);
        Diagnostic problem = damage(HEAD + rows + "s-2,\0\n", CSV).get(0);

        assertThat(problem.summary()).isEqualTo("a NUL byte at byte offset " + (HEAD.length() + rows.length() + 4));
        assertThat(problem.position()).hasToString("wave:20002");
    }

    @Test
    void refusesTextCutInTheMiddleOfACharacter() throws Exception {
        byte[] whole = (HEAD + "s-1,中").getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(damage(cut, CSV).get(0).summary()).contains("byte offset 20");
    }

    /** A head followed by many times the same letter, without holding it in memory. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final long length;
        private long at;

        Endless(String head, long tail) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.length = this.head.length + tail;
        }

        @Override
        public int read() throws IOException {
            if (at >= length) {
                return -1;
            }
            return at < head.length ? head[(int) at++] : next();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int first = read();
            if (first < 0) {
                return -1;
            }
            target[from] = (byte) first;
            int count = at < head.length ? 1 : (int) Math.min(length, length() - at + 1);
            Arrays.fill(target, from + 1, from + count, (byte) 'x');
            at += count - 1;
            return count;
        }

        private long length() {
            return length;
        }

        private int next() {
            at++;
            return 'x';
        }
    }
}
