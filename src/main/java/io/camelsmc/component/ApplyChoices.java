package io.camelsmc.component;

import io.camelsmc.plan.Selection;
import io.camelsmc.run.ApplyOptions;
import io.camelsmc.run.FailureLimit;
import io.camelsmc.run.PlanOptions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the options of an endpoint say about how {@code smc:apply} runs. */
final class ApplyChoices {

    private ApplyChoices() {}

    /** Refuses what cannot be read when the context starts. */
    static void check(SmcConfiguration configuration) {
        try {
            maxFail(configuration);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    SmcMessages.outOfRange(
                            "maxFail", String.valueOf(configuration.getMaxFail()), "a number of rows, or 0% to 100%"),
                    e);
        }
        selection(configuration);
    }

    static ApplyOptions options(SmcConfiguration configuration) {
        PlanOptions planning = new PlanOptions(
                PlanOptions.standard().limits(), configuration.getApiProfile(), configuration.isAllowErase());
        return ApplyOptions.standard()
                .withPlanning(planning)
                .withStrict(configuration.isStrict())
                .withMaxCreate(configuration.getMaxCreate())
                .withMaxFail(maxFail(configuration))
                .withParallelism(configuration.getParallelism());
    }

    /** The choice of rows; made anew for each wave, since it remembers what fitted. */
    static Selection selection(SmcConfiguration configuration) {
        return new Selection(patterns(configuration.getTarget()), patterns(configuration.getExclude()));
    }

    private static FailureLimit maxFail(SmcConfiguration configuration) {
        String limit = configuration.getMaxFail();
        return limit == null || limit.isBlank() ? FailureLimit.NONE : FailureLimit.parse(limit.strip());
    }

    private static List<String> patterns(@Nullable String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.split(",", -1))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .toList();
    }
}
