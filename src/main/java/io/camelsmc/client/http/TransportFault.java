package io.camelsmc.client.http;

/** What can go wrong between us and the service, with the code that the error table knows it by. */
public enum TransportFault {
    DNS_FAILURE("Network.DnsFailure"),
    CONNECTION_REFUSED("Network.ConnectionRefused"),
    CONNECT_TIMEOUT("Network.ConnectTimeout"),
    TLS_FAILURE("Network.TlsFailure"),
    /** The connection pool had none to give within the deadline. */
    POOL_EXHAUSTED("Network.PoolExhausted"),
    READ_TIMEOUT("Network.ReadTimeout"),
    CONNECTION_RESET("Network.ConnectionReset"),
    CALL_TIMEOUT("Network.CallTimeout"),
    /** The calling thread was interrupted, or the client closed. */
    CANCELLED("Network.Cancelled"),
    TRUNCATED("Response.Truncated"),
    TOO_LARGE("Response.TooLarge"),
    UNPARSEABLE("Response.Unparseable");

    private final String code;

    TransportFault(String code) {
        this.code = code;
    }

    /** The error code. */
    public String code() {
        return code;
    }
}
