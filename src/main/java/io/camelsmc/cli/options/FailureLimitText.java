package io.camelsmc.cli.options;

import io.camelsmc.run.FailureLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --max-fail}. */
public final class FailureLimitText implements ITypeConverter<FailureLimit> {

    @Override
    public FailureLimit convert(String value) {
        try {
            return FailureLimit.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
