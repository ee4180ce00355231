/**
 * One job, exactly once in effect: intent before the call, outcome after, doubt resolved by asking the service.
 */
@NullMarked
package io.camelsmc.provision;

import org.jspecify.annotations.NullMarked;
