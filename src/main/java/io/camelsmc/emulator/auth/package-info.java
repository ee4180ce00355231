/** Signatures and nonces as the service checks them, written from the API's description and from nothing in the client. */
@NullMarked
package io.camelsmc.emulator.auth;

import org.jspecify.annotations.NullMarked;
