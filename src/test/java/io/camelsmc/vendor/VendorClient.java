package io.camelsmc.vendor;

import java.util.Map;

/** A client of the vendor's for one account. Sends a call once and never again. */
interface VendorClient {

    /**
     * Calls an operation with a request as a user of the vendor's library writes it: maps, lists and values.
     *
     * @return the answer, as the vendor's library read it
     * @throws Exception the vendor's own, for an answer that is an error
     */
    default Map<?, ?> call(String action, Map<String, ?> request) throws Exception {
        return call("2019-06-01", action, request);
    }

    /**
     * Calls an operation of a version of an API, which need not be that of SMC.
     *
     * @throws Exception the vendor's own, for an answer that is an error
     */
    Map<?, ?> call(String version, String action, Map<String, ?> request) throws Exception;
}
