package io.camelsmc.emulator;

import java.util.SortedMap;

/** CreateAccessToken. The answer is the only place where the code of the token appears. */
final class CreateAccessTokenOperation implements Operation {

    private final AccessTokenBook tokens;
    private final EmulatorSettings settings;

    CreateAccessTokenOperation(AccessTokenBook tokens, EmulatorSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        SortedMap<String, String> parameters = call.business();
        Required.length(parameters, "Name", 2, 128);
        String count = number(parameters, "Count", 1000, "100");
        String days = number(parameters, "TimeToLiveInDays", 90, "30");
        beforeCommit.run();
        String id = Ids.fresh("at-bp1", 17);
        tokens.add(new AccessToken(
                id,
                parameters.getOrDefault("Name", ""),
                parameters.getOrDefault("Description", ""),
                count,
                days,
                settings.now(),
                false));
        return EmulatedAnswer.ok(Answers.document().put("AccessTokenId", id).put("AccessTokenCode", Ids.fresh("", 32)));
    }

    private static String number(SortedMap<String, String> parameters, String name, int most, String absent) {
        String text = parameters.getOrDefault(name, "");
        if (text.isEmpty()) {
            return absent;
        }
        if (!ValueRules.isWhole(text, 1, most)) {
            throw Refusal.invalid(name, "it must be a whole number from 1 to " + most);
        }
        return text;
    }
}
