package io.camelsmc.emulator;

/**
 * What a refusal of unknown code answers instead of its own.
 *
 * @param status the HTTP status
 * @param code the error code
 */
public record GivenAnswer(int status, String code) {

    /** Checks the figures. */
    public GivenAnswer {
        if (status < 400 || status > 599 || code.isBlank()) {
            throw new IllegalArgumentException("an answer needs a status from 400 to 599 and a code");
        }
    }
}
