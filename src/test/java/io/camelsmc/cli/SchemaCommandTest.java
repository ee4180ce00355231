package io.camelsmc.cli;

import static io.camelsmc.cli.ValidateInvocation.smc;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {

    @Test
    void printsTheSchemaOfAnEdition() throws Exception {
        JsonNode now = new ObjectMapper().readTree(smc("schema").out());
        JsonNode then =
                new ObjectMapper().readTree(smc("schema", "--profile", "2021").out());

        assertThat(size(now)).isEqualTo(2048);
        assertThat(size(then)).isEqualTo(500);
        assertThat(smc("schema", "--complete").out()).contains("\"$ref\" : \"#/$defs/completeJob\"");
    }

    private static int size(JsonNode schema) {
        return schema.at("/$defs/job/properties/systemDiskSize/maximum").asInt();
    }
}
