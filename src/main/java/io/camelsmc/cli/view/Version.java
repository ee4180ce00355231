package io.camelsmc.cli.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The versions of what runs here, as the jars state them. */
public final class Version implements IVersionProvider {

    /** The edition of the service. */
    public static final String API = "2019-06-01";

    private static final String CAMEL = "/META-INF/maven/org.apache.camel/camel-api/pom.properties";

    @Override
    public String[] getVersion() {
        return new String[] {
            "camel-smc " + current(), "Java " + Runtime.version() + ", Camel " + camel() + ", SMC API " + API,
        };
    }

    public static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development build");
    }

    /** The version of Camel; read from its jar, so that no class of Camel is loaded to ask for it. */
    public static String camel() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(CAMEL)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
