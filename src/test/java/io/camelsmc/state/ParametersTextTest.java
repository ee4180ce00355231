package io.camelsmc.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ParametersTextTest {

    @Test
    void isReadByPeople() {
        var parameters = new TreeMap<>(Map.of("Tag.1.Key", "a=b", "Name", "web 01", "odd=name", "c:\\x\r\ny"));

        assertThat(ParametersText.write(parameters))
                .isEqualTo("Name=web 01\nTag.1.Key=a=b\nodd\\=name=c:\\\\x\\r\\ny\n");
    }

    @Property(tries = 500)
    void givesBackWhatWasWritten(@ForAll Map<String, String> parameters) {
        var sorted = new TreeMap<>(parameters);

        assertThat(ParametersText.read(ParametersText.write(sorted))).isEqualTo(sorted);
    }
}
