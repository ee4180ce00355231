package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What tools read about the component. */
class MetadataTest {

    private static JsonNode metadata;

    @BeforeAll
    static void read() throws Exception {
        try (InputStream in = MetadataTest.class.getResourceAsStream("/META-INF/io/camelsmc/component/smc.json")) {
            metadata = new ObjectMapper().readTree(in);
        }
    }

    @Test
    void componentIsDescribed() {
        JsonNode component = metadata.get("component");

        assertThat(component.get("title").asText()).isEqualTo("Alibaba Cloud Server Migration Center");
        assertThat(component.get("scheme").asText()).isEqualTo("smc");
        assertThat(component.get("producerOnly").asBoolean()).isTrue();
        assertThat(component.get("remote").asBoolean()).isTrue();
    }

    @Test
    void operationsAreListed() {
        List<String> operations = new ArrayList<>();
        metadata.at("/properties/operation/enum").forEach(name -> operations.add(name.asText()));

        assertThat(operations)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(SmcOperations.values()).map(Enum::name).toList());
    }

    @Test
    void everyHeaderOfTheConstantsIsListedOnceAndProperlyNamed() throws Exception {
        List<String> declared = new ArrayList<>();
        for (Field field : SmcConstants.class.getDeclaredFields()) {
            String value = Modifier.isStatic(field.getModifiers()) ? String.valueOf(field.get(null)) : "";
            if (field.isAnnotationPresent(org.apache.camel.spi.Metadata.class)) {
                declared.add(value);
            }
            assertThat(value).matches("CamelSmc[A-Z][A-Za-z]+");
        }
        List<String> listed = new ArrayList<>();
        metadata.get("headers").fieldNames().forEachRemaining(listed::add);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyOptionIsDescribedAndDurationsNameTheirUnit() {
        metadata.get("properties").properties().forEach(option -> {
            assertThat(option.getValue().get("description").asText())
                    .as(option.getKey())
                    .isNotBlank();
            if (option.getValue().get("type").asText().equals("duration")) {
                assertThat(option.getValue().get("description").asText()).contains("milliseconds", "at least 1 ms");
                assertThat(option.getValue().has("defaultValue")).isTrue();
            }
        });
    }

    @Test
    void secretsAreMarked() {
        List<String> secret = new ArrayList<>();
        metadata.get("properties").properties().forEach(option -> {
            if (option.getValue().get("secret").asBoolean()) {
                secret.add(option.getKey());
            }
        });

        assertThat(secret).containsExactlyInAnyOrder("accessKey", "secretKey", "securityToken", "stateUrl");
    }
}
