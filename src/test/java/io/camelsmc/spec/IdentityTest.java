package io.camelsmc.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key, derived name and token: the same for the same row, for ever. */
class IdentityTest {

    private static final JobKey KEY = new JobKey("account:1", "cn-hangzhou", "s-1", 0);

    /** These values are in journals and at the service; a change of form would migrate servers twice. */
    @Test
    void keepsItsFormForEver() {
        assertThat(KEY.derivedName()).isEqualTo("smc-da11685cb6236e19e8bdbf3e");
        assertThat(ClientToken.derive(KEY, "d".repeat(64), 0).value())
                .hasSize(64)
                .isEqualTo(Sha256.hex("camel-smc/1\naccount:1\ncn-hangzhou\ns-1\n0\n" + "d".repeat(64) + "\n0"));
    }

    @Test
    void dependsOnNothingButAccountRegionSourceAndGeneration() {
        ReplicationJobSpec row = ReplicationJobSpec.builder()
                .sourceId("s-1")
                .regionId("cn-hangzhou")
                .build();
        ReplicationJobSpec moved = row.toBuilder()
                .set(SpecField.WAVE, "wave-09")
                .set(SpecField.NOTES, "later")
                .name("other")
                .build();

        assertThat(JobKey.of("account:1", row)).isEqualTo(KEY).isEqualTo(JobKey.of("account:1", moved));
        assertThat(JobKey.of(
                                "account:1",
                                row.toBuilder().set(SpecField.GENERATION, 1).build())
                        .derivedName())
                .isNotEqualTo(KEY.derivedName());
        assertThat(CanonicalParameters.digest(row.toBuilder()
                        .set(SpecField.WAVE, "wave-09")
                        .set(SpecField.CLIENT_TOKEN, "mine")
                        .build()))
                .isEqualTo(CanonicalParameters.digest(row));
    }

    @Test
    void changesTheTokenWithTheRequestAndTheAttempt() {
        ClientToken token = ClientToken.derive(KEY, "a", 0);

        assertThat(ClientToken.derive(KEY, "a", 0)).isEqualTo(token);
        assertThat(ClientToken.derive(KEY, "b", 0)).isNotEqualTo(token);
        assertThat(ClientToken.derive(KEY, "a", 1)).isNotEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "tab\t",
                "\u00e4",
                "a123456789a123456789a123456789a123456789a123456789a1234567890123x"
            })
    void refusesATokenThatCannotBeSent(String text) {
        assertThatThrownBy(() -> new ClientToken(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsASourceAndARegion() {
        assertThatThrownBy(() -> JobKey.of(
                        "a", ReplicationJobSpec.builder().sourceId("s-1").build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void separatesNamesFromValuesInTheDigest() {
        ReplicationJobSpec one =
                ReplicationJobSpec.builder().name("ab").sourceId("c").build();
        ReplicationJobSpec two =
                ReplicationJobSpec.builder().name("a").sourceId("bc").build();

        assertThat(CanonicalParameters.digest(one)).isNotEqualTo(CanonicalParameters.digest(two));
    }
}
