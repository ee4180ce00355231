package io.camelsmc.state;

import io.camelsmc.diag.SafeText;

/** What to say when a journal belongs to another account than the one in use; the two scopes tell what went wrong. */
public final class OtherAccount {

    private static final String ACCOUNT = "account:";

    private OtherAccount() {}

    /**
     * The message.
     *
     * @param location of the journal
     * @param bound scope that the journal belongs to
     * @param used scope of this run
     */
    public static String message(String location, String bound, String used) {
        return "state " + location + " belongs to " + SafeText.excerpt(bound) + ", but this run is of "
                + SafeText.excerpt(used) + "; " + advice(bound, used);
    }

    private static String advice(String bound, String used) {
        if (bound.startsWith(ACCOUNT)) {
            String id = SafeText.excerpt(bound.substring(ACCOUNT.length()));
            return used.startsWith(ACCOUNT)
                    ? "give --account-id " + id + " if it is that account, or use another --state"
                    : "give --account-id " + id + " (option accountId of the component), as the runs before did, or use"
                            + " another --state";
        }
        return used.startsWith(ACCOUNT)
                ? "leave --account-id out, as the runs before did, or use another --state, where existing jobs are adopted"
                : "use the access key of the runs before; if this one replaces it in the same account, use a new --state:"
                        + " existing jobs are adopted there and none is made twice";
    }
}
