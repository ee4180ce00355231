package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.SpecArbitraries;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever the bytes, reading ends with rows or with damage that names a place, and never with anything else. */
class HostileFilesTest {

    private static final String GOOD = "source_id,name,wave,region,system_disk_size,data_disks,tags,start_at\n"
            + "s-1,web-01,w1,cn-hangzhou,80,1:100;2:500,\"app=shop;env=prod\",2026-12-01T20:00:00Z\n";
    private static final String YAML =
            """
            wave: w1
            defaults: {regionId: cn-hangzhou, tags: {app: shop}}
            jobs:
              - sourceId: s-1
                dataDisk: [{index: 1, size: 100, part: [{device: "1_1", sizeBytes: 5}]}]
            """;
    private static final String JSON =
            "{\"wave\":\"w1\",\"jobs\":[{\"sourceId\":\"s-1\",\"dataDisk\":[{\"index\":1,\"size\":100}],\"runOnce\":true}]}";

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    }

    @Provide
    Arbitrary<String> pieces() {
        List<String> pieces = List.of(
                "\"",
                "\n",
                "\r",
                ",",
                ";",
                "\t",
                "sep=",
                "source_id",
                "name",
                "s-1",
                "=",
                "'",
                "#",
                "# x",
                "{",
                "}",
                "[",
                "]",
                ":",
                ": ",
                "- ",
                "&a ",
                "*a",
                "!!x ",
                "---\n",
                "<<: ",
                "|",
                ">",
                "null",
                "~",
                "1e9",
                "\uFEFF",
                "\u0000",
                "\\u",
                "jobs",
                "defaults",
                "wave",
                "sourceId",
                "DataDisk.1.Index",
                "tag:a",
                "extra:X",
                "mgn:wave:name",
                "server_name",
                "  ",
                "\u2028",
                "云",
                "99999999999999999999",
                "-0",
                "+3d",
                "true",
                "\\",
                "/");
        return Arbitraries.of(pieces).list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.BOUNDED)
    void survivesAnyBytes(@ForAll("bytes") byte[] bytes) throws Exception {
        readAll(bytes);
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void survivesAnyMixOfSigns(@ForAll("pieces") String text) throws Exception {
        readAll(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void survivesAGoodFileWithAnInsertionACutAndARepetition(
            @ForAll("pieces") String piece, @ForAll int place, @ForAll byte kind) throws Exception {
        for (String good : List.of(GOOD, YAML, JSON)) {
            int at = Math.floorMod(place, good.length());
            String changed =
                    switch (Math.floorMod(kind, 3)) {
                        case 0 -> good.substring(0, at) + piece + good.substring(at);
                        case 1 -> good.substring(0, at) + good.substring(Math.min(good.length(), at + piece.length()));
                        default -> good.substring(0, at) + good.substring(at / 2);
                    };
            readAll(changed.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void takesCellsLiterally(@ForAll("texts") String text) throws Exception {
        String cell = '"' + text.replace("\"", "\"\"") + '"';
        List<InputRow> rows = Inputs.csv("source_id,notes\ns-1," + cell + "\n");

        assertThat(rows.get(0).known().notes()).isEqualTo(text.isEmpty() ? null : text);
    }

    @Provide
    Arbitrary<String> texts() {
        return SpecArbitraries.text();
    }

    private static void readAll(byte[] bytes) throws Exception {
        for (InputFormat format : InputFormat.values()) {
            try (WaveReader reader =
                    WaveReader.open(new ByteArrayInputStream(bytes), "hostile", format, ReadOptions.defaults())) {
                reader.forEachRow(row -> {
                    assertThat(row.position().source()).isEqualTo("hostile");
                    assertThat(row.spec() == null)
                            .isEqualTo(row.problems().stream().anyMatch(Diagnostic::isError));
                    row.problems().forEach(HostileFilesTest::readable);
                });
            } catch (DamagedInputException damage) {
                assertThat(damage.diagnostics()).isNotEmpty().allSatisfy(HostileFilesTest::readable);
            }
        }
    }

    /** One line that names the file and cannot act on a terminal. */
    private static void readable(Diagnostic problem) {
        assertThat(problem.renderWithRule()).startsWith("hostile").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}]");
        assertThat(problem.rule()).isIn(ReadProblems.all().keySet());
    }
}
