package io.camelsmc.run;

import java.util.List;

/**
 * What a report says about the circumstances of a run.
 *
 * @param version version of this program
 * @param service which service was called, for people
 * @param rehearsal whether the service was an embedded one, so that nothing is real
 * @param inputs the inputs, as the command named them
 * @param next what to do next; empty when nothing is left to do
 */
public record RunContext(String version, String service, boolean rehearsal, List<String> inputs, List<NextStep> next) {
    public RunContext {
        inputs = List.copyOf(inputs);
        next = List.copyOf(next);
    }
}
