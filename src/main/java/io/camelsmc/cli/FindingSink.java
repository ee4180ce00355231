package io.camelsmc.cli;

import io.camelsmc.diag.Diagnostic;

/** Takes findings one by one, and the counts at the end. */
interface FindingSink {

    /** Takes one finding. */
    void add(Diagnostic finding);

    /** Takes the counts; nothing follows. */
    void end(ValidateCounts counts);
}
