package io.camelsmc.spec.read;

import io.camelsmc.diag.Diagnostic;
import java.util.List;

/** Carries a {@link DamagedInputException} through methods that cannot declare it, such as those of an iterator. */
public final class UncheckedDamageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DamagedInputException damage;

    /** With the damage found. */
    public UncheckedDamageException(DamagedInputException damage) {
        super(damage.getMessage(), damage);
        this.damage = damage;
    }

    /** What is wrong with the input. */
    public DamagedInputException damage() {
        return damage;
    }

    static UncheckedDamageException of(Diagnostic problem) {
        return new UncheckedDamageException(new DamagedInputException(List.of(problem)));
    }

    static UncheckedDamageException of(List<Diagnostic> problems) {
        return new UncheckedDamageException(new DamagedInputException(problems));
    }

    /** The damage among the causes of a failure, or the failure itself. */
    static RuntimeException unwrap(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedDamageException damage) {
                return damage;
            }
        }
        return failure;
    }
}
