package io.camelsmc.component;

import io.camelsmc.diag.SafeText;
import io.camelsmc.spec.Sha256;
import io.camelsmc.spool.InputLostException;
import io.camelsmc.spool.SpoolWork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileBinding;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.component.file.strategy.FileChangedExclusiveReadLockStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a file consumer takes the waves of a spool, so that any number of runners may share it: once a file has stopped
 * growing, it is claimed by a rename to {@code work/}, which one runner alone can do. It goes on to {@code done/},
 * {@code partial/} or {@code rejected/} when {@code smc:finishWave} has accounted for it, back to {@code in/} when rows are
 * pending or the exchange failed. Before each poll, what runners that are gone have left is taken up. Use it as
 * {@code processStrategy} and {@code pollStrategy} of the consumer, which starts and stops it.
 */
public class SpoolClaims extends DefaultPollingConsumerPollStrategy implements GenericFileProcessStrategy<File> {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolClaims.class);
    private static final long STILL_GROWING_AFTER_MILLIS = 10_000;

    private String spool = "spool";
    private long checkInterval = 500;
    private long minAge;
    private int claims = 3;
    private @Nullable SpoolWork work;

    /** Directory with the folders. */
    public void setSpool(String spool) {
        this.spool = spool;
    }

    /** Milliseconds between two looks at the size of a file that may still be growing. */
    public void setCheckInterval(long checkInterval) {
        this.checkInterval = checkInterval;
    }

    /** Milliseconds that a file must be old; 0 looks at its size instead. */
    public void setMinAge(long minAge) {
        this.minAge = minAge;
    }

    /** How many runners may die over a file before it goes to {@code quarantine/}. */
    public void setClaims(int claims) {
        if (claims < 1) {
            throw new IllegalArgumentException("claims is " + claims + "; give a number from 1");
        }
        this.claims = claims;
    }

    private synchronized SpoolWork work() {
        SpoolWork ours = work;
        if (ours == null) {
            ours = new SpoolWork(Path.of(spool), claims);
            work = ours;
        }
        return ours;
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint)
            throws IOException {
        work().prepare();
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        try {
            work().recover();
        } catch (IOException e) {
            LOG.warn("what other runners have left in {}/work could not be looked at: {}", spool, e.toString());
        }
        return super.begin(consumer, endpoint);
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws Exception {
        // One that is empty is not whole yet, and to wait for it would keep all others waiting.
        if (file.getFile().length() == 0 || !stable().acquireExclusiveReadLock(operations, file, exchange)) {
            return false;
        }
        Optional<Path> claimed = work().claim(Path.of(file.getAbsoluteFilePath()));
        if (claimed.isEmpty()) {
            LOG.debug("{} was taken by another runner", SafeText.excerpt(file.getFileName()));
            return false;
        }
        bound(file, claimed.get().toFile()).bindToExchange(exchange);
        return true;
    }

    /** Camel's own check that a file has stopped growing, without its marker files. */
    private FileChangedExclusiveReadLockStrategy stable() {
        FileChangedExclusiveReadLockStrategy stable = new FileChangedExclusiveReadLockStrategy();
        stable.setMarkerFiler(false);
        stable.setTimeout(Math.max(STILL_GROWING_AFTER_MILLIS, 2 * (checkInterval + minAge)));
        stable.setCheckInterval(checkInterval);
        stable.setMinAge(minAge);
        return stable;
    }

    /** The claimed file under the name it had, since rows and reports are named after it. */
    private static GenericFile<File> bound(GenericFile<File> dropped, File claimed) {
        GenericFile<File> bound = new GenericFile<>();
        bound.copyFrom(dropped, bound);
        bound.setBinding(new FileBinding());
        bound.setFile(claimed);
        bound.setAbsolute(true);
        bound.setAbsoluteFilePath(claimed.getPath());
        bound.setFileLength(claimed.length());
        bound.setLastModified(claimed.lastModified());
        return bound;
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // A file that was not claimed is where it was.
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws IOException {
        Path claimed = file.getFile().toPath();
        String folder = exchange.getProperty(SmcConstants.FOLDER, String.class);
        String name = exchange.getProperty(SmcConstants.TARGET_NAME, String.class);
        if (lost(exchange, claimed)) {
            return;
        }
        if (folder == null || name == null) {
            work().giveBack(claimed);
            return;
        }
        if (changed(exchange, file)) {
            unaccounted(exchange);
            LOG.warn(
                    "{} changed while it was read; it is read again",
                    SafeText.excerpt(claimed.getFileName().toString()));
            work().giveBack(claimed);
            return;
        }
        try {
            work().finish(claimed, folder, name);
        } catch (IOException e) {
            unaccounted(exchange);
            work().giveBack(claimed);
            throw e;
        }
    }

    /** Whether the claimed file is gone; whoever waits for it hears of it by the exception, since no later pass will. */
    private static boolean lost(Exchange exchange, Path claimed) {
        if (Files.isRegularFile(claimed)) {
            return false;
        }
        if (exchange.getException() == null) {
            unaccounted(exchange);
        }
        InputLostException lost =
                new InputLostException(claimed.getFileName().toString(), String.valueOf(claimed.getParent()));
        exchange.setException(lost);
        LOG.error("{}", lost.getMessage());
        return true;
    }

    /** Whether the file is not what the rows were read from. Length and time alone can be equal by chance or by intent. */
    private static boolean changed(Exchange exchange, GenericFile<File> file) throws IOException {
        String digest = exchange.getProperty(SmcConstants.INPUT_DIGEST, String.class);
        return file.getFile().length() != file.getFileLength()
                || file.getFile().lastModified() != file.getLastModified()
                || (digest != null
                        && !digest.equals(Sha256.ofFile(file.getFile().toPath())));
    }

    /** A wave whose file could not leave is not done: one row too many in its books. */
    private static void unaccounted(Exchange exchange) {
        WaveSummary summary = exchange.getProperty(SmcConstants.WAVE_SUMMARY, WaveSummary.class);
        if (summary != null) {
            summary.count(WaveSummary.UNACCOUNTED);
        }
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws IOException {
        Path claimed = file.getFile().toPath();
        if (!lost(exchange, claimed)) {
            work().giveBack(claimed);
        }
    }

    /** Gives the folder of this runner up. */
    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            SpoolWork ours = work;
            if (ours != null) {
                ours.close();
            }
        }
        super.doStop();
    }
}
