package io.camelsmc.state;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Makes the tables by numbered migrations, each in one transaction. Starting the migration library costs more than
 * everything else an open does, so it runs only when there is something to migrate.
 */
final class Migrations {

    /** The format that this version reads and writes; the number of the last migration. */
    static final int CURRENT_FORMAT = 2;

    private static final String HISTORY = "smc_migrations";

    private Migrations() {}

    /** Whether the state is of the current format; false when it is older and {@link #run} brings it there. */
    static boolean current(Connection connection, String location) throws SQLException {
        int format = new MetaTable(new Statements(connection)).read(location).formatVersion();
        if (format > CURRENT_FORMAT) {
            throw new JournalException("state " + location + " has format " + format
                    + ", written by a newer version of this program; this version knows formats up to "
                    + CURRENT_FORMAT + "; nothing was changed; use the newer version");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + HISTORY
                        + " where \"success\" and \"version\" is not null and \"type\" = 'SQL'")) {
            if (!row.next() || row.getInt(1) != format) {
                throw DamageException.state(location, "its format and its migrations disagree", null);
            }
        }
        return format == CURRENT_FORMAT;
    }

    /** Brings the database to the current format. */
    static void run(DataSource source, String location) {
        try {
            Flyway.configure()
                    .loggers(FlywayLogs.class.getName())
                    .dataSource(source)
                    .locations("classpath:io/camelsmc/state/migration")
                    .failOnMissingLocations(true)
                    .javaMigrationClassProvider(new NoClasses())
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(Map.of("lineage", UUID.randomUUID().toString()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalException(
                    "cannot bring state " + location + " to format " + CURRENT_FORMAT
                            + "; it keeps its old one; run the same command again",
                    e);
        }
    }

    /** There are no migrations in Java, so nothing is searched for any. */
    private static final class NoClasses implements ClassProvider<JavaMigration> {
        @Override
        public Collection<Class<? extends JavaMigration>> getClasses() {
            return List.of();
        }
    }
}
