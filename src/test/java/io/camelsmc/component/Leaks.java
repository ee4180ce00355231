package io.camelsmc.component;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/** Collects everything that a run renders, and finds secrets in it, as written or percent-encoded. */
final class Leaks implements AutoCloseable {

    private static final String[] LOGGERS = {"io.camelsmc", "org.apache.camel"};

    /** These print every placeholder with its value at DEBUG; users are told to keep them at INFO. */
    private static final String[] PLACEHOLDERS = {
        "org.apache.camel.component.properties", "org.apache.camel.impl.engine.DefaultCamelContextExtension"
    };

    private final List<String> secrets;
    private final Map<String, String> rendered = new LinkedHashMap<>();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    Leaks(String... secrets) {
        this.secrets = new ArrayList<>(Arrays.asList(secrets));
        for (String secret : secrets) {
            this.secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        appender.start();
        for (String name : PLACEHOLDERS) {
            logger(name).setLevel(Level.INFO);
        }
        for (String name : LOGGERS) {
            logger(name).setLevel(Level.DEBUG);
            logger(name).setAdditive(false);
            logger(name).addAppender(appender);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    Leaks add(String where, Object what) {
        rendered.put(where, String.valueOf(what));
        return this;
    }

    Leaks add(String where, Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return add(where, text);
    }

    /** Every attribute of every bean of Camel's, and what its dumping operations return. */
    Leaks addJmx() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            StringBuilder text = new StringBuilder(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                text.append('\n').append(attribute.getName()).append('=').append(value(server, name, attribute));
            }
            add("JMX " + name, text);
        }
        return this;
    }

    private static Object value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            Object value = server.getAttribute(name, attribute.getName());
            return value instanceof Object[] many ? Arrays.deepToString(many) : value;
        } catch (Exception e) {
            return e;
        }
    }

    int logLines() {
        return appender.list.size();
    }

    void assertNone() {
        List<ILoggingEvent> events = new ArrayList<>(appender.list);
        for (ILoggingEvent event : events) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            assertClean("log of " + event.getLoggerName(), event.getFormattedMessage() + "\n" + trace);
        }
        rendered.forEach(this::assertClean);
    }

    private void assertClean(String where, String text) {
        for (String secret : secrets) {
            assertThat(text.contains(secret))
                    .as(() -> where + " shows a secret: " + around(text, secret))
                    .isFalse();
        }
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + secret.length() + 50));
    }

    @Override
    public void close() {
        for (String name : PLACEHOLDERS) {
            logger(name).setLevel(null);
        }
        for (String name : LOGGERS) {
            logger(name).detachAppender(appender);
            logger(name).setLevel(null);
            logger(name).setAdditive(true);
        }
    }
}
