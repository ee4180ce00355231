package io.camelsmc.client;

/** Supplies credentials; asked again for every call, so that rotation during a run is seen. Safe to share between threads. */
public interface CredentialsSource {

    /**
     * The credentials to sign the next call with.
     *
     * @throws SmcAccessException if none can be had; says which providers were tried
     */
    SmcCredentials current() throws SmcException;

    /** Drops whatever is cached, after the service has refused a session token. */
    default void refresh() {}
}
