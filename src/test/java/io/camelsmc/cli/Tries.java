package io.camelsmc.cli;

import io.camelsmc.cli.exit.ExitCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a test tries through the real {@code bin/smc}: options whose effect it asserts, exit codes that it provokes. That it
 * starts such processes is checked when it runs; {@link EveryOptionTest} sees to it that nothing is left out.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Tries.All.class)
@ExtendWith(TriedCheck.class)
public @interface Tries {

    /** The commands, as in {@code state list}; each with all the options and all the exit codes. */
    String[] value();

    /** Names of options. */
    String[] options() default {};

    /** How they end, not necessarily with all of the options. */
    ExitCode[] ends() default {};

    /** Several of them. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(TriedCheck.class)
    @interface All {
        Tries[] value();
    }
}
