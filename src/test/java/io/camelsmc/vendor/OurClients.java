package io.camelsmc.vendor;

import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcClients;
import io.camelsmc.client.StaticCredentials;
import io.camelsmc.client.http.SmcClientConfig;
import io.camelsmc.client.sign.SignatureVersion;
import java.net.URI;

/** Our client, for comparison with the vendor's. */
final class OurClients {

    private OurClients() {}

    /** A client with the right key. */
    static SmcClient of(URI endpoint, SignatureVersion version) {
        return of(endpoint, version, Key.VALID);
    }

    static SmcClient of(URI endpoint, SignatureVersion version, Key key) {
        SmcClientConfig config =
                SmcClientConfig.defaults().withEndpoint(endpoint).withSignatureVersion(version);
        return SmcClients.create(config, new StaticCredentials(key.id(), key.secret(), key.token()));
    }
}
