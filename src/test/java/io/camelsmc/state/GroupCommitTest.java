package io.camelsmc.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<String> done = new ArrayList<>();

    private final GroupCommit<List<String>> commits = new GroupCommit<List<String>>(this::commit);

    private void commit(List<GroupCommit.Entry<List<String>, ?>> group) {
        try {
            for (GroupCommit.Entry<List<String>, ?> entry : group) {
                entry.run(done);
            }
        } catch (Exception e) {
            throw new JournalException("the group failed", e);
        }
    }

    @Test
    void givesEachThreadItsOwnResultOnce() throws Exception {
        AtomicInteger next = new AtomicInteger();

        List<Integer> results = Race.together(
                () -> {
                    int mine = next.incrementAndGet();
                    return commits.submit(work -> {
                        work.add("w" + mine);
                        return mine;
                    });
                },
                16);

        assertThat(results).doesNotHaveDuplicates().hasSize(16);
        assertThat(done).doesNotHaveDuplicates().hasSize(16);
    }

    @Test
    void tellsARefusalToTheThreadThatCausedIt() {
        assertThatThrownBy(() -> commits.submit(work -> {
                    throw new RefusalException("not now");
                }))
                .hasMessage("not now");
        assertThat(commits.<Boolean>submit(work -> work.add("next"))).isTrue();
    }

    @Test
    void failsTheWorkWhenTheGroupFails() {
        assertThatThrownBy(() -> commits.submit(work -> {
                    throw new java.io.IOException("disk");
                }))
                .hasMessage("the group failed");
    }
}
