package io.camelsmc.client;

/** A client whose calls pass an interceptor first. Closing it closes the client below. */
final class InterceptedClient implements SmcClient {

    private final SmcClient client;
    private final CallInterceptor interceptor;
    private final CallInterceptor.Next next;

    InterceptedClient(SmcClient client, CallInterceptor interceptor) {
        this.client = client;
        this.interceptor = interceptor;
        this.next = client::call;
    }

    @Override
    public <R> R call(SmcCall<R> call) throws SmcException {
        return interceptor.intercept(call, next);
    }

    @Override
    public String accountScope() throws SmcException {
        return client.accountScope();
    }

    @Override
    public void close() {
        client.close();
    }
}
