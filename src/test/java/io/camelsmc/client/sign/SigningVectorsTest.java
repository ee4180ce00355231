package io.camelsmc.client.sign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelsmc.client.wire.PercentEncoding;
import io.camelsmc.spec.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SigningVectorsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> everyVectorIsReproduced() throws IOException {
        JsonNode file;
        try (InputStream in = getClass().getResourceAsStream("/client/signing-vectors.json")) {
            file = MAPPER.readTree(Objects.requireNonNull(in));
        }
        JsonNode common = file.get("credentials");
        return Stream.of("vectors", "publicVectors")
                .flatMap(list -> StreamSupport.stream(file.get(list).spliterator(), false))
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> {
                    if (vector.get("scheme").asText().equals("V1")) {
                        checkV1(vector, common);
                    } else {
                        checkV3(vector, common);
                    }
                }));
    }

    private static void checkV1(JsonNode vector, JsonNode common) {
        Map<String, String> parameters = map(vector.get("params"));
        String method = vector.get("method").asText();
        String signature = SignatureV1.sign(method, parameters, credential(vector, common, "accessKeySecret"));

        if (vector.has("canonicalizedQueryString")) {
            assertThat(SignatureV1.canonicalQuery(parameters))
                    .isEqualTo(vector.get("canonicalizedQueryString").asText());
        }
        assertThat(SignatureV1.stringToSign(method, parameters))
                .isEqualTo(vector.get("stringToSign").asText());
        assertThat(signature).isEqualTo(vector.get("signature").asText());
        if (vector.has("signatureInQuery")) {
            assertThat(PercentEncoding.encode(signature))
                    .isEqualTo(vector.get("signatureInQuery").asText());
        }
    }

    private static void checkV3(JsonNode vector, JsonNode common) {
        Map<String, String> query = map(vector.get("query"));
        Map<String, String> headers = map(vector.get("headers"));
        String method = vector.get("method").asText();
        String id = credential(vector, common, "accessKeyId");
        String secret = credential(vector, common, "accessKeySecret");

        assertThat(Sha256.hex(vector.get("body").asText())).isEqualTo(headers.get("x-acs-content-sha256"));
        assertThat(SignatureV3.canonicalRequest(method, query, headers))
                .isEqualTo(vector.get("canonicalRequest").asText());
        assertThat(SignatureV3.stringToSign(method, query, headers))
                .isEqualTo(vector.get("stringToSign").asText());
        assertThat(SignatureV3.sign(method, query, headers, secret))
                .isEqualTo(vector.get("signature").asText());
        assertThat(SignatureV3.authorization(method, query, headers, id, secret))
                .isEqualTo(vector.get("authorization").asText());
    }

    private static String credential(JsonNode vector, JsonNode common, String name) {
        return (vector.has(name) ? vector : common).get(name).asText();
    }

    private static Map<String, String> map(JsonNode node) {
        return MAPPER.convertValue(node, new TypeReference<Map<String, String>>() {});
    }
}
