package io.camelsmc.client;

/**
 * Calls the service. One call is one request on the wire, as long as no {@link CallInterceptor} stands before it: no
 * client retries or follows a redirect. Safe to share between threads.
 */
public interface SmcClient extends AutoCloseable {

    /**
     * Makes a call. Sends the parameters of the call as they are; fills in nothing else.
     *
     * @throws SmcException typed by what may be done next; see {@link SmcFailure#executed()}
     */
    <R> R call(SmcCall<R> call) throws SmcException;

    /** A scope for keys: the same for every call of one account; never contains a secret. */
    String accountScope() throws SmcException;

    @Override
    void close();
}
