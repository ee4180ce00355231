package io.camelsmc.emulator;

import io.camelsmc.emulator.http.Delivery;
import io.camelsmc.emulator.http.HttpReply;
import io.camelsmc.emulator.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The front door: reads a request, lets a fault have its way, and writes the journal. */
final class Gateway implements AutoCloseable {

    private final Service service;
    private final FaultPlan faults;
    private final FaultyReplies faulty;
    private final RequestJournal journal;
    private final EmulatorSettings settings;
    private final ScheduledThreadPoolExecutor late = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "smc-emulator-late");
        thread.setDaemon(true);
        return thread;
    });

    Gateway(Service service, FaultPlan faults, RequestJournal journal, EmulatorSettings settings) {
        this.service = service;
        this.faults = faults;
        this.faulty = new FaultyReplies(settings.serviceClock());
        this.journal = journal;
        this.settings = settings;
    }

    HttpReply handle(HttpRequest http) {
        long sequence = journal.arrived();
        Instant now = settings.now();
        ApiCall call = ApiCall.read(http);
        if (http.doomed()) {
            Shaped nothing = new Shaped(HttpReply.silent(Delivery.of(Delivery.Kind.DROP)), null);
            write(sequence, now, call, nothing, null, Fault.CLOSE_AT_REUSE);
            return nothing.reply();
        }
        FaultEffect effect = faults.meet(call.action(), call.business(), now);
        if (effect == null) {
            EmulatedAnswer answer = service.carryOut(call, Gateway::atOnce);
            Shaped shaped = new Shaped(Answers.reply(answer, call), answer.code());
            write(sequence, now, call, shaped, answer.jobId(), null);
            return shaped.reply();
        }
        EmulatedAnswer answer = answer(effect, call);
        boolean refusedFirst = effect.fault().inService() && !effect.committed() && answer.code() != null;
        Shaped shaped = refusedFirst
                ? new Shaped(Answers.reply(answer, call), answer.code())
                : faulty.shape(effect, answer, call);
        write(sequence, now, call, shaped, answer.jobId(), effect.fault());
        if (effect.fault() == Fault.DELAY_ANSWER) {
            sleep(effect.timeOr(Duration.ofSeconds(1)));
        }
        return shaped.reply();
    }

    @Override
    public void close() {
        late.shutdownNow();
    }

    private EmulatedAnswer answer(FaultEffect effect, ApiCall call) {
        if (effect.committed()) {
            boolean delayed = effect.fault() == Fault.DELAY;
            Duration time = effect.timeOr(Duration.ofSeconds(1));
            return service.carryOut(call, delayed ? () -> sleep(time) : Gateway::atOnce);
        }
        if (effect.fault() == Fault.LATE_COMMIT) {
            long millis = effect.timeOr(Duration.ofSeconds(1)).toMillis();
            var unused = late.schedule(() -> service.carryOut(call, Gateway::atOnce), millis, TimeUnit.MILLISECONDS);
        } else if (effect.fault().inService()) {
            try {
                service.admit(call);
            } catch (Refusal refusal) {
                return Answers.refused(refusal);
            }
        }
        return EmulatedAnswer.ok(Answers.document());
    }

    private void write(
            long sequence, Instant time, ApiCall call, Shaped shaped, @Nullable String jobId, @Nullable Fault fault) {
        SortedMap<String, String> parameters = new TreeMap<>(call.all());
        parameters.remove("Signature");
        parameters.remove("SecurityToken");
        journal.add(new JournalEntry(
                sequence,
                time,
                call.action(),
                parameters,
                call.clientToken(),
                call.nonce(),
                shaped.reply().status(),
                shaped.code(),
                jobId,
                fault,
                call.http().connectionId()));
    }

    private static void atOnce() {}

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
