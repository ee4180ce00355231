package io.camelsmc.run;

import io.camelsmc.lifecycle.PlannedVerb;
import java.util.List;

/** Says whether a verb may be sent, once its verdicts are known. */
@FunctionalInterface
public interface VerbConsent {

    /**
     * Whether it may be sent.
     *
     * @param planned a verdict for every selected job
     * @param sends jobs for which something would be sent
     */
    boolean given(List<PlannedVerb> planned, long sends);
}
