package io.camelsmc.emulator.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVectorsTest {

    static Stream<Named<JsonNode>> vectors(String scheme) throws IOException {
        try (InputStream in = SignatureVectorsTest.class.getResourceAsStream("/emulator/signing-vectors.json")) {
            JsonNode file = new ObjectMapper().readTree(Objects.requireNonNull(in));
            return Stream.concat(stream(file.path("vectors")), stream(file.path("publicVectors")))
                    .filter(vector -> vector.path("scheme").asText().equals(scheme))
                    .map(vector -> Named.of(vector.path("id").asText(), vector));
        }
    }

    static Stream<Named<JsonNode>> v1() throws IOException {
        return vectors("V1");
    }

    static Stream<Named<JsonNode>> v3() throws IOException {
        return vectors("V3");
    }

    @ParameterizedTest
    @MethodSource("v1")
    void signsVersionOneAsTheVectorsSay(JsonNode vector) {
        SortedMap<String, String> parameters = map(vector.path("params"));

        String text = V1Signature.stringToSign(vector.path("method").asText(), parameters);

        assertThat(text).isEqualTo(vector.path("stringToSign").asText());
        String secret = vector.path("accessKeySecret").asText("testsecret");
        assertThat(V1Signature.sign(secret, text))
                .isEqualTo(vector.path("signature").asText());
    }

    @ParameterizedTest
    @MethodSource("v3")
    void signsVersionThreeAsTheVectorsSay(JsonNode vector) {
        Map<String, String> headers = map(vector.path("headers"));
        byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);

        String canonical = V3Signature.canonicalRequest(
                vector.path("method").asText(),
                map(vector.path("query")),
                headers,
                headers.keySet().stream().toList(),
                V3Signature.payloadHash(body));

        assertThat(canonical).isEqualTo(vector.path("canonicalRequest").asText());
        String text = V3Signature.stringToSign(canonical);
        assertThat(text).isEqualTo(vector.path("stringToSign").asText());
        String secret = vector.path("accessKeySecret").asText("testsecret");
        assertThat(V3Signature.sign(secret, text))
                .isEqualTo(vector.path("signature").asText());
    }

    @ParameterizedTest
    @MethodSource("v3")
    void readsTheAuthorizationHeaderOfTheVectors(JsonNode vector) {
        Acs3Authorization parsed =
                Acs3Authorization.parse(vector.path("authorization").asText());

        assertThat(Objects.requireNonNull(parsed).signature())
                .isEqualTo(vector.path("signature").asText());
        assertThat(parsed.signedHeaders())
                .containsExactlyElementsOf(map(vector.path("headers")).keySet());
    }

    private static SortedMap<String, String> map(JsonNode object) {
        SortedMap<String, String> map = new TreeMap<>();
        object.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
