package io.camelsmc.cli.route;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.EventNotifier;

/** Attaches what watches the rows before the routes start, so that none goes by unseen. */
final class LedgerListener extends MainListenerSupport {

    private final EventNotifier[] watchers;

    LedgerListener(EventNotifier... watchers) {
        this.watchers = watchers.clone();
    }

    @Override
    public void beforeConfigure(BaseMainSupport main) {
        for (EventNotifier watcher : watchers) {
            main.getCamelContext().getManagementStrategy().addEventNotifier(watcher);
        }
    }
}
