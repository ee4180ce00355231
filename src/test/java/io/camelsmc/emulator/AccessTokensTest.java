package io.camelsmc.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens, from activated to expired. */
class AccessTokensTest {

    private ServiceRig service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceRig(EmulatorOptions.builder());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void tellsTheCodeOfATokenOnce() throws Exception {
        JsonNode made = service.ok("CreateAccessToken", "Name", "wave-03", "Description", "for the shop");
        String code = made.path("AccessTokenCode").asText();

        JsonNode list = service.ok("ListAccessTokens");

        assertThat(code).hasSize(32);
        assertThat(list.toString()).doesNotContain(code);
        assertThat(list.path("TotalCount").asInt()).isEqualTo(1);
        JsonNode token = list.at("/AccessTokens/AccessToken/0");
        assertThat(token.path("AccessTokenId").asText())
                .isEqualTo(made.path("AccessTokenId").asText());
        assertThat(token.path("Name").asText()).isEqualTo("wave-03");
        assertThat(token.path("Description").asText()).isEqualTo("for the shop");
        assertThat(token.path("Status").asText()).isEqualTo("activated");
        assertThat(token.path("Count").isTextual()).isTrue();
        assertThat(token.path("Count").asText()).isEqualTo("100");
        assertThat(token.path("TimeToLiveInDays").asText()).isEqualTo("30");
        assertThat(token.path("RegisteredCount").asText()).isEqualTo("0");
    }

    @Test
    void disablesDeletesAndForgetsTokens() throws Exception {
        String first = created("TimeToLiveInDays", "2");
        String second = created("Name", "other");

        service.ok("DisableAccessToken", "AccessTokenId", second);
        assertThat(statuses()).isEqualTo(first + " activated, " + second + " unactivated");
        assertThat(service.ok("ListAccessTokens", "Status", "unactivated").findValuesAsText("AccessTokenId"))
                .containsExactly(second);
        assertThat(service.ok("ListAccessTokens", "AccessTokenId.1", first).findValuesAsText("AccessTokenId"))
                .containsExactly(first);
        service.pass(Duration.ofDays(2));
        assertThat(statuses()).isEqualTo(first + " expired, " + second + " unactivated");
        service.ok("DeleteAccessToken", "AccessTokenId", first);

        assertThat(statuses()).isEqualTo(second + " unactivated");
        assertThat(service.refused("DeleteAccessToken", "AccessTokenId", first))
                .isEqualTo("404 InvalidAccessTokenId.NotFound");
        assertThat(service.refused("DisableAccessToken", "AccessTokenId", first))
                .isEqualTo("404 InvalidAccessTokenId.NotFound");
    }

    @ParameterizedTest
    @CsvSource({
        "CreateAccessToken, Count, 0, InvalidParameter.Count",
        "CreateAccessToken, Count, 1001, InvalidParameter.Count",
        "CreateAccessToken, TimeToLiveInDays, 91, InvalidParameter.TimeToLiveInDays",
        "CreateAccessToken, Name, x, InvalidParameter.Name",
        "ListAccessTokens, Status, lost, InvalidParameter.Status",
        "DisableAccessToken, Name, x, MissingAccessTokenId",
    })
    void refusesWhatNoTokenCouldBe(String action, String name, String value, String code) throws Exception {
        assertThat(service.refused(action, name, value)).isEqualTo("400 " + code);
    }

    private String created(String name, String value) throws Exception {
        return service.ok("CreateAccessToken", name, value)
                .path("AccessTokenId")
                .asText();
    }

    private String statuses() throws Exception {
        StringBuilder statuses = new StringBuilder();
        for (JsonNode token : service.ok("ListAccessTokens").at("/AccessTokens/AccessToken")) {
            statuses.append(statuses.length() == 0 ? "" : ", ")
                    .append(token.path("AccessTokenId").asText())
                    .append(' ')
                    .append(token.path("Status").asText());
        }
        return statuses.toString();
    }
}
