package dev.erpkit.storage.jdbc;

import dev.erpkit.storage.jdbc.SalesTable.Cells;
import dev.erpkit.storage.jdbc.SalesTable.ChangeKey;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The rows of one change: its own, and those below it. */
final class SalesRows {
    static final SalesTable CHANGE = SalesTable.of(
            "sales_change",
            2,
            "kind revision# document quote_name contract submitted_by role rule valid_from@ valid_through@ currency digits#"
                    + " rounding_line rounding_order rounding_tax discount_mode discount_cap basis over_delivery recall"
                    + " retention replaced? down_minor# recalled_minor# retained_minor# released_minor# statement_number#"
                    + " collection_date@ previous_minor#");
    static final SalesTable LINE = SalesTable.of(
            "sales_line", 3, "item quantity unit unit_dimension unit_price unit_cost discount_mode discount_cap");
    static final SalesTable DISCOUNT = SalesTable.of("sales_discount", 3, "line# kind figure");
    static final SalesTable TAX = SalesTable.of("sales_tax", 3, "line# code percent base_minor# tax_minor#");
    static final SalesTable QUANTITY = SalesTable.of("sales_quantity", 3, "line# quantity net_minor#");
    static final SalesTable ENTRY = SalesTable.of("sales_entry", 3, "entry");
    static final SalesTable FACT = SalesTable.of("sales_fact", 3, "kind document fact_date@ minor#");

    final Cells change;
    final MutableList<Cells> lines;
    final MutableList<Cells> discounts;
    final MutableList<Cells> taxes;
    final MutableList<Cells> quantities;
    final MutableList<Cells> entries;
    final MutableList<Cells> facts;

    SalesRows() {
        this(
                Cells.empty(),
                Lists.mutable.empty(),
                Lists.mutable.empty(),
                Lists.mutable.empty(),
                Lists.mutable.empty(),
                Lists.mutable.empty(),
                Lists.mutable.empty());
    }

    SalesRows(
            Cells change,
            MutableList<Cells> lines,
            MutableList<Cells> discounts,
            MutableList<Cells> taxes,
            MutableList<Cells> quantities,
            MutableList<Cells> entries,
            MutableList<Cells> facts) {
        this.change = change;
        this.lines = lines;
        this.discounts = discounts;
        this.taxes = taxes;
        this.quantities = quantities;
        this.entries = entries;
        this.facts = facts;
    }

    /** The rows that belong to one line, in their order. */
    static ImmutableList<Cells> ofLine(MutableList<Cells> rows, int line) {
        return rows.select(row -> row.number("line") == line).toImmutable();
    }

    void insert(Connection connection, String tenant, String log, ChangeKey key) throws SQLException {
        CHANGE.insert(connection, tenant, log, key, Lists.immutable.of(change));
        LINE.insert(connection, tenant, log, key, lines.toImmutable());
        DISCOUNT.insert(connection, tenant, log, key, discounts.toImmutable());
        TAX.insert(connection, tenant, log, key, taxes.toImmutable());
        QUANTITY.insert(connection, tenant, log, key, quantities.toImmutable());
        ENTRY.insert(connection, tenant, log, key, entries.toImmutable());
        FACT.insert(connection, tenant, log, key, facts.toImmutable());
    }
}
