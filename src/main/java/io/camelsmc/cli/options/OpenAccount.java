package io.camelsmc.cli.options;

import io.camelsmc.client.SmcClient;
import io.camelsmc.provision.pace.Pace;
import io.camelsmc.run.AccountAccess;
import io.camelsmc.state.Journal;
import io.camelsmc.state.Journals;
import io.camelsmc.state.StateView;
import java.util.function.Function;

/**
 * What a command opened to work on an account, and closes when it is done: the service, the journal, a client.
 *
 * @param session the service
 * @param state the journal
 * @param client calls the service
 */
public record OpenAccount<S extends StateView>(ServiceSession session, S state, SmcClient client)
        implements AutoCloseable {

    /** With the journal to be read; a runner may hold it meanwhile. */
    public static OpenAccount<StateView> reading(ServiceSession session) {
        return open(session, Journals::openReadOnly);
    }

    /** With the journal to be written. */
    public static OpenAccount<Journal> writing(ServiceSession session) {
        return open(session, Journals::open);
    }

    private static <S extends StateView> OpenAccount<S> open(ServiceSession session, Function<String, S> journal) {
        ServiceSettings settings = session.settings();
        try {
            S state = journal.apply(settings.state());
            try {
                return new OpenAccount<>(session, state, settings.client());
            } catch (RuntimeException e) {
                state.close();
                throw e;
            }
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** The account as a use case wants it. */
    public AccountAccess<S> access(Pace pace) {
        return AccountAccess.of(client, state, pace);
    }

    @Override
    @SuppressWarnings("try") // They are there to be closed, each even if another one fails.
    public void close() {
        try {
            client.close();
        } finally {
            try {
                state.close();
            } finally {
                session.close();
            }
        }
    }
}
