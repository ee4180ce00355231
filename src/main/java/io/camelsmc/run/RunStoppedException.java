package io.camelsmc.run;

/** A guard of the run stops it. */
final class RunStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RunStop stop;

    RunStoppedException(RunStop stop) {
        super(stop.message());
        this.stop = stop;
    }

    RunStop stop() {
        return stop;
    }
}
