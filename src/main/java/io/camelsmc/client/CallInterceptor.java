package io.camelsmc.client;

/**
 * Stands between a caller and the service and sees every call: sets its pace, tries it again, counts it. Safe to share
 * between threads. {@link SmcClients#intercepted} puts interceptors before a client.
 */
public interface CallInterceptor {

    /**
     * Makes a call by handing it to the next one, as often as it sees fit.
     *
     * @throws SmcException typed by what may be done next
     */
    <R> R intercept(SmcCall<R> call, Next next) throws SmcException;

    /** The interceptor behind this one, or the client itself. */
    interface Next {
        <R> R call(SmcCall<R> call) throws SmcException;
    }
}
