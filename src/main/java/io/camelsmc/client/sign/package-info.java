/**
 * The two request signatures of the service, V1 (HMAC-SHA1) and V3 (ACS3-HMAC-SHA256).
 */
@NullMarked
package io.camelsmc.client.sign;

import org.jspecify.annotations.NullMarked;
