package io.camelsmc.run;

import io.camelsmc.takeover.TakeOverReport;

/** Decides whether jobs may be taken over into the journal. */
@FunctionalInterface
public interface TakeOverConsent {

    /**
     * Asked once, before the first write. An exception ends the run as well; nothing was written by then.
     *
     * @param report what would be taken over, and what not
     * @param writes whether jobs would be written at all
     */
    boolean given(TakeOverReport report, boolean writes);
}
