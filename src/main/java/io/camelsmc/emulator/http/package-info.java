/** A small HTTP/1.1 server with full control over how an answer leaves the socket, or does not. Knows nothing about the service. */
@NullMarked
package io.camelsmc.emulator.http;

import org.jspecify.annotations.NullMarked;
