package io.camelsmc.provision.pace;

/**
 * What to do with a request of unknown outcome when the service shows no job of it.
 *
 * <p>An empty listing proves little: listings lag, and the request may still be on its way. Two things keep a second
 * request from making a second job: the rules of the service (the client token, the unique name, one unfinished job per
 * source), any of which is enough; or time, since the service refuses a request that was signed more than 15 minutes
 * ago.
 */
public enum DoubtPolicy {
    /**
     * Asks twice, a settle delay apart, asks for the state of the source too, and sends the same token again. Never makes
     * a second job as long as one of the three rules holds. The default: all three are documented, a lost answer is an
     * everyday event, and a wave must not stop for a quarter of an hour because of it. Once a process has seen the token
     * ignored and two unfinished jobs on one source, it goes on as under {@link #WAIT_FOR_EXPIRY}.
     */
    ASK_AND_RESEND,
    /**
     * Sends nothing until an empty listing is younger than the send time plus 20 minutes; the row stays in doubt until
     * then. Trusts no rule of the service but the life of a signature, and listings that lag less than five minutes.
     */
    WAIT_FOR_EXPIRY
}
