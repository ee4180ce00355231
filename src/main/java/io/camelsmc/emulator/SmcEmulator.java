package io.camelsmc.emulator;

import io.camelsmc.emulator.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A Server Migration Center on the loopback address: real requests, real signatures, real answers, jobs in memory only.
 *
 * <p>Every method may be called by any thread while the server runs. What the service knows is lost with
 * {@link #close()}.
 */
public final class SmcEmulator implements AutoCloseable {

    private final EmulatorOptions options;
    private final EmulatorSettings settings;
    private final World world;
    private final FaultPlan faults;
    private final RequestJournal journal;
    private final Gateway gateway;
    private final HttpServer server;

    private SmcEmulator(EmulatorOptions options) throws IOException {
        this.options = options;
        settings = new EmulatorSettings(options);
        world = new World(options, settings);
        faults = new FaultPlan(options.faults());
        journal = new RequestJournal(options.journalCapacity());
        gateway = new Gateway(new Service(options, settings, world), faults, journal, settings);
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
    public EmulatorSettings settings() {
        return settings;
    }

    /** Every request so far, with what became of it. */
    public RequestJournal journal() {
        return journal;
    }

    /** All jobs ever created, removed ones included, oldest first, as they are now. */
    public List<EmulatedJob> jobs() {
        return world.jobs().all(settings.now());
    }

    /** The images that jobs have made and the service has not removed, oldest first. */
    public List<EmulatedImage> images() {
        world.jobs().settle(settings.now());
        return world.images().all();
    }

    /**
     * Says whether something uses an image, so that the service does not remove it.
     *
     * @throws NoSuchElementException when there is no such image
     */
    public void useImage(String imageId, boolean used) {
        world.jobs().settle(settings.now());
        if (!world.images().use(imageId, used)) {
            throw new NoSuchElementException("no image " + imageId);
        }
    }

    /** The source servers as they are now. */
    public List<EmulatedSource> sources() {
        Instant now = settings.now();
        world.jobs().settle(now);
        return world.sources().all().stream().map(this::shown).toList();
    }

    /** Adds a source server or replaces the one with its id. */
    public void addSource(EmulatedSource source) {
        world.sources().put(source);
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
            return world.jobs().create(new TreeMap<>(parameters), settings.now());
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.code() + ": " + refusal.text(), refusal);
        }
    }

    /**
     * Puts a job into a status, whatever the rules say. One that is put into Deleting is gone at once.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public EmulatedJob putJob(String jobId, EmulatedStatus status) {
        return act(jobId, (job, now) -> world.life().put(job, status, now));
    }

    /**
     * Sends a job into error as soon as its run reaches a progress; at once when it is there already.
     *
     * @throws IllegalArgumentException when there is no such job
     */
    public EmulatedJob failJob(String jobId, double progress, String code, String message) {
        JobFailure failure = JobFailure.ofJob(jobId, progress, code, message);
        EmulatedJob job = act(jobId, (live, now) -> {
            ActiveRun run = live.run();
            if (run != null && run.progressAt(now) >= progress) {
                live.fail(code, message, now);
            }
        });
        if (job.status() != EmulatedStatus.IN_ERROR) {
            failJobs(failure);
        }
        return job;
    }

    /** Adds to the jobs that go into error on their way; runs under way are met too unless they are past it. */
    public void failJobs(JobFailure failure) {
        world.jobs().plan(failure, settings.now());
    }

    /** Lets no more jobs go into error on their way. */
    public void clearFailures() {
        world.jobs().clearFailures(settings.now());
    }

    /** How many rules for jobs that go into error there are. */
    public int failures() {
        return world.jobs().failures();
    }

    /**
     * Puts a source into a state; whether it is in use follows from its jobs alone. What runs and needs a source that
     * becomes unavailable goes into error.
     *
     * @throws NoSuchElementException when there is no such source
     */
    public EmulatedSource putSource(String sourceId, String state, String errorCode) {
        world.jobs().settle(settings.now());
        EmulatedSource known = world.sources().find(sourceId);
        if (known == null) {
            throw new NoSuchElementException("no source " + sourceId);
        }
        EmulatedSource changed = known.withState(state, errorCode);
        world.sources().put(changed);
        if (state.equals(EmulatedSource.UNAVAILABLE)) {
            world.jobs().sourceLost(sourceId, settings.now());
        }
        return shown(changed);
    }

    /**
     * Takes a source offline; it comes back after a time of the service.
     *
     * @throws NoSuchElementException when there is no such source
     */
    public EmulatedSource takeOffline(String sourceId, Duration time) {
        EmulatedSource offline = putSource(sourceId, EmulatedSource.UNAVAILABLE, JobLife.OFFLINE);
        world.jobs().later(settings.now().plus(time), at -> {
            EmulatedSource then = world.sources().find(sourceId);
            if (then != null && then.state().equals(EmulatedSource.UNAVAILABLE)) {
                world.sources().put(then.withState(EmulatedSource.AVAILABLE, ""));
            }
        });
        return offline;
    }

    /**
     * Says which sources of a workgroup have failed the migration test.
     *
     * @throws NoSuchElementException when there is no such workgroup
     */
    public void failTest(String workgroupId, Set<String> sourceIds) {
        try {
            world.workgroups().change(workgroupId, group -> group.failing(sourceIds));
        } catch (Refusal refusal) {
            throw new NoSuchElementException("no workgroup " + workgroupId, refusal);
        }
    }

    /** As at the start: no jobs, no requests, the sources, faults, quirks and clock of the options. */
    public void reset() {
        world.reset(options);
        settings.reset(options);
        faults.clear();
        options.faults().forEach(faults::add);
        journal.clear();
    }

    private EmulatedSource shown(EmulatedSource source) {
        return source.withState(world.jobs().stateOf(source, settings.now()), source.errorCode());
    }

    private EmulatedJob act(String jobId, BiConsumer<LiveJob, Instant> act) {
        Instant now = settings.now();
        EmulatedJob changed = world.jobs().act(jobId, now, job -> act.accept(job, now));
        if (changed == null) {
            throw new IllegalArgumentException("no job " + jobId);
        }
        return changed;
    }

    /** Stops the server and ends every connection; calls that wait for an answer see a broken connection. */
    @Override
    public void close() {
        server.close();
        gateway.close();
    }
}
