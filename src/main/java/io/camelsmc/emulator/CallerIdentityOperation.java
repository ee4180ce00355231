package io.camelsmc.emulator;

/** GetCallerIdentity of the token service, which every principal may call; the key is that of the account itself. */
final class CallerIdentityOperation implements Operation {

    private final EmulatorSettings settings;

    CallerIdentityOperation(EmulatorSettings settings) {
        this.settings = settings;
    }

    @Override
    public EmulatedAnswer run(ApiCall call, Runnable beforeCommit) {
        beforeCommit.run();
        String account = settings.accountId();
        return EmulatedAnswer.ok(Answers.document()
                .put("IdentityType", "Account")
                .put("AccountId", account)
                .put("PrincipalId", account)
                .put("UserId", account)
                .put("Arn", "acs:ram::" + account + ":root"));
    }
}
