package io.camelsmc.emulator;

import io.camelsmc.emulator.http.Delivery;
import io.camelsmc.emulator.http.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Turns an answer into what a fault makes of it. */
final class FaultyReplies {

    private static final String HTML = "text/html;charset=utf-8";
    private static final long HUGE_BYTES = 50L << 20;

    private final Clock clock;

    FaultyReplies(Clock clock) {
        this.clock = clock;
    }

    /**
     * The reply that leaves.
     *
     * @param answer what the service had to say; for a call that was not carried out, a document without content
     */
    Shaped shape(FaultEffect effect, EmulatedAnswer answer, ApiCall call) {
        return switch (effect.fault()) {
            case ERROR, ERROR_500, ERROR_500_AFTER, UNAVAILABLE_503, THROTTLE, SIGNATURE_NONCE_USED ->
                error(effect, call);
            case SECURITY_TOKEN_EXPIRED -> shaped(Answers.refused(Authenticator.securityTokenExpired()), call);
            case KEY_DISABLED -> shaped(Answers.refused(Authenticator.keyDisabled()), call);
            case CLOCK_SKEW -> skewed(effect, call);
            case XML_ERROR -> {
                EmulatedAnswer error = errorAnswer(effect);
                yield new Shaped(decorated(Answers.xml(error, call.action()), effect), error.code());
            }
            case ERROR_IN_200 -> {
                EmulatedAnswer error = errorAnswer(effect);
                EmulatedAnswer hidden = new EmulatedAnswer(200, error.code(), null, error.body(), Map.of());
                yield new Shaped(Answers.reply(hidden, call), error.code());
            }
            case EMPTY_JOB_ID ->
                plain(Answers.reply(EmulatedAnswer.ok(answer.body().put("JobId", "")), call));
            default -> transport(effect, answer, call);
        };
    }

    private Shaped transport(FaultEffect effect, EmulatedAnswer answer, ApiCall call) {
        HttpReply whole = Answers.reply(answer, call);
        return switch (effect.fault()) {
            case ACCEPT_THEN_DROP, DROP_BEFORE, LATE_COMMIT -> silent(Delivery.Kind.DROP);
            case RESET_BEFORE, RESET_AFTER -> silent(Delivery.Kind.RESET);
            case STALL_BEFORE, STALL_AFTER -> silent(Delivery.Kind.STALL);
            case TRUNCATED -> delivered(whole, answer, Delivery.of(Delivery.Kind.TRUNCATE));
            case CHUNKED_CUT -> delivered(whole, answer, Delivery.of(Delivery.Kind.CUT_CHUNK));
            case CLOSE_KEEPALIVE -> delivered(whole, answer, Delivery.of(Delivery.Kind.CLOSE_AFTER));
            case CLOSE_AT_REUSE -> delivered(whole, answer, Delivery.of(Delivery.Kind.CLOSE_AT_REUSE));
            case SLOW_BYTES -> delivered(whole, answer, Delivery.slow(effect.timeOr(Duration.ofSeconds(1))));
            case HTML_502, HTML_502_AFTER -> plain(HttpReply.of(502, HTML, page("502 Bad Gateway")));
            case HTML_200 -> plain(HttpReply.of(200, HTML, page("Please sign in")));
            case EMPTY_200 -> plain(HttpReply.of(200, "application/json;charset=utf-8", ""));
            case REDIRECT_302 ->
                plain(decorated(
                        HttpReply.of(302, HTML, page("302 Found")).withHeader("Location", "http://redirected.invalid/"),
                        effect));
            case HUGE_BODY -> plain(huge(effect));
            case GZIP_BOMB -> plain(bomb(effect));
            default -> new Shaped(whole, answer.code());
        };
    }

    private Shaped error(FaultEffect effect, ApiCall call) {
        return shaped(errorAnswer(effect), call);
    }

    private static EmulatedAnswer errorAnswer(FaultEffect effect) {
        FaultDefaults usual = FaultDefaults.of(effect.fault());
        Map<String, String> headers = effect.headers();
        if (effect.fault() == Fault.THROTTLE && effect.time() != null && headers.isEmpty()) {
            headers = Map.of(
                    "x-acs-retry-after",
                    Long.toString(effect.timeOr(Duration.ZERO).toMillis()));
        }
        return Answers.error(
                effect.status() == 0 ? usual.status() : effect.status(),
                effect.code().isEmpty() ? usual.code() : effect.code(),
                effect.message().isEmpty() ? usual.message() : effect.message(),
                headers);
    }

    private Shaped skewed(FaultEffect effect, ApiCall call) {
        Instant date = clock.instant().plus(effect.timeOr(Duration.ofMinutes(20)));
        EmulatedAnswer error = Answers.refused(Authenticator.timestampExpired());
        HttpReply reply = Answers.reply(error, call)
                .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        return new Shaped(reply, error.code());
    }

    private static HttpReply huge(FaultEffect effect) {
        long bytes = effect.bytes() == 0 ? HUGE_BYTES : effect.bytes();
        String block = " ".repeat(64 * 1024);
        return HttpReply.of(200, "application/json;charset=utf-8", block).deliveredBy(Delivery.huge(bytes));
    }

    private static HttpReply bomb(FaultEffect effect) {
        long left = effect.bytes() == 0 ? HUGE_BYTES : effect.bytes();
        byte[] block = new byte[64 * 1024];
        java.util.Arrays.fill(block, (byte) ' ');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (; left > 0; left -= block.length) {
                gzip.write(block, 0, (int) Math.min(left, block.length));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return HttpReply.of(200, "application/json;charset=utf-8", packed.toByteArray())
                .withHeader("Content-Encoding", "gzip");
    }

    private static String page(String title) {
        return "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n";
    }

    private static HttpReply decorated(HttpReply reply, FaultEffect effect) {
        HttpReply decorated = reply;
        for (Map.Entry<String, String> header : effect.headers().entrySet()) {
            decorated = decorated.withHeader(header.getKey(), header.getValue());
        }
        return decorated;
    }

    private static Shaped silent(Delivery.Kind kind) {
        return new Shaped(HttpReply.silent(Delivery.of(kind)), null);
    }

    private static Shaped delivered(HttpReply whole, EmulatedAnswer answer, Delivery delivery) {
        return new Shaped(whole.deliveredBy(delivery), answer.code());
    }

    private static Shaped plain(HttpReply reply) {
        return new Shaped(reply, null);
    }

    private static Shaped shaped(EmulatedAnswer answer, ApiCall call) {
        return new Shaped(Answers.reply(answer, call), answer.code());
    }
}
