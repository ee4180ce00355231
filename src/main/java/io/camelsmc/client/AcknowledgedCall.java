package io.camelsmc.client;

import io.camelsmc.client.wire.Answer;
import io.camelsmc.client.wire.UnreadableResponseException;

/** A call that is answered by the id of the call alone. */
public interface AcknowledgedCall extends SmcCall<Acknowledged> {

    @Override
    default Acknowledged parse(Answer answer) throws UnreadableResponseException {
        return new Acknowledged(answer.acknowledged());
    }
}
