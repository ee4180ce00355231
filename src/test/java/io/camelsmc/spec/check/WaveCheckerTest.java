package io.camelsmc.spec.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.diag.SourcePosition;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaveCheckerTest {

    private static ReplicationJobSpec.Builder row(int line, String source) {
        return ReplicationJobSpec.builder()
                .origin(SourcePosition.of("wave.csv", line))
                .sourceId(source)
                .regionId("cn-hangzhou");
    }

    @Test
    void rejectsBothRowsOfASourceEachNamingTheOther() {
        ReplicationJobSpec first = row(2, "s-1").build();
        ReplicationJobSpec other = row(3, "s-2").build();
        ReplicationJobSpec second = row(9, "s-1").build();

        WaveChecker wave = WaveChecker.of(List.of(first, other, second));

        assertThat(wave.check(first)).singleElement().satisfies(d -> {
            assertThat(d.rule()).isEqualTo("CR27");
            assertThat(d.isError()).isTrue();
            assertThat(d.got()).isEqualTo("s-1");
            assertThat(d.fix()).startsWith("see wave.csv:9;");
        });
        assertThat(wave.check(second)).singleElement().satisfies(d -> assertThat(d.fix())
                .startsWith("see wave.csv:2;"));
        assertThat(wave.check(other)).isEmpty();
    }

    @Test
    void findsEqualNamesAndEqualImageNamesOfOneRegion() {
        ReplicationJobSpec first =
                row(2, "s-1").name("web").set(SpecField.IMAGE_NAME, "img").build();
        ReplicationJobSpec second =
                row(3, "s-2").name("web").set(SpecField.IMAGE_NAME, "img").build();
        ReplicationJobSpec elsewhere = row(4, "s-3")
                .regionId("cn-beijing")
                .set(SpecField.IMAGE_NAME, "img")
                .build();

        WaveChecker wave = WaveChecker.of(List.of(first, second, elsewhere));

        assertThat(wave.check(first)).extracting(Diagnostic::rule).containsExactly("CR27.name", "CR27.image");
        assertThat(wave.check(elsewhere)).isEmpty();
    }

    @Test
    void onlyWarnsOfTheSameSourceInAnotherGeneration() {
        ReplicationJobSpec first = row(2, "s-1").build();
        ReplicationJobSpec again = row(3, "s-1").set(SpecField.GENERATION, 1).build();

        assertThat(WaveChecker.of(List.of(first, again)).check(first))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.rule()).isEqualTo("CR27.source");
                    assertThat(d.isError()).isFalse();
                });
    }

    @Test
    void letsParkedRowsBe() {
        ReplicationJobSpec first = row(2, "s-1").build();
        ReplicationJobSpec parked = row(3, "s-1").set(SpecField.ENABLED, false).build();

        WaveChecker wave = WaveChecker.of(List.of(first, parked));

        assertThat(wave.check(first)).isEmpty();
        assertThat(wave.check(parked)).isEmpty();
    }

    @Test
    void namesAFewPlacesAndCountsTheRest() {
        List<ReplicationJobSpec> rows = IntStream.rangeClosed(2, 11)
                .mapToObj(line -> row(line, "s-1").build())
                .toList();

        WaveChecker wave = WaveChecker.of(rows);

        assertThat(wave.check(rows.get(0)).get(0).fix())
                .startsWith("see wave.csv:3, wave.csv:4, wave.csv:5 and 6 more;");
        assertThat(wave.check(rows.get(9)).get(0).fix())
                .startsWith("see wave.csv:2, wave.csv:3, wave.csv:4 and 6 more;");
    }

    @Test
    void warnsOfMoreJobsWithoutVSwitchThanARegionHasNetworks() {
        List<ReplicationJobSpec> rows = IntStream.rangeClosed(2, 12)
                .mapToObj(line -> row(line, "s-" + line).build())
                .toList();

        assertThat(WaveChecker.of(rows).checkWhole()).singleElement().satisfies(d -> {
            assertThat(d.rule()).isEqualTo("CR29");
            assertThat(d.got()).isEqualTo("11 jobs");
        });
        assertThat(WaveChecker.of(rows.subList(0, 10)).checkWhole()).isEmpty();
    }

    @Test
    void passesOverCleanRowsOnlyOnce() {
        AtomicInteger passes = new AtomicInteger();

        WaveChecker.of((WaveChecker.Pass<RuntimeException>) action -> {
            passes.incrementAndGet();
            Stream.of(row(2, "s-1").build(), row(3, "s-2").build()).forEach(action);
        });

        assertThat(passes).hasValue(1);
    }

    @Test
    void findsTheOneDuplicateAmongAMillionRows() {
        ReplicationJobSpec last = row(1_000_001, "s-500000").build();
        WaveChecker.Pass<RuntimeException> rows = action -> {
            for (int i = 1; i < 1_000_000; i++) {
                action.accept(row(i + 1, "s-" + i).build());
            }
            action.accept(last);
        };

        WaveChecker wave = WaveChecker.of(rows);

        assertThat(wave.check(last).get(0).fix()).startsWith("see wave.csv:500001;");
        assertThat(wave.check(row(8, "s-7").build())).isEmpty();
    }

    @Test
    void keepsEveryHashOfALargeSet() {
        LongHashSet set = new LongHashSet();
        List<Long> hashes = new ArrayList<>();
        for (int i = -5_000; i < 5_000; i++) {
            hashes.add(i * 0x1_0000_0001L);
        }

        hashes.forEach(hash -> assertThat(set.add(hash)).isTrue());

        assertThat(hashes).allMatch(set::contains).noneMatch(set::add);
        assertThat(set.contains(123)).isFalse();
    }
}
