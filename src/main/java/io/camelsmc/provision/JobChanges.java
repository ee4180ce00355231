package io.camelsmc.provision;

import io.camelsmc.job.JobDifference;
import io.camelsmc.job.JobRequest;
import io.camelsmc.job.ModifyRules;
import io.camelsmc.job.ObservedJob;
import io.camelsmc.spec.FieldType;
import io.camelsmc.spec.ReplicationJobSpec;
import io.camelsmc.spec.SpecField;
import io.camelsmc.state.JobRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be done to a job so that it is as its row wants it. Pure. The service shows most values; where it shows none,
 * the journal tells what the job was last given.
 *
 * @param spec the row as sent, name included
 * @param job the job now
 * @param differences the fields to change, in the order of {@link SpecField}
 */
record JobChanges(ReplicationJobSpec spec, ObservedJob job, List<JobDifference> differences) {

    JobChanges {
        differences = List.copyOf(differences);
    }

    static JobChanges between(JobRequest request, JobRecord prior, ObservedJob job) {
        ReplicationJobSpec wanted = request.spec();
        Map<SpecField, JobDifference> differences = new EnumMap<>(SpecField.class);
        for (JobDifference difference : JobDifference.between(wanted, job.attributes())) {
            differences.put(difference.field(), difference);
        }
        for (SpecField field : wanted.fields()) {
            if (!differences.containsKey(field)
                    && isSent(field)
                    && !JobDifference.shows(field, wanted, job.attributes())) {
                SortedMap<String, String> now = parameters(field, wanted, request.parameters());
                SortedMap<String, String> before = parameters(field, wanted, prior.parameters());
                if (!now.equals(before)) {
                    differences.put(
                            field, new JobDifference(field, show(now), before.isEmpty() ? "absent" : show(before)));
                }
            }
        }
        return new JobChanges(wanted, job, new ArrayList<>(differences.values()));
    }

    /** Parameters that the job was given and the row has no more. No call takes a value away, so they stay. */
    static List<String> leftAsTheyAre(JobRequest request, JobRecord prior) {
        return prior.parameters().keySet().stream()
                .map(JobChanges::attribute)
                .filter(name -> request.parameters().keySet().stream()
                        .noneMatch(other -> attribute(other).equals(name)))
                .distinct()
                .toList();
    }

    boolean none() {
        return differences.isEmpty();
    }

    /** Why the job, as it is now, cannot be made equal to the row: one text a field; empty if it can. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        for (JobDifference difference : differences) {
            ModifyRules.obstacle(spec, difference.field(), job.status())
                    .ifPresent(
                            why -> obstacles.add(difference.field().specName() + " " + why + " (" + difference + ")"));
        }
        return obstacles;
    }

    /** The fields to change and nothing else. */
    ReplicationJobSpec attributes() {
        ReplicationJobSpec.Builder attributes = ReplicationJobSpec.builder();
        differences.forEach(difference -> attributes.set(difference.field(), spec.get(difference.field())));
        return attributes.build();
    }

    /** The row without the times that stay as they are: a start that has passed says nothing against a new name. */
    ReplicationJobSpec toCheck() {
        ReplicationJobSpec.Builder checked = spec.toBuilder();
        for (SpecField field : spec.fields()) {
            if (field.type() == FieldType.TIME
                    && differences.stream().noneMatch(difference -> difference.field() == field)) {
                checked.set(field, null);
            }
        }
        return checked.build();
    }

    private static boolean isSent(SpecField field) {
        return field != SpecField.CLIENT_TOKEN && (field.isApiParameter() || field == SpecField.EXTRA_PARAMETERS);
    }

    private static SortedMap<String, String> parameters(
            SpecField field, ReplicationJobSpec wanted, SortedMap<String, String> all) {
        SortedMap<String, String> own = new TreeMap<>(all);
        own.keySet()
                .removeIf(name -> field == SpecField.EXTRA_PARAMETERS
                        ? !wanted.extra().containsKey(name)
                        : !attribute(name).equals(field.wireName()));
        return own;
    }

    private static String show(SortedMap<String, String> parameters) {
        return parameters.size() == 1 ? parameters.values().iterator().next() : parameters.toString();
    }

    private static String attribute(String wireName) {
        int dot = wireName.indexOf('.');
        return dot < 0 ? wireName : wireName.substring(0, dot);
    }
}
