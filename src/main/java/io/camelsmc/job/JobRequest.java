package io.camelsmc.job;

import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.JobAddress;
import io.camelsmc.spec.JobKey;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.Intent;
import io.camelsmc.state.JobRecord;
import io.camelsmc.state.JobState;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One job as it will be asked for: the spec with its derived name, and what follows from it.
 *
 * @param key identity of the job
 * @param address how people name it, from the spec as written
 * @param spec the spec as sent, name included
 * @param parameters the canonical request
 * @param digest digest of the canonical request
 */
public record JobRequest(
        JobKey key, JobAddress address, ReplicationJobSpec spec, SortedMap<String, String> parameters, String digest) {

    /** The answers to a token that was used with other values. */
    public static final Set<String> TOKEN_HELD_BY_OTHER_VALUES =
            Set.of("IdempotentParameterMismatch", "IdempotenceParamNotMatch");

    public static JobRequest of(String account, ReplicationJobSpec written) {
        JobKey key = JobKey.of(account, written);
        ReplicationJobSpec sent = written.has(SpecField.NAME)
                ? written
                : written.toBuilder()
                        .setDefault(SpecField.NAME, key.derivedName())
                        .build();
        SortedMap<String, String> parameters = CanonicalParameters.of(sent);
        return new JobRequest(key, written.address(), sent, parameters, CanonicalParameters.digest(parameters));
    }

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

    /** The token that the row itself gives, as it stands, or the derived one. */
    ClientToken token(int attempt) {
        String given = spec.clientToken();
        return given != null ? new ClientToken(given) : ClientToken.derive(key, digest, attempt);
    }

    /**
     * The intent that follows what the journal remembers. A new attempt begins only after a definite failure, and never
     * because the service knows the token with other values.
     */
    public Intent intent(@Nullable JobRecord prior) {
        int attempt = prior == null ? 0 : prior.attempt();
        if (prior != null
                && (prior.state() == JobState.REJECTED || prior.state() == JobState.CONFLICT)
                && !TOKEN_HELD_BY_OTHER_VALUES.contains(String.valueOf(prior.code()))) {
            attempt++;
        }
        return new Intent(
                key,
                address,
                name(),
                token(attempt),
                digest,
                attempt,
                parameters,
                spec.origin(),
                prior == null ? 0 : prior.version());
    }
}
