package dev.erpkit.storage.jdbc;

import dev.erpkit.storage.jdbc.SalesTable.Cells;
import dev.erpkit.storage.jdbc.SalesTable.ChangeKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The rows below some records, read with one query for each table. */
record SalesReading(
        MutableMap<ChangeKey, MutableList<Cells>> changes,
        MutableMap<ChangeKey, MutableList<Cells>> lines,
        MutableMap<ChangeKey, MutableList<Cells>> discounts,
        MutableMap<ChangeKey, MutableList<Cells>> taxes,
        MutableMap<ChangeKey, MutableList<Cells>> quantities,
        MutableMap<ChangeKey, MutableList<Cells>> entries,
        MutableMap<ChangeKey, MutableList<Cells>> facts) {

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
        for (long ordinal = 0; changes.containsKey(new ChangeKey(sequence, ordinal)); ordinal++) {
            ChangeKey key = new ChangeKey(sequence, ordinal);
            found.add(new SalesRows(
                    below(changes, key).getFirst(),
                    below(lines, key),
                    below(discounts, key),
                    below(taxes, key),
                    below(quantities, key),
                    below(entries, key),
                    below(facts, key)));
        }
        return found.toImmutable();
    }

    private static MutableList<Cells> below(MutableMap<ChangeKey, MutableList<Cells>> rows, ChangeKey key) {
        return rows.getIfAbsent(key, Lists.mutable::empty);
    }
}
