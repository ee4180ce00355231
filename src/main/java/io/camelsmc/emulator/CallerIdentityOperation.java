package io.camelsmc.emulator;

/** GetCallerIdentity of the token service, which every principal may call; the key is that of the account itself. */
final class CallerIdentityOperation implements Operation {

    private final ServiceSettings settings;

    CallerIdentityOperation(ServiceSettings settings) {
        this.settings = settings;
    }

    @Override
    public Answer run(ApiCall call, Runnable beforeCommit) {
        beforeCommit.run();
        String account = settings.accountId();
        return Answer.ok(Answers.document()
                .put("IdentityType", "Account")
                .put("AccountId", account)
                .put("PrincipalId", account)
                .put("UserId", account)
                .put("Arn", "acs:ram::" + account + ":root"));
    }
}
