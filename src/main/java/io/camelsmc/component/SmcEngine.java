package io.camelsmc.component;

import io.camelsmc.client.SmcClient;
import io.camelsmc.provision.Provisioner;
import io.camelsmc.state.Journal;

/**
 * What the endpoints of one configuration share.
 *
 * @param client the client; every call of it keeps to the pace that the provisioner shares
 * @param journal the journal
 * @param provisioner the engine over both
 */
record SmcEngine(SmcClient client, Journal journal, Provisioner provisioner) {}
