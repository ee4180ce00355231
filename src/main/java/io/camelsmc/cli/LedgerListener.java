package io.camelsmc.cli;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Attaches the ledger before the routes start, so that no row goes by unseen. */
final class LedgerListener extends MainListenerSupport {

    private final RunLedger ledger;

    LedgerListener(RunLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        main.getCamelContext().getManagementStrategy().addEventNotifier(ledger);
    }
}
