package io.camelsmc.state;

import static io.camelsmc.state.Samples.granted;
import static io.camelsmc.state.Samples.intent;
import static io.camelsmc.state.Samples.key;
import static io.camelsmc.state.Samples.outcome;
import static io.camelsmc.state.Samples.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelsmc.job.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every journal keeps of verbs as well, whatever its database. */
abstract class VerbsContract extends JournalContract {

    @Test
    void remembersAVerbAndWhatCameOfIt() throws Exception {
        made("s-1");

        VerbRecord open = begun(start("s-1"));
        assertThat(journal.openVerbs()).containsExactly(open);
        journal.settleVerbs(List.of(VerbSettlement.done(open, "request-2")));
        reopen();

        assertThat(journal.openVerbs()).isEmpty();
        assertThat(journal.verbs(key("s-1"))).singleElement().satisfies(verb -> {
            assertThat(verb.verb()).isEqualTo(Verb.START);
            assertThat(verb.state()).isEqualTo(VerbState.DONE);
            assertThat(verb.seen()).isEqualTo("Ready");
            assertThat(verb.requestId()).isEqualTo("request-2");
        });
    }

    @Test
    void keepsOneOpenVerbOfAJobAtMost() throws Exception {
        made("s-1");
        made("s-2");
        VerbRecord open = begun(start("s-1"));

        List<VerbIntentResult> more = journal.intendVerbs(List.of(start("s-1"), start("s-2"), start("s-2")));

        assertThat(more.get(0)).isEqualTo(new VerbIntentResult.Refused(open, 0));
        assertThat(more.get(1)).isInstanceOf(VerbIntentResult.Granted.class);
        assertThat(more.get(2)).isInstanceOf(VerbIntentResult.Refused.class);
    }

    @Test
    void countsTheVerbsOfAJob() throws Exception {
        made("s-1");
        for (int n = 1; n <= 3; n++) {
            VerbRecord open = begun(start("s-1"));
            assertThat(open.number()).isEqualTo(n);
            journal.settleVerbs(
                    List.of(new VerbSettlement(open, VerbState.NOT_DONE, null, "SomeCode", "why it failed")));
        }
        assertThat(journal.verbs(key("s-1"))).extracting(VerbRecord::code).containsOnly("SomeCode");
    }

    @Test
    void refusesAVerbForAJobThatIsNotOnRecord() throws Exception {
        granted(journal, intent(key("s-1"), 0));

        assertThatThrownBy(() -> journal.intendVerbs(List.of(start("s-1")))).hasMessageContaining("INTENT");
        assertThatThrownBy(() -> journal.intendVerbs(List.of(start("s-2")))).hasMessageContaining("no record");

        made("s-3");
        assertThat(journal.intendVerbs(List.of(start("s-3"))))
                .as("a refusal does not stop the journal")
                .singleElement()
                .isInstanceOf(VerbIntentResult.Granted.class);
    }

    @Test
    void settlesAVerbOnce() throws Exception {
        made("s-1");
        VerbRecord open = begun(start("s-1"));
        journal.settleVerbs(List.of(VerbSettlement.done(open, null)));

        assertThatThrownBy(() -> journal.settleVerbs(List.of(VerbSettlement.done(open, null))))
                .hasMessageContaining("somebody else settled it");
    }

    @Test
    void knowsTheJobsThatAVerbDeleted() throws Exception {
        made("s-1");
        made("s-2");
        VerbRecord deleted = begun(new VerbIntent(key("s-1"), "j-s-1", Verb.DELETE, "", "Stopped"));
        begun(new VerbIntent(key("s-2"), "j-s-2", Verb.DELETE, "", "Stopped"));
        journal.settleVerbs(List.of(VerbSettlement.done(deleted, null)));

        assertThat(journal.deletedJobs()).containsExactly("j-s-1");
    }

    private void made(String source) {
        settled(journal, outcome(granted(journal, intent(key(source), 0)), JobState.CREATED));
    }

    private static VerbIntent start(String source) {
        return new VerbIntent(key(source), "j-" + source, Verb.START, "", "Ready");
    }

    private VerbRecord begun(VerbIntent intent) {
        return ((VerbIntentResult.Granted) journal.intendVerbs(List.of(intent)).get(0)).record();
    }
}
