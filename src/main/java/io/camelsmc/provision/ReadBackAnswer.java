package io.camelsmc.provision;

import io.camelsmc.job.FieldDifference;
import io.camelsmc.job.ObservedJob;
import java.util.List;

/** What the service says when asked whether a job exists. */
sealed interface ReadBackAnswer {

    /** The job is there as wanted: it is ours, or as good as ours. */
    record Equal(ObservedJob job, String requestId) implements ReadBackAnswer {}

    /** Another job stands in the way. */
    record Different(ObservedJob job, List<FieldDifference> differences, String requestId) implements ReadBackAnswer {
        public Different {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Nothing was found, which proves nothing by itself.
     *
     * @param complete whether one page held everything; entries slip between pages while they are read
     */
    record Absent(boolean complete) implements ReadBackAnswer {}
}
