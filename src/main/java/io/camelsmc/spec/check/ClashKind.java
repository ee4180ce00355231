package io.camelsmc.spec.check;

import io.camelsmc.diag.Severity;
import io.camelsmc.spec.ReplicationJobSpec;
import org.jspecify.annotations.Nullable;

/** What no two rows of a wave may share (rule CR27). */
enum ClashKind {
    /** The identity of the job. */
    JOB("CR27", "sourceId", Severity.ERROR, "The same source stands in another row") {
        @Override
        @Nullable
        String key(ReplicationJobSpec spec) {
            String source = spec.sourceId();
            return source == null ? null : source + '\n' + text(spec.regionId()) + '\n' + spec.generation();
        }
    },
    /** The service takes one unfinished job for a source, whatever region or generation. */
    SOURCE("CR27.source", "sourceId", Severity.WARNING, "The source has a second job in another region or generation") {
        @Override
        @Nullable
        String key(ReplicationJobSpec spec) {
            return spec.sourceId();
        }
    },
    SOURCE_NAME("CR27.sourceName", "sourceName", Severity.ERROR, "The same source name stands in another row") {
        @Override
        @Nullable
        String key(ReplicationJobSpec spec) {
            String name = spec.sourceId() == null ? spec.sourceName() : null;
            return name == null ? null : name + '\n' + text(spec.regionId()) + '\n' + spec.generation();
        }
    },
    NAME("CR27.name", "name", Severity.ERROR, "The same name stands in another row") {
        @Override
        @Nullable
        String key(ReplicationJobSpec spec) {
            return spec.name();
        }
    },
    IMAGE("CR27.image", "imageName", Severity.ERROR, "The same image name stands in another row of the region") {
        @Override
        @Nullable
        String key(ReplicationJobSpec spec) {
            String image = spec.imageName();
            return image == null ? null : image + '\n' + text(spec.regionId());
        }
    };

    private final String rule;
    private final String field;
    private final Severity severity;
    private final String summary;

    ClashKind(String rule, String field, Severity severity, String summary) {
        this.rule = rule;
        this.field = field;
        this.severity = severity;
        this.summary = summary;
    }

    String rule() {
        return rule;
    }

    String field() {
        return field;
    }

    Severity severity() {
        return severity;
    }

    String summary() {
        return summary;
    }

    /** What the row must not share with another one; null when it cannot clash. */
    abstract @Nullable String key(ReplicationJobSpec spec);

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** 64 bits of FNV-1a, mixed so that every bit of the result depends on every character. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
