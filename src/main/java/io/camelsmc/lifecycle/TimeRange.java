package io.camelsmc.lifecycle;

import java.time.Instant;

/** A time that is not known better than this. */
public record TimeRange(Instant earliest, Instant latest) {}
