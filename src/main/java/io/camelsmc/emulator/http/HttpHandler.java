package io.camelsmc.emulator.http;

/** Answers requests; called from many threads at once. */
@FunctionalInterface
public interface HttpHandler {

    /** The answer to one request. An exception becomes a bare status 500. */
    HttpReply handle(HttpRequest request);
}
