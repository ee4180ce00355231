package io.camelsmc.emulator;

/** One operation of the service; called from many threads at once. */
@FunctionalInterface
interface Operation {

    /**
     * Carries the operation out.
     *
     * @param beforeCommit runs when all that needs no shared state is checked, and may take its time
     * @throws Refusal when the service refuses
     */
    EmulatedAnswer run(ApiCall call, Runnable beforeCommit);
}
