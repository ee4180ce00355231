package io.camelsmc.spec.read;

/** Where the value of a field may come from, the strongest first. */
public enum Level {
    ROW("row"),
    TEMPLATE("template"),
    WAVE("wave"),
    GLOBAL("global"),
    OPTION("command line"),
    API("API default");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    /** The word for people. */
    public String label() {
        return label;
    }
}
