package io.camelsmc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelsmc.cli.exit.ExitCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Compares what a test says it {@link Tries} with the processes that it ran. */
final class TriedCheck implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(TriedCheck.class);

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(OWN).put("before", SmcProcess.ran().size());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            return;
        }
        int before = context.getStore(OWN).getOrDefault("before", Integer.class, 0);
        List<SmcProcess.Ran> all = SmcProcess.ran();
        Set<String> tried = new TreeSet<>();
        for (SmcProcess.Ran ran : all.subList(before, all.size())) {
            String command = command(ran.arguments());
            tried.add(command + " exits " + ran.code());
            ran.arguments().stream()
                    .map(argument -> argument.startsWith("--") ? argument.replaceFirst("=.*", "") : argument)
                    .filter(argument -> argument.startsWith("-"))
                    .forEach(argument -> tried.add(command + " " + argument));
        }
        for (Tries tries : context.getRequiredTestMethod().getAnnotationsByType(Tries.class)) {
            for (String command : tries.value()) {
                for (String option : tries.options()) {
                    assertThat(tried).contains(command + " " + option);
                }
                for (ExitCode code : tries.ends()) {
                    assertThat(tried).contains(command + " exits " + code.code());
                }
            }
        }
    }

    private static String command(List<String> arguments) {
        if (arguments.isEmpty()) {
            return "";
        }
        return arguments.get(0).equals("state") && arguments.size() > 1
                ? "state " + arguments.get(1)
                : arguments.get(0);
    }
}
