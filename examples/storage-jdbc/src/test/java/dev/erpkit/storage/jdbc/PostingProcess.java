package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.evidence.JournalSealing;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;

/** A process that posts without end and says each entry that was acknowledged. Arguments: database, prefix of the ids. */
final class PostingProcess {
    private PostingProcess() {}

    public static void main(String[] arguments) {
        BooksStores stores = JdbcBooks.stores(pool(arguments[0]), "acme");
        JournalSealing sealing = new JournalSealing(stores.seals(), () -> new byte[32]);
        for (long i = 1; ; i++) {
            String id = arguments[1] + "-" + i;
            Entries.post(stores, sealing, id);
            System.out.println(id);
            System.out.flush();
        }
    }

    static JdbcConnectionPool pool(String database) {
        return database.startsWith("jdbc:") ? Databases.postgres(database) : JdbcBooks.file(Path.of(database));
    }
}
