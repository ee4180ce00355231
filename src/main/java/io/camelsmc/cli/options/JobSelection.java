package io.camelsmc.cli.options;

import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.TagSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Picks jobs of the account by what the service reports; every option that is given must match. */
public final class JobSelection {

    @Option(names = "--name-prefix", paramLabel = "TEXT", description = "Jobs whose name begins so.")
    private @Nullable String namePrefix;

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            converter = Tag.class,
            description = "Jobs with this tag; all of them, if given several times.")
    private List<TagSpec> tags = new ArrayList<>();

    @Option(names = "--job-id", paramLabel = "ID", arity = "1..*", description = "These jobs.")
    private List<String> jobIds = new ArrayList<>();

    public List<String> jobIds() {
        return List.copyOf(jobIds);
    }

    public boolean given() {
        return namePrefix != null || !tags.isEmpty() || !jobIds.isEmpty();
    }

    public boolean matches(ObservedJob job) {
        String name = job.attributes().name();
        return (namePrefix == null || (name != null && name.startsWith(namePrefix)))
                && job.attributes().tags().containsAll(tags)
                && (jobIds.isEmpty() || jobIds.contains(job.jobId()));
    }

    /** Ids that were asked for and that the service does not hold. */
    public Set<String> missing(List<ObservedJob> jobs) {
        Set<String> missing = new TreeSet<>(jobIds);
        missing.removeAll(jobs.stream().map(ObservedJob::jobId).collect(Collectors.toSet()));
        return missing;
    }

    /** Reads {@code key=value}; the value may be empty. */
    static final class Tag implements CommandLine.ITypeConverter<TagSpec> {
        @Override
        public TagSpec convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new CommandLine.TypeConversionException("a tag is written KEY=VALUE");
            }
            return new TagSpec(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
