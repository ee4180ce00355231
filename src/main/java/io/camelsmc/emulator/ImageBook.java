package io.camelsmc.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The images that jobs have made. They outlive their jobs. Safe for use by many threads. */
final class ImageBook {

    private final Map<String, EmulatedImage> byId = new LinkedHashMap<>();

    synchronized void add(EmulatedImage image) {
        byId.put(image.imageId(), image);
    }

    /** Removes the oldest images of a job that nothing uses, until so many are left. */
    synchronized void keep(String jobId, int most) {
        List<EmulatedImage> ofJob = new ArrayList<>(byId.values());
        ofJob.removeIf(image -> !image.jobId().equals(jobId));
        int surplus = ofJob.size() - most;
        for (EmulatedImage image : ofJob) {
            if (surplus > 0 && !image.used()) {
                byId.remove(image.imageId());
                surplus--;
            }
        }
    }

    /** Says whether something uses an image; false when there is no such image. */
    synchronized boolean use(String imageId, boolean used) {
        EmulatedImage image = byId.get(imageId);
        if (image == null) {
            return false;
        }
        byId.put(
                imageId,
                new EmulatedImage(imageId, image.regionId(), image.name(), image.jobId(), image.createdAt(), used));
        return true;
    }

    synchronized List<EmulatedImage> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized void clear() {
        byId.clear();
    }

    /** Where and under which name a job's image is made. */
    static EmulatedImage image(LiveJob job, int cycle, Instant at) {
        String id = "m-" + job.jobId().substring(2) + (cycle == 0 ? "" : Integer.toString(cycle, 36));
        String given = job.attributes().imageName();
        String name = given == null ? job.jobId() : given;
        String full = cycle == 0 ? name : name + "_CYCLE_" + cycle;
        return new EmulatedImage(id, job.regionId(), full, job.jobId(), at, false);
    }
}
