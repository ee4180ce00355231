package io.camelsmc.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedParametersTest {

    private final SortedMap<String, String> given = new TreeMap<>();

    SharedParametersTest() {
        given.put("RegionId", "cn-hangzhou");
        given.put("SourceId", "s-1");
    }

    @Test
    void doesNotFollowChangesOfTheMapItWasMadeOf() {
        SharedParameters shared = SharedParameters.of(given);

        given.put("SourceId", "s-2");
        given.put("Name", "web");

        assertThat(shared).containsOnlyKeys("RegionId", "SourceId").containsEntry("SourceId", "s-1");
    }

    @Test
    void cannotBeChanged() {
        SharedParameters shared = SharedParameters.of(given);

        assertThatThrownBy(() -> shared.put("SourceId", "s-2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> shared.remove("SourceId")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> shared.tailMap("R").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isTheSameForAllThatFollowFromIt() {
        SharedParameters shared = SharedParameters.of(given);

        assertThat(SharedParameters.of(shared)).isSameAs(shared);
    }

    @Test
    void equalsTheMapItWasMadeOf() {
        SharedParameters shared = SharedParameters.of(given);

        assertThat(shared).isEqualTo(given).hasSameHashCodeAs(given);
        assertThat(given).isEqualTo(shared);
    }
}
