/**
 * The transport over Apache HttpClient 5: one call is one request, with deadlines and a body cap; no retries, no redirects.
 */
@NullMarked
package io.camelsmc.client.http;

import org.jspecify.annotations.NullMarked;
