package io.camelsmc.state;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL address. It may carry credentials, in the query or before the host; neither is ever shown.
 *
 * @param url as the driver takes it
 * @param location host and database only
 */
record PostgresUrl(String url, String location, @Nullable String user, @Nullable String password) {

    static final String PREFIX = "jdbc:postgresql:";

    private static final Pattern FORM =
            Pattern.compile("jdbc:postgresql:(?://(?:([^@/?]*)@)?([^/?@]*)/)?([^/?@]*)(\\?.*)?", Pattern.DOTALL);

    static PostgresUrl parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new JournalException("the address of the state is not understood; expected"
                    + " jdbc:postgresql://HOST:PORT/DATABASE, with user and password after a question mark");
        }
        String host = form.group(2) == null ? "" : "//" + form.group(2) + "/";
        String query = form.group(4) == null ? "" : form.group(4);
        String shown = PREFIX + host + form.group(3);
        String userInfo = form.group(1);
        if (userInfo == null) {
            return new PostgresUrl(shown + query, shown, null, null);
        }
        int colon = userInfo.indexOf(':');
        return new PostgresUrl(
                shown + query,
                shown,
                decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? null : decode(userInfo.substring(colon + 1)));
    }

    void configure(PGSimpleDataSource source) {
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            // The driver's message holds the whole address, so it is not passed on.
            throw new JournalException("the address " + location + " has options that are not understood");
        }
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return location;
    }
}
