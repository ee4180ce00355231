package io.camelsmc.client.sign;

/** The two request signatures that the service accepts. */
public enum SignatureVersion {
    /** HMAC-SHA1 over the parameters, which travel with the signature in a form body. */
    V1,
    /** ACS3-HMAC-SHA256 over the request, carried in headers. */
    V3
}
