package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSupplyTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void readsTheWordsOfTheOption() throws Exception {
        assertThat(SourceSupply.parse("any")).isEqualTo(new SourceSupply.Any());
        assertThat(SourceSupply.parse("25")).isEqualTo(new SourceSupply.Samples(25));
    }

    @Test
    void takesSourcesFromACsvWaveWithQuotedCells() throws Exception {
        String csv =
                "\uFEFFname,Source_ID,description\r\n\"web, \"\"one\"\"\",s-bp1a,\"two\nlines\"\r\n\r\ndb,s-bp1b,\r\n";

        assertThat(sources("wave.csv", csv))
                .extracting(source -> source.sourceId() + "=" + source.name())
                .containsExactly("s-bp1a=web, \"one\"", "s-bp1b=db");
    }

    @Test
    void takesTheDataDisksOfTheWave() throws Exception {
        String csv = "source_id,data_disks\ns-bp1a,2:500; 1:100\n";
        String json =
                "[{\"sourceId\":\"s-bp1a\",\"dataDisk\":[{\"index\":1,\"size\":100},{\"index\":2,\"size\":500}]}]";

        assertThat(sources("wave.csv", csv).get(0).dataDisks())
                .containsExactly(EmulatedDisk.data(1, 100), EmulatedDisk.data(2, 500));
        assertThat(sources("wave.json", json)).isEqualTo(sources("again.csv", csv));
    }

    @Test
    void takesSourcesFromJsonLists() throws Exception {
        String wave = "{\"wave\":\"w\",\"jobs\":[{\"sourceId\":\"s-bp1a\",\"name\":\"web\"}]}";
        String list = "[{\"SourceId\":\"s-bp1a\"},{\"source_id\":\"s-bp1b\"},{\"SourceId\":\"s-bp1a\"}]";
        String lines = "{\"sourceId\":\"s-bp1a\"}\n{\"sourceId\":\"s-bp1b\"}\n";

        assertThat(sources("wave.json", wave)).extracting(EmulatedSource::name).containsExactly("web");
        assertThat(sources("list.json", list))
                .extracting(EmulatedSource::sourceId)
                .containsExactly("s-bp1a", "s-bp1b");
        assertThat(sources("jobs.ndjson", lines)).hasSize(2);
    }

    @Test
    void saysWhatAFileWithoutSourcesLacks() {
        assertThatThrownBy(() -> sources("wave.csv", "name,region\nweb,cn-hangzhou\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wave.csv")
                .hasMessageContaining("source_id");
        assertThatThrownBy(() -> sources("wave.json", "[{\"x\":")).hasMessageContaining("not JSON");
    }

    @Test
    void makesTheSameSamplesEachTime() {
        List<EmulatedSource> samples = SampleSources.of(100);

        assertThat(SampleSources.of(100)).isEqualTo(samples);
        assertThat(samples).extracting(EmulatedSource::sourceId).doesNotHaveDuplicates();
        assertThat(samples).allMatch(source -> SourceRegistry.wellFormed(source.sourceId()));
    }

    private List<EmulatedSource> sources(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return ((SourceSupply.Listed) SourceSupply.parse(file.toString())).sources();
    }
}
