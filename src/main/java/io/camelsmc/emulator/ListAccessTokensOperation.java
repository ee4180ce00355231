package io.camelsmc.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** ListAccessTokens. The request has no pages although the answer speaks of one, so everything is on it. */
final class ListAccessTokensOperation implements Operation {

    private static final List<String> STATUSES = List.of("activated", "unactivated", "expired");

    private final AccessTokenBook tokens;
    private final EmulatorSettings settings;

    ListAccessTokensOperation(AccessTokenBook tokens, EmulatorSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        Filters filters = new Filters(parameters, settings.has(Quirk.LOOSE_FILTERS));
        filters.oneOf("Status", STATUSES);
        List<String> ids = filters.ids("AccessTokenId");
        beforeCommit.run();
        Instant now = settings.now();
        List<AccessToken> found = tokens.all().stream()
                .filter(token -> ids.isEmpty() || ids.contains(token.id()))
                .filter(token -> filters.text("Name", token.name()) && filters.exact("Status", token.status(now)))
                .toList();
        ObjectNode body = Answers.document();
        body.put("TotalCount", found.size()).put("PageNumber", 1).put("PageSize", found.size());
        ArrayNode list = body.putObject("AccessTokens").putArray("AccessToken");
        found.forEach(token -> write(token, now, list.addObject()));
        return EmulatedAnswer.ok(body);
    }

    private static void write(AccessToken token, Instant now, ObjectNode to) {
        to.put("AccessTokenId", token.id())
                .put("Name", token.name())
                .put("Description", token.description())
                .put("Status", token.status(now))
                .put("Count", token.count())
                .put("RegisteredCount", "0")
                .put("TimeToLiveInDays", token.days())
                .put("CreationTime", JobView.utc(token.createdAt()));
    }
}
