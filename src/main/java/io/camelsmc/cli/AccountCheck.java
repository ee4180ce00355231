package io.camelsmc.cli;

import io.camelsmc.apply.AccountReader;
import io.camelsmc.state.OtherAccount;
import io.camelsmc.state.StateInfo;

/** What must hold before journal and service are compared. */
final class AccountCheck {

    private AccountCheck() {}

    /** Refuses a journal of another account. */
    static void require(StateInfo info, String account) {
        String bound = info.account();
        if (bound != null && !bound.equals(account)) {
            throw new CliException(ExitCode.CANNOT_RUN, OtherAccount.message(info.location(), bound, account));
        }
    }

    /** Refuses a listing that misses jobs. */
    static void require(AccountReader.Census census) {
        if (census.unseen() > 0) {
            throw new CliException(
                    ExitCode.INCOMPLETE,
                    "the service counts " + census.counted() + " jobs and listed only "
                            + census.jobs().size()
                            + ", so jobs came or went meanwhile; nothing was written; run the same command again");
        }
    }
}
