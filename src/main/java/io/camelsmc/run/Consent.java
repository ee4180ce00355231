package io.camelsmc.run;

import io.camelsmc.plan.Plan;

/** Decides whether a plan may be carried out. */
@FunctionalInterface
public interface Consent {

    /** Consent that was given beforehand. */
    Consent GIVEN = plan -> true;

    /**
     * Asked once, before the first write, about a plan that would send something. An exception ends the run as well;
     * nothing was sent by then.
     */
    boolean given(Plan plan);
}
