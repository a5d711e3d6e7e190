package dev.erpkit.storage.jdbc;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** A process that gives the commands from the first one on and says each that was acknowledged. Argument: the database. */
final class PostingProcess {
    private PostingProcess() {}

    public static void main(String[] arguments) {
        Commands commands = new Commands(JdbcBooks.stores(pool(arguments[0]), "acme"));
        for (int i = 0; i < Commands.COUNT; i++) {
            System.out.println(commands.give(i));
            System.out.flush();
        }
    }

    static JdbcConnectionPool pool(String database) {
        return database.startsWith("jdbc:") ? Databases.postgres(database) : JdbcBooks.file(Path.of(database));
    }
}
