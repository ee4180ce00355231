/**
 * How fast and how often the service is called: limiter, adaptive rate, retry budget, breaker, and the one policy that
 * decides about another try of a read or a write.
 */
@NullMarked
package io.camelsmc.provision.pace;

import org.jspecify.annotations.NullMarked;
