package dev.erpkit.storage.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A process that gives the commands from the first one on and says each that was acknowledged. Arguments: the database, and
 * how many commands. After them it ends when they are all, and waits to be killed when they are not.
 */
final class PostingProcess {
    private PostingProcess() {}

    public static void main(String[] arguments) throws IOException {
        Commands commands = new Commands(JdbcBooks.stores(pool(arguments[0]), "acme"));
        int last = Integer.parseInt(arguments[1]);
        for (int i = 0; i < last; i++) {
            System.out.println(commands.give(i));
            System.out.flush();
        }
        if (last < Commands.COUNT) {
            System.in.read();
        }
    }

    static JdbcConnectionPool pool(String database) {
        return database.startsWith("jdbc:") ? Databases.postgres(database) : JdbcBooks.file(Path.of(database));
    }
}
