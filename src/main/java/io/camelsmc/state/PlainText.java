package io.camelsmc.state;

import java.util.SortedMap;

/**
 * Text that the databases can hold as it stands, found out once.
 *
 * @param text the text
 */
record PlainText(String text) {

    /** Parameters as {@link ParametersText} writes them. */
    static PlainText of(SortedMap<String, String> parameters) {
        return new PlainText(StoredText.of(ParametersText.write(parameters)));
    }
}
