package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetChange;
import dev.erpkit.accounting.budget.BudgetChange.Approved;
import dev.erpkit.accounting.budget.BudgetChange.CarriedOver;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetChange.Consumed;
import dev.erpkit.accounting.budget.BudgetChange.Drafted;
import dev.erpkit.accounting.budget.BudgetChange.Released;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import dev.erpkit.accounting.budget.BudgetId;
import dev.erpkit.accounting.budget.CommitmentId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns of one change of budgets; those that its kind does not have stay empty. */
final class BudgetColumns {
    static final String NAMES = "kind, budget, from_budget, commitment, book, currency, digits, on_day, period, minor";

    private final String kind;
    private @Nullable String budget;
    private @Nullable String fromBudget;
    private @Nullable String commitment;
    private @Nullable String book;
    private @Nullable String currency;
    private @Nullable Long digits;
    private @Nullable LocalDate day;
    private @Nullable Long period;
    private @Nullable Long minor;

    private BudgetColumns(String kind) {
        this.kind = kind;
    }

    static BudgetColumns of(BudgetChange change) {
        if (change instanceof Drafted c) {
            return new BudgetColumns("DRAFTED").budget(c.budget().id()).plan(c.budget());
        } else if (change instanceof Approved c) {
            return new BudgetColumns("APPROVED").budget(c.budget());
        } else if (change instanceof Transferred c) {
            return new BudgetColumns("TRANSFERRED").budget(c.budget()).moved(c);
        } else if (change instanceof CarriedOver c) {
            return new BudgetColumns("CARRIED_OVER").budget(c.budget()).from(c.from());
        } else if (change instanceof Committed c) {
            return new BudgetColumns("COMMITTED").commitment(c.commitment()).ordered(c);
        } else if (change instanceof Consumed c) {
            return new BudgetColumns("CONSUMED").commitment(c.commitment()).minor(c.minor());
        } else if (change instanceof Released c) {
            return new BudgetColumns("RELEASED").commitment(c.commitment());
        }
        throw new IllegalStateException("Unknown change of budgets: " + change.getClass());
    }

    private BudgetColumns budget(BudgetId id) {
        budget = id.value();
        return this;
    }

    private BudgetColumns from(BudgetId id) {
        fromBudget = id.value();
        return this;
    }

    private BudgetColumns commitment(CommitmentId id) {
        commitment = id.value();
        return this;
    }

    private BudgetColumns plan(Budget plan) {
        book = plan.book().value();
        currency = plan.currency().getCurrencyCode();
        digits = (long) Amounts.digits(plan.currency());
        return this;
    }

    private BudgetColumns moved(Transferred moved) {
        period = (long) moved.period();
        return minor(moved.minor());
    }

    private BudgetColumns ordered(Committed order) {
        book = order.book().value();
        day = order.date();
        return minor(order.minor());
    }

    private BudgetColumns minor(long value) {
        minor = value;
        return this;
    }

    /** Binds them in the order of {@link #NAMES}. */
    void bind(Row row) throws SQLException {
        row.text(kind).text(budget).text(fromBudget).text(commitment).text(book);
        row.text(currency).number(digits).day(day).number(period).number(minor);
    }

    /** The change that a row holds, with its lines. */
    static BudgetChange change(ResultSet row, BudgetRows.Of rows) throws SQLException {
        String kind = row.getString("kind");
        long minor = row.getLong("minor");
        return switch (kind) {
            case "DRAFTED" ->
                new Drafted(Budget.builder()
                        .id(row.getString("budget"))
                        .book(BookId.of(row.getString("book")))
                        .currency(Row.currency(row.getString("currency"), row.getInt("digits")))
                        .periods(rows.periods())
                        .lines(rows.lines())
                        .build());
            case "APPROVED" -> new Approved(BudgetId.of(row.getString("budget")));
            case "TRANSFERRED" ->
                new Transferred(
                        BudgetId.of(row.getString("budget")),
                        rows.scope(0),
                        rows.scope(1),
                        row.getInt("period"),
                        minor);
            case "CARRIED_OVER" ->
                new CarriedOver(
                        BudgetId.of(row.getString("budget")),
                        BudgetId.of(row.getString("from_budget")),
                        rows.carried());
            case "COMMITTED" ->
                new Committed(
                        CommitmentId.of(row.getString("commitment")),
                        BookId.of(row.getString("book")),
                        rows.scope(0),
                        row.getObject("on_day", LocalDate.class),
                        minor);
            case "CONSUMED" -> new Consumed(CommitmentId.of(row.getString("commitment")), minor);
            case "RELEASED" -> new Released(CommitmentId.of(row.getString("commitment")));
            default -> throw new IllegalStateException("Unknown kind of budget fact: " + kind);
        };
    }
}
