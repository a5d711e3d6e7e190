package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalPeriod;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;
import org.immutables.value.Value;

/** One version of the budget of a year in one book. Another version is another budget for the same year. */
@ErpValue
@Value.Immutable
public sealed interface Budget permits ImmutableBudget {
    /** The client's id. */
    BudgetId id();

    /** The book. */
    BookId book();

    /** The base currency of the book. */
    CurrencyUnit currency();

    /** The periods of the year, in the order of time without gap or overlap. */
    @NotEmpty
    @Size(max = 366)
    ImmutableList<DateRange> periods();

    /** The plan, each scope once. */
    ImmutableList<BudgetLine> lines();

    /**
     * Enforces the declared constraints and the shape.
     *
     * @throws InvalidValueException also {@code budget.periods}, {@code budget.line-periods}, {@code budget.duplicate-line}
     */
    @Value.Check
    default void check() {
        Constraints.check("Budget", this);
        for (int i = 0; i < periods().size(); i++) {
            DateRange period = periods().get(i);
            boolean follows = i == 0
                    || period.startInclusive().equals(periods().get(i - 1).endExclusive());
            if (!follows || !period.hasStart() || !period.hasEnd()) {
                throw invalid("periods", "budget.periods", "must follow each other without gap or overlap");
            }
        }
        if (lines().anySatisfy(line -> line.minor().size() != periods().size())) {
            throw invalid("lines", "budget.line-periods", "must have a figure for each of the periods");
        }
        if (lines().collect(BudgetLine::scope).distinct().size() != lines().size()) {
            throw invalid("lines", "budget.duplicate-line", "must have each account and coordinates once");
        }
    }

    private static InvalidValueException invalid(String path, String code, String message) {
        return new InvalidValueException("Budget", path, code, message);
    }

    /** All its days. */
    default DateRange year() {
        return periods().getFirst().span(periods().getLast());
    }

    /** The place of the period that holds a day of the year. */
    default int periodOf(LocalDate day) {
        return periods().detectIndex(period -> period.contains(day));
    }

    /** A builder; the main book unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a budget. */
    final class Builder extends ImmutableBudget.Builder {
        private final MutableList<BudgetLine> collected = Lists.mutable.empty();

        Builder() {
            book(BookId.MAIN);
            lines(Lists.immutable.empty());
        }

        /** The client's id. */
        public Builder id(String value) {
            return id(BudgetId.of(value));
        }

        /** The periods of a fiscal year. */
        public Builder year(FiscalYear year) {
            return periods(year.periods().collect(FiscalPeriod::range));
        }

        /** One more line. */
        public Builder line(BudgetScope scope, ImmutableLongList minor) {
            collected.add(new BudgetLine(scope, minor));
            return lines(collected.toImmutable());
        }

        /** One more line. */
        public Builder line(String account, Dimensions dimensions, ImmutableLongList minor) {
            return line(new BudgetScope(AccountId.of(account), dimensions), minor);
        }
    }
}
