package io.camelsmc.emulator;

import io.camelsmc.emulator.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * A Server Migration Center on the loopback address: real requests, real signatures, real answers, jobs in memory only.
 *
 * <p>Every method may be called by any thread while the server runs. What the service knows is lost with
 * {@link #close()}.
 */
public final class SmcEmulator implements AutoCloseable {

    private final EmulatorOptions options;
    private final Service service;
    private final ServiceSettings settings;
    private final SourceRegistry sources;
    private final JobBook jobs;
    private final FaultPlan faults;
    private final RequestJournal journal;
    private final Gateway gateway;
    private final HttpServer server;

    private SmcEmulator(EmulatorOptions options) throws IOException {
        this.options = options;
        settings = new ServiceSettings(options);
        sources = new SourceRegistry(options.sources());
        jobs = new JobBook(sources, settings, new JobLife(options.runTime()), options.jobQuota());
        faults = new FaultPlan(options.faults());
        journal = new RequestJournal(options.journalCapacity());
        service = new Service(options, settings, sources, jobs);
        gateway = new Gateway(service, faults, journal, settings);
        server = HttpServer.start(options.port(), gateway::handle, settings.serviceClock());
    }

    /**
     * Starts a server that is ready when this returns.
     *
     * @throws IOException when the port is taken
     */
    public static SmcEmulator start(EmulatorOptions options) throws IOException {
        return new SmcEmulator(options);
    }

    /** Starts a server with {@link EmulatorOptions#defaults()}. */
    public static SmcEmulator start() throws IOException {
        return start(EmulatorOptions.defaults());
    }

    /** The base address, such as {@code http://127.0.0.1:8089}. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** The faults to come. */
    public FaultPlan faults() {
        return faults;
    }

    /** What may be changed about the service while it runs. */
    public ServiceSettings settings() {
        return settings;
    }

    /** Every request so far, with what became of it. */
    public RequestJournal journal() {
        return journal;
    }

    /** All jobs ever created, removed ones included, oldest first, as they are now. */
    public List<EmulatedJob> jobs() {
        return jobs.all(settings.now());
    }

    /** The source servers as they are now. */
    public List<EmulatedSource> sources() {
        Instant now = settings.now();
        return sources.all().stream()
                .map(source -> source.withState(jobs.stateOf(source, now), source.errorCode()))
                .toList();
    }

    /** Adds a source server or replaces the one with its id. */
    public void addSource(EmulatedSource source) {
        sources.put(source);
    }

    /**
     * Creates a job as somebody at the console would, past signature, journal and faults.
     *
     * @param parameters what a CreateReplicationJob would say; RegionId and SourceId at least
     * @throws IllegalArgumentException when the service would refuse it
     */
    public EmulatedJob createJob(Map<String, String> parameters) {
        try {
            CreateChecks.required(new TreeMap<>(parameters));
            CreateChecks.check(new TreeMap<>(parameters), settings.now());
            return jobs.create(new TreeMap<>(parameters), settings.now());
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.code() + ": " + refusal.text(), refusal);
        }
    }

    /**
     * Puts a job into a status, whatever the rules say.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public EmulatedJob putJob(String jobId, JobStatus status) {
        Instant now = settings.now();
        EmulatedJob changed = jobs.change(jobId, now, job -> switch (status) {
            case RUNNING -> job.started(now);
            case FINISHED, DELETING -> job.ended(status, now);
            default -> job.inStatus(status, "", job.progress());
        });
        if (changed == null) {
            throw new IllegalArgumentException("no job " + jobId);
        }
        return changed;
    }

    /**
     * Puts a source into a state; whether it is in use follows from its jobs alone.
     *
     * @throws NoSuchElementException when there is no such source
     */
    public EmulatedSource putSource(String sourceId, String state, String errorCode) {
        EmulatedSource known = sources.find(sourceId);
        if (known == null) {
            throw new NoSuchElementException("no source " + sourceId);
        }
        EmulatedSource changed = known.withState(state, errorCode);
        sources.put(changed);
        return changed.withState(jobs.stateOf(changed, settings.now()), errorCode);
    }

    /** As at the start: no jobs, no requests, the sources, faults, quirks and clock of the options. */
    public void reset() {
        jobs.clear();
        sources.reset();
        service.forgetTokens();
        settings.reset(options);
        faults.clear();
        options.faults().forEach(faults::add);
        journal.clear();
    }

    /** Stops the server and ends every connection; calls that wait for an answer see a broken connection. */
    @Override
    public void close() {
        server.close();
        gateway.close();
    }
}
