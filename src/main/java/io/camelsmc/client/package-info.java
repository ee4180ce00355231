/**
 * The typed operations of Server Migration Center, what they answer and how they fail. Transport and signing live in the packages below.
 */
@NullMarked
package io.camelsmc.client;

import org.jspecify.annotations.NullMarked;
