package io.camelsmc.account;

import io.camelsmc.client.DescribeSourceServersRequest;
import io.camelsmc.client.Pages;
import io.camelsmc.client.SmcClient;
import io.camelsmc.client.SmcException;
import io.camelsmc.job.ObservedSource;
import io.camelsmc.spec.check.SourceNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asks the service for the sources of some names. Several names cost one listing of the account in pages of 50; one name
 * costs one call. The service may match names loosely, so whoever uses the answer compares them exactly.
 */
public final class SourceNameReader {

    /** Names that are asked for one by one after a listing did not have them: pages shift while they are read. */
    private static final int ASKED_AGAIN = 10;

    private final SmcClient client;

    public SourceNameReader(SmcClient client) {
        this.client = client;
    }

    /** The sources that may have the name, by one call if they are few. */
    public SourceNames named(String name) throws SmcException {
        Map<String, SourceNames.Named> found = new LinkedHashMap<>();
        read(DescribeSourceServersRequest.ofName(name), found);
        return new SourceNames(found.values());
    }

    /** Enough of the account's sources to resolve these names, and to suggest others for those that nobody has. */
    public SourceNames named(Collection<String> names) throws SmcException {
        TreeSet<String> open = new TreeSet<>(names);
        if (open.size() == 1) {
            SourceNames one = named(open.first());
            if (one.has(open.first())) {
                return one;
            }
        }
        Map<String, SourceNames.Named> found = new LinkedHashMap<>();
        read(DescribeSourceServersRequest.all(), found);
        found.values().forEach(source -> open.remove(source.name()));
        List<String> again = open.stream().limit(ASKED_AGAIN).toList();
        if (names.size() > 1) {
            for (String name : again) {
                read(DescribeSourceServersRequest.ofName(name), found);
            }
        }
        return new SourceNames(found.values());
    }

    private void read(DescribeSourceServersRequest request, Map<String, SourceNames.Named> found) throws SmcException {
        Pages<ObservedSource> pages = new Pages<>(client, request);
        while (pages.hasNext()) {
            for (ObservedSource source : pages.next().items()) {
                String name = source.name();
                if (name != null) {
                    found.put(source.sourceId(), new SourceNames.Named(source.sourceId(), name));
                }
            }
        }
    }
}
