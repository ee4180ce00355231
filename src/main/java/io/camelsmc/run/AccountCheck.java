package io.camelsmc.run;

import io.camelsmc.account.AccountReader;
import io.camelsmc.diag.AbortException;
import io.camelsmc.state.OtherAccount;
import io.camelsmc.state.StateInfo;

/** What must hold before journal and service are compared. */
final class AccountCheck {

    private AccountCheck() {}

    /** Refuses a journal of another account. */
    static void require(StateInfo info, String account) {
        String bound = info.account();
        if (bound != null && !bound.equals(account)) {
            throw AbortException.cannotRun(OtherAccount.message(info.location(), bound, account));
        }
    }

    /** Refuses a listing that misses jobs. */
    static void require(AccountReader.Census census) {
        if (census.unseen() > 0) {
            throw AbortException.tryLater("the service counts " + census.counted() + " jobs and listed only "
                    + census.jobs().size()
                    + ", so jobs came or went meanwhile; nothing was written; run the same command again");
        }
    }
}
