package io.camelsmc.run;

import io.camelsmc.diag.Diagnostic;

/** Takes findings one by one, and the counts at the end. */
public interface FindingSink {

    /** Takes one finding. */
    void add(Diagnostic finding);

    /** Takes the counts; nothing follows. */
    void end(ValidateCounts counts);
}
