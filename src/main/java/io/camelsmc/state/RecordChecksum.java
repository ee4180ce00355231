package io.camelsmc.state;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a row's values. SQLite finds a broken page but not a flipped letter inside a value, and a journal must
 * not give a wrong answer for a right one.
 */
final class RecordChecksum {

    private final CRC32C crc = new CRC32C();

    RecordChecksum add(@Nullable String text) {
        if (text == null) {
            crc.update(0xff);
        } else {
            // Half surrogate pairs become what they are stored as right here; NUL does not.
            String stored = text.indexOf('\0') < 0 ? text : StoredText.of(text);
            crc.update(stored.getBytes(StandardCharsets.UTF_8));
            crc.update(0xfe);
        }
        return this;
    }

    RecordChecksum add(long number) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (number >>> shift));
        }
        return this;
    }

    long value() {
        return crc.getValue();
    }

    /**
     * The checksum of a record.
     *
     * @param parameters the record's parameters as they are stored
     */
    static long of(JobRecord job, PlainText parameters, TimeTexts times) {
        RecordChecksum sum = new RecordChecksum()
                .add(job.key().account())
                .add(job.key().region())
                .add(job.key().sourceId())
                .add(job.key().generation())
                .add(job.version())
                .add(job.state().name())
                .add(job.address().wave())
                .add(job.address().name())
                .add(job.name())
                .add(job.token().value())
                .add(job.digest())
                .add(job.attempt())
                .add(parameters.text())
                .add(job.jobId())
                .add(job.requestId())
                .add(job.code())
                .add(job.message())
                .add(times.of(job.intendedAt()))
                .add(times.of(job.updatedAt()));
        var origin = job.origin();
        return origin == null
                ? sum.add(null).value()
                : sum.add(origin.source())
                        .add(origin.line())
                        .add(origin.column())
                        .value();
    }
}
