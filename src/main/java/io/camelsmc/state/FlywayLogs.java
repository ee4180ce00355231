package io.camelsmc.state;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the migration library quiet: its information is our detail. Public since the library creates it by name. */
public final class FlywayLogs implements LogCreator {

    @Override
    public Log createLogger(Class<?> clazz) {
        return new Quiet(LoggerFactory.getLogger(clazz));
    }

    private record Quiet(Logger log) implements Log {

        @Override
        public boolean isDebugEnabled() {
            return log.isTraceEnabled();
        }

        @Override
        public void debug(String message) {
            log.trace(message);
        }

        @Override
        public void info(String message) {
            log.debug(message);
        }

        @Override
        public void warn(String message) {
            log.warn(message);
        }

        @Override
        public void error(String message) {
            log.debug(message);
        }

        @Override
        public void error(String message, Exception e) {
            log.debug(message, e);
        }

        @Override
        public void notice(String message) {
            log.debug(message);
        }
    }
}
