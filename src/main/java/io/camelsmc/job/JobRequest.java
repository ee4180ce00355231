package io.camelsmc.job;

import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The request for one job: the spec with its derived name, and what follows from it, computed once. What can be
 * known of a request without the journal is here.
 *
 * @param key identity of the job
 * @param address how people name it, from the spec as written
 * @param spec the spec as sent, name included
 * @param parameters the canonical request
 * @param digest digest of the canonical request
 */
public record JobRequest(
        JobKey key, JobAddress address, ReplicationJobSpec spec, SortedMap<String, String> parameters, String digest) {

    /**
     * The request of a row.
     *
     * @throws IllegalArgumentException if the row names no source or no region
     */
    public static JobRequest of(String account, ReplicationJobSpec written) {
        return of(JobKey.of(account, written), written);
    }

    /** The request of a row whose identity is known. */
    public static JobRequest of(JobKey key, ReplicationJobSpec written) {
        ReplicationJobSpec sent = written.has(SpecField.NAME)
                ? written
                : written.toBuilder()
                        .setDefault(SpecField.NAME, key.derivedName())
                        .build();
        SortedMap<String, String> parameters = CanonicalParameters.of(sent);
        return new JobRequest(key, written.address(), sent, parameters, CanonicalParameters.digest(parameters));
    }

    /** Name of the job, given or derived. */
    public String name() {
        return Objects.requireNonNull(spec.name());
    }

    /**
     * The same.
     *
     * @throws IllegalArgumentException if the row gives a token that cannot be sent
     */
    public JobRequest checked() {
        if (spec.clientToken() != null) {
            token(0);
        }
        return this;
    }

    /**
     * The token that the row itself gives, as it stands, or the derived one.
     *
     * @param attempt 0, and one more after each definite failure
     */
    public ClientToken token(int attempt) {
        String given = spec.clientToken();
        return given != null ? new ClientToken(given) : ClientToken.derive(key, digest, attempt);
    }
}
