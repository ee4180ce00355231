package io.camelsmc.spool;

import io.camelsmc.diag.SafeText;
import java.io.IOException;

/** A claimed file is no longer where its runner keeps it: somebody removed it, or put something else in its place. */
public final class InputLostException extends IOException {

    private static final long serialVersionUID = 1;

    public InputLostException(String name, String place) {
        super(SafeText.excerpt(name) + " is no longer in " + SafeText.escape(place)
                + ", where nobody but its runner may touch it; each row that was read has its line in out/; put the file"
                + " into in/ again to be sure of all of them (jobs that exist are not made twice)");
    }
}
