package io.camelsmc.spec.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.spec.DataDiskSpec;
import io.camelsmc.spec.InvalidSpecException;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TagSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sourceId\":\"s-1\",\"netMode\":2}",
                "[{\"sourceId\":\"s-1\",\"netMode\":2}]",
                "\n  {\n\"sourceId\":\"s-1\",\n\"netMode\":2}",
                "sourceId: s-1\nnetMode: 2\n",
                "# comment, with comma\nsourceId: s-1\nnetMode: 2\n",
                "- sourceId: s-1\n  netMode: 2\n",
                "source_id,net_mode\ns-1,2\n",
                "source_id;net_mode\ns-1;2\n",
                "sep=;\nsource_id;net_mode\ns-1;2\n"
            })
    void tellsTheFormatFromTheText(String text) throws Exception {
        ReplicationJobSpec spec = SpecReader.one(text, "body", null);

        assertThat(spec.sourceId()).isEqualTo("s-1");
        assertThat(spec.netMode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "source_id\n", "source_id\ns-1\ns-2\n", "[]"})
    void wantsExactlyOneJob(String text) {
        assertThatThrownBy(() -> SpecReader.one(text, "body", null)).isInstanceOf(InvalidSpecException.class);
    }

    @Test
    void readsAMapInAnySpelling() throws Exception {
        ReplicationJobSpec spec = SpecReader.ofMap(
                Map.ofEntries(
                        Map.entry("SOURCEID", "s-1"),
                        Map.entry("net_mode", "2"),
                        Map.entry("systemDiskSize", 80),
                        Map.entry("RunOnce", true),
                        Map.entry("data_disks", "1:100"),
                        Map.entry("SystemDiskPart.1.Device", "0_1"),
                        Map.entry("SystemDiskPart.1.SizeBytes", 5L),
                        Map.entry("tag:app", "shop"),
                        Map.entry("checksum", true),
                        Map.entry("disks", Map.of("Data", List.of(Map.of("size", 40))))),
                "body");

        assertThat(spec.sourceId()).isEqualTo("s-1");
        assertThat(spec.netMode()).isEqualTo(2);
        assertThat(spec.dataDisks()).containsExactly(new DataDiskSpec(1, 100, List.of()));
        assertThat(spec.systemDiskParts().get(0).sizeBytes()).isEqualTo(5L);
        assertThat(spec.tags()).containsExactly(new TagSpec("app", "shop"));
        assertThat(spec.replicationParameters()).isEqualTo("{\"checksum\":true}");
        assertThat(spec.origin()).hasToString("body");
    }

    @Test
    void reportsEveryProblemOfAMap() {
        assertThatThrownBy(() -> SpecReader.ofMap(
                        Map.of("sourceId", "s-1", "netMode", "x", "nett", 1, "data_disks", "1:1,000"), "body"))
                .isInstanceOfSatisfying(InvalidSpecException.class, e -> assertThat(e.diagnostics())
                        .extracting(d -> String.valueOf(d.field()))
                        .containsExactlyInAnyOrder("netMode", "nett", "data_disks"));
    }

    @Test
    void acceptsReadyMadeValuesInAMap() throws Exception {
        DataDiskSpec disk = new DataDiskSpec(1, 100, List.of());

        ReplicationJobSpec spec = SpecReader.ofMap(Map.of("sourceId", "s-1", "dataDisk", List.of(disk)), "body");

        assertThat(spec.dataDisks()).containsExactly(disk);
    }

    @Test
    void survivesAListThatHoldsItself() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);

        assertThatThrownBy(() -> SpecReader.ofMap(Map.of("sourceId", "s-1", "dataDisk", loop), "body"))
                .isInstanceOf(InvalidSpecException.class);
    }
}
