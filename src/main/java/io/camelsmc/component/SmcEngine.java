package io.camelsmc.component;

import io.camelsmc.client.SmcClient;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.run.AccountAccess;
import io.camelsmc.state.Journal;

/**
 * What the endpoints of one configuration share.
 *
 * @param client the client; every call of it keeps to the pace that the provisioner shares
 * @param journal the journal
 * @param provisioner the engine over both, for single rows
 * @param access the same account, for whole waves
 */
record SmcEngine(SmcClient client, Journal journal, Provisioner provisioner, AccountAccess<Journal> access) {}
