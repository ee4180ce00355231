package io.camelsmc.cli.options;

import io.camelsmc.job.JobStatus;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.TagSpec;
import io.camelsmc.spec.read.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which jobs of an account are meant. What is not given does not filter; the service's own filters may match loosely. */
public final class JobFilter {

    @Option(names = "--name-prefix", paramLabel = "P", description = "Only jobs whose name begins with this.")
    private @Nullable String namePrefix;

    @Option(
            names = "--tag",
            paramLabel = "K=V",
            converter = Tag.class,
            description = "Only jobs with this tag; several must all be there.")
    private List<TagSpec> tags = new ArrayList<>();

    @Option(
            names = "--status",
            paramLabel = "S",
            split = ",",
            converter = Status.class,
            description = "Only jobs of these statuses, such as Ready,Running,InError.")
    private List<String> statuses = new ArrayList<>();

    /** Whether the job is meant. */
    public boolean matches(ObservedJob job, @Nullable String region) {
        ReplicationJobSpec attributes = job.attributes();
        String name = attributes.name();
        return (region == null || region.equals(attributes.regionId()))
                && (namePrefix == null || (name != null && name.startsWith(namePrefix)))
                && attributes.tags().containsAll(tags)
                && (statuses.isEmpty() || (job.status() != null && statuses.contains(job.status())));
    }

    /** Reads {@code key=value}. */
    static final class Tag implements CommandLine.ITypeConverter<TagSpec> {
        @Override
        public TagSpec convert(String value) {
            int sign = value.indexOf('=');
            if (sign < 1) {
                throw new CommandLine.TypeConversionException("'" + value + "' is no tag; write key=value");
            }
            return new TagSpec(value.substring(0, sign), value.substring(sign + 1));
        }
    }

    /** Reads a status in any case. */
    static final class Status implements CommandLine.ITypeConverter<String> {
        @Override
        public String convert(String value) {
            for (String status : JobStatus.labels()) {
                if (status.equalsIgnoreCase(value)) {
                    return status;
                }
            }
            String near = NearMiss.of(value, JobStatus.labels());
            throw new CommandLine.TypeConversionException("there is no status '" + value + "', only "
                    + String.join(", ", JobStatus.labels()) + (near == null ? "" : "; did you mean " + near + "?"));
        }
    }
}
