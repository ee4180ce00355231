package io.camelsmc.client;

/** What the service answers, with the id that it gave the call. */
public interface SmcAnswer {

    /** Id the service gave the call. */
    String requestId();
}
