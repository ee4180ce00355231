package io.camelsmc.component;

import io.camelsmc.diag.SafeText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Messages about configuration that name what was got, what is expected and what to do. */
final class SmcMessages {

    private SmcMessages() {}

    static String unknownOperation(String got) {
        String known = Arrays.stream(SmcOperations.values()).map(Enum::name).collect(Collectors.joining(", "));
        return "unknown operation in smc:" + SafeText.excerpt(got) + " (expected one of " + known
                + "); write for example smc:createReplicationJob";
    }

    static String outOfRange(String option, Object got, String expected) {
        return "option " + option + " of the smc component is out of range (got " + got + ", expected " + expected
                + ")";
    }

    static String duration(String option, long millis) {
        return outOfRange(option, millis + " ms", "at least 1 ms, such as 500 or 5s")
                + "; a duration that cannot be read arrives here as 0";
    }

    static String endpoint(String reason) {
        return "option endpoint of the smc component cannot be used: " + reason;
    }

    static String proxyHost() {
        return "option proxyHost of the smc component is not the name or address of a host alone; the port goes to"
                + " proxyPort, and a user or password cannot be given";
    }

    static String together(String one, String other) {
        String both = "option " + one + " of the smc component needs option " + other + " (got only one of them)";
        return one.startsWith("proxy")
                ? both + "; set both, or neither to call the service directly"
                : both + "; set both, or neither to use the vendor's default credential chain";
    }

    static String unusableBody(Class<?> type, String expected) {
        return "the body cannot be used as it is (got " + type.getName() + ", expected " + expected + ")";
    }
}
