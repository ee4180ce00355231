package io.camelsmc.cli;

import io.camelsmc.apply.FailureLimit;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --max-fail}. */
final class FailureLimitText implements ITypeConverter<FailureLimit> {

    @Override
    public FailureLimit convert(String value) {
        try {
            return FailureLimit.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
