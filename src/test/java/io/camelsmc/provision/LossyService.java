package io.camelsmc.provision;

import io.camelsmc.client.CreateReplicationJobRequest;
import io.camelsmc.client.CreateReplicationJobResult;
import io.camelsmc.client.DescribeReplicationJobsRequest;
import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.ErrorTable;
import io.camelsmc.client.SmcException;
import io.camelsmc.client.SmcFailure;
import io.camelsmc.client.TypedClient;
import io.camelsmc.client.wire.Page;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.job.SourceDetails;
import io.camelsmc.spec.CanonicalParameters;
import io.camelsmc.spec.ClientToken;
import io.camelsmc.spec.ReplicationJobSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A service in virtual time whose answers and requests get lost, come late or are refused, as a seed says. */
final class LossyService extends TypedClient {

    /** Which of the documented rules hold. */
    record Rules(boolean tokens, boolean sources, boolean names, Duration listingLag, Duration sourceLag) {
        static Rules random(Random random) {
            int held = 1 + random.nextInt(7);
            return new Rules((held & 1) != 0, (held & 2) != 0, (held & 4) != 0, lag(random, 120), lag(random, 120));
        }

        static Rules none(Random random) {
            return new Rules(false, false, false, lag(random, 280), lag(random, 280));
        }

        private static Duration lag(Random random, int mostSeconds) {
            return random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextInt(mostSeconds));
        }
    }

    record Job(String id, ReplicationJobSpec spec, Instant at) {}

    private record Late(Instant at, Instant signed, ReplicationJobSpec spec, ClientToken token) {}

    final List<Job> jobs = new ArrayList<>();
    private final Map<String, String> jobByToken = new HashMap<>();
    private final Map<String, String> digestByToken = new HashMap<>();
    private final List<Late> late = new ArrayList<>();
    private final Rules rules;
    private final TestTime time;
    private final Random random;
    private final int pageSize;
    private double faultRate;
    int creates;
    int pages;

    LossyService(Rules rules, TestTime time, Random random, double faultRate) {
        this.rules = rules;
        this.time = time;
        this.random = random;
        this.faultRate = faultRate;
        this.pageSize = 3 + random.nextInt(6);
    }

    void heal() {
        faultRate = 0;
    }

    /** Whether every job that there will ever be, of the requests so far, is shown. */
    boolean settled() {
        Instant shownFrom = time.instant().minus(rules.listingLag());
        return late.isEmpty() && jobs.stream().noneMatch(job -> job.at().isAfter(shownFrom));
    }

    @Override
    protected CreateReplicationJobResult create(CreateReplicationJobRequest request) throws SmcException {
        ReplicationJobSpec spec = request.spec();
        ClientToken token = request.token();
        arriveLate();
        creates++;
        Instant signed = time.instant();
        if (random.nextDouble() >= faultRate) {
            takeAWhile();
            return new CreateReplicationJobResult(carryOut(spec, token, time.instant()), "r");
        }
        switch (random.nextInt(8)) {
            case 0 -> throw failure("Network.ConnectionReset", 0);
            case 1 -> {
                carryOutSilently(spec, token, time.instant());
                throw failure("Network.ReadTimeout", 0);
            }
            case 2 -> {
                carryOutSilently(spec, token, time.instant());
                throw failure("InternalError", 500);
            }
            case 3 -> {
                Instant at = signed.plusSeconds(random.nextInt(20 * 60));
                late.add(new Late(at, signed, spec, token));
                throw failure("Network.CallTimeout", 0);
            }
            case 4 -> throw failure("Throttling.User", 400);
            case 5 -> throw failure("InvalidParameter", 400);
            case 6 -> throw failure("Network.ConnectTimeout", 0);
            default -> throw failure("IdempotentProcessing", 403);
        }
    }

    @Override
    protected Page<ObservedJob> jobs(DescribeReplicationJobsRequest request) throws SmcException {
        arriveLate();
        takeAWhile();
        if (random.nextDouble() < faultRate / 2) {
            throw failure("Network.ReadTimeout", 0, "DescribeReplicationJobs");
        }
        pages += request.sourceIds().isEmpty() ? 1 : 0;
        List<ObservedJob> shown = new ArrayList<>();
        for (Job job : jobs) {
            boolean asked = request.sourceIds().isEmpty()
                    || request.sourceIds().contains(job.spec().sourceId());
            boolean named =
                    request.name() == null || request.name().equals(job.spec().name());
            if (asked && named && !time.instant().isBefore(job.at().plus(rules.listingLag()))) {
                shown.add(ObservedJob.of(job.id(), "Ready", job.spec()));
            }
        }
        Collections.reverse(shown);
        int size = request.sourceIds().isEmpty() ? pageSize : request.pageSize();
        int from = Math.min(shown.size(), (request.pageNumber() - 1) * size);
        int to = Math.min(shown.size(), from + size);
        return new Page<>(shown.subList(from, to), shown.size(), request.pageNumber(), size, "r");
    }

    @Override
    protected Page<ObservedSource> sources(DescribeSourceServersRequest request) {
        arriveLate();
        String id = request.sourceIds().get(0);
        boolean busy = jobs.stream()
                .anyMatch(job -> id.equals(job.spec().sourceId())
                        && !time.instant().isBefore(job.at().plus(rules.sourceLag())));
        ObservedSource server = new ObservedSource(
                id,
                null,
                busy ? "InUse" : "Available",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                SourceDetails.NONE);
        return new Page<>(List.of(server), 1, 1, 50, "r");
    }

    private void takeAWhile() {
        time.pass(Duration.ofMillis(random.nextInt(500)));
    }

    private void arriveLate() {
        for (Iterator<Late> waiting = late.iterator(); waiting.hasNext(); ) {
            Late request = waiting.next();
            if (!time.instant().isBefore(request.at())) {
                waiting.remove();
                if (request.at().isBefore(request.signed().plus(Duration.ofMinutes(15)))) {
                    carryOutSilently(request.spec(), request.token(), request.at());
                }
            }
        }
    }

    private void carryOutSilently(ReplicationJobSpec spec, ClientToken token, Instant at) {
        try {
            carryOut(spec, token, at);
        } catch (SmcException e) {
            // Nobody hears the refusal.
        }
    }

    private String carryOut(ReplicationJobSpec spec, ClientToken token, Instant at) throws SmcException {
        String digest = CanonicalParameters.digest(spec);
        String known = rules.tokens() ? jobByToken.get(token.value()) : null;
        if (known != null) {
            if (!digest.equals(digestByToken.get(token.value()))) {
                throw failure("IdempotentParameterMismatch", 400);
            }
            return known;
        }
        if (rules.sources() && held(job -> same(spec.sourceId(), job.spec().sourceId()))) {
            throw failure("SourceServerState.Invalid", 400);
        }
        if (rules.names() && held(job -> same(spec.name(), job.spec().name()))) {
            throw failure("ReplicationJobName.Duplicate", 400);
        }
        String id = "j-" + jobs.size();
        jobs.add(new Job(id, spec, at));
        jobByToken.put(token.value(), id);
        digestByToken.put(token.value(), digest);
        return id;
    }

    private boolean held(java.util.function.Predicate<Job> by) {
        return jobs.stream().anyMatch(by);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static SmcException failure(String code, int status) {
        return failure(code, status, "CreateReplicationJob");
    }

    private static SmcException failure(String code, int status, String action) {
        var entry = ErrorTable.standard().lookup(code, status);
        boolean read = !action.startsWith("Create");
        var errorClass = read ? io.camelsmc.client.ErrorClass.UNAVAILABLE : entry.errorClass();
        return errorClass.exception(
                SmcFailure.of(action, code, errorClass.executed())
                        .httpStatus(status)
                        .accountWide(entry.accountWide())
                        .build(),
                null);
    }
}
