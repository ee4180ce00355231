package io.camelsmc.provision;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which rules of the service were seen broken. Starts in good faith and never regains it. */
final class Guards {

    private static final Logger LOG = LoggerFactory.getLogger(Guards.class);

    private volatile boolean tokenIgnored;
    private volatile boolean sourceShared;

    /** A token came back as a conflict although its own job was there. */
    void tokenIgnored() {
        if (!tokenIgnored) {
            LOG.warn("the service does not honour client tokens");
            tokenIgnored = true;
        }
    }

    /** Two unfinished jobs were seen on one source. */
    void sourceShared(String sourceId) {
        if (!sourceShared) {
            LOG.warn("the service holds several unfinished jobs of source {}", sourceId);
            sourceShared = true;
        }
    }

    /** Whether a rule is left that makes a second request of one token harmless. */
    boolean anyLeft() {
        return !tokenIgnored || !sourceShared;
    }
}
