package io.camelsmc.client;

import io.camelsmc.client.http.SmcTransport;
import io.camelsmc.client.http.TransportException;
import io.camelsmc.client.http.TransportResponse;
import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.UnreadableResponseException;
import io.camelsmc.spec.Sha256;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client over an {@link SmcTransport}. Signs every call anew, with credentials asked for at that moment.
 *
 * <p>Two refusals prepare the next call, which the caller decides to make: after {@code InvalidTimeStamp.Expired} the
 * client signs with the service's time, taken from the Date header; after {@code InvalidSecurityToken*} it has the
 * credentials source fetch anew.
 */
final class DefaultSmcClient implements SmcClient {

    private final @Nullable String accountId;
    private final CredentialsSource credentials;
    private final SmcTransport transport;
    private final boolean ownsTransport;
    private final RequestSigner signer;
    private final ClockSkew skew;
    private final Supplier<String> nonces;
    private final FailureMapper failures;

    DefaultSmcClient(
            @Nullable String accountId,
            CredentialsSource credentials,
            SmcTransport transport,
            boolean ownsTransport,
            RequestSigner signer,
            ClockSkew skew,
            Supplier<String> nonces) {
        this.accountId = accountId;
        this.credentials = credentials;
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.signer = signer;
        this.skew = skew;
        this.nonces = nonces;
        this.failures = new FailureMapper(skew);
    }

    @Override
    public <R> R call(SmcCall<R> call) throws SmcException {
        SmcOperation operation = call.operation();
        SortedMap<String, String> parameters;
        try {
            parameters = call.parameters();
        } catch (IllegalArgumentException e) {
            throw failures.local(operation, "Validation.Local", String.valueOf(e.getMessage()));
        }
        SmcCredentials current = credentials.current();
        TransportResponse response = send(operation, parameters, current);
        try {
            return call.parse(Answer.of(response.body(), response.header("x-acs-request-id")));
        } catch (UnreadableResponseException e) {
            throw failures.ofUnreadable(operation, response, String.valueOf(e.getMessage()), current);
        }
    }

    private TransportResponse send(SmcOperation operation, SortedMap<String, String> parameters, SmcCredentials current)
            throws SmcException {
        TransportResponse response;
        try {
            response = transport.send(signer.sign(operation, parameters, current, skew.signingTime(), nonces.get()));
        } catch (TransportException e) {
            throw failures.ofTransport(operation, e);
        }
        if (response.status() / 100 != 2) {
            SmcException failure = failures.ofAnswer(operation, response, current);
            if (failure.code().startsWith("InvalidSecurityToken")) {
                credentials.refresh();
            }
            throw failure;
        }
        return response;
    }

    @Override
    public String accountScope() throws SmcException {
        if (accountId != null) {
            return "account:" + accountId;
        }
        SmcCredentials current = credentials.current();
        // The id of a temporary key changes with every session and would tie keys to it.
        return current.securityToken() == null
                ? "key:" + Sha256.hex(current.accessKeyId()).substring(0, 16)
                : "temporary";
    }

    @Override
    public void close() {
        if (ownsTransport) {
            transport.close();
        }
    }
}
