/** The life of a job after it was made: verdicts, the protocol of verbs, and what a look at many jobs tells. */
@NullMarked
package io.camelsmc.lifecycle;

import org.jspecify.annotations.NullMarked;
