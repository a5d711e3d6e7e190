package dev.erpkit.storage.jdbc;

import dev.erpkit.storage.jdbc.SalesTable.Cells;
import dev.erpkit.storage.jdbc.SalesTable.Key;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The rows below some records, read with one query for each table. */
record SalesReading(
        MutableMap<Key, MutableList<Cells>> changes,
        MutableMap<Key, MutableList<Cells>> lines,
        MutableMap<Key, MutableList<Cells>> discounts,
        MutableMap<Key, MutableList<Cells>> taxes,
        MutableMap<Key, MutableList<Cells>> quantities,
        MutableMap<Key, MutableList<Cells>> entries,
        MutableMap<Key, MutableList<Cells>> facts) {

    static SalesReading of(Connection connection, Supplier<Where> records) throws SQLException {
        return new SalesReading(
                SalesRows.CHANGE.select(connection, records.get()),
                SalesRows.LINE.select(connection, records.get()),
                SalesRows.DISCOUNT.select(connection, records.get()),
                SalesRows.TAX.select(connection, records.get()),
                SalesRows.QUANTITY.select(connection, records.get()),
                SalesRows.ENTRY.select(connection, records.get()),
                SalesRows.FACT.select(connection, records.get()));
    }

    /** The rows of each change of a record, in their order. */
    ImmutableList<SalesRows> changes(long sequence) {
        MutableList<SalesRows> found = Lists.mutable.empty();
        for (long ordinal = 0; changes.containsKey(new Key(sequence, ordinal)); ordinal++) {
            Key key = new Key(sequence, ordinal);
            found.add(new SalesRows(
                    changes.get(key).getFirst(),
                    below(lines, key),
                    below(discounts, key),
                    below(taxes, key),
                    below(quantities, key),
                    below(entries, key),
                    below(facts, key)));
        }
        return found.toImmutable();
    }

    private static MutableList<Cells> below(MutableMap<Key, MutableList<Cells>> rows, Key key) {
        return rows.getIfAbsent(key, Lists.mutable::empty);
    }
}
