package io.camelsmc.emulator;

/** DisableAccessToken. What has registered with the token stays. */
final class DisableAccessTokenOperation implements Operation {

    private final AccessTokenBook tokens;
    private final EmulatorSettings settings;

    DisableAccessTokenOperation(AccessTokenBook tokens, EmulatorSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        String id = Required.text(call.business(), "AccessTokenId");
        beforeCommit.run();
        if (!tokens.change(id, AccessToken::disable)) {
            throw settings.refusal(SyntheticCode.ACCESS_TOKEN_NOT_FOUND, "The specified AccessTokenId does not exist.");
        }
        return EmulatedAnswer.done();
    }
}
