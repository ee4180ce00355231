package io.camelsmc.run;

import io.camelsmc.diag.Diagnostic;
import io.camelsmc.spec.read.InputRow;
import java.nio.file.Path;
import java.util.List;

/** Takes rows that are set aside, to be given back to their author. */
public interface RejectedRows {

    /** Takes a row of an input, and what is wrong with it. */
    void write(Path input, InputRow row, List<Diagnostic> problems);

    /** No row follows. */
    void finish();
}
