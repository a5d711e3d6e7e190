package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Transferred;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Whether something may happen to an asset: pure functions of what is known of it. Nothing is changed before the day of an
 * earlier change, nor in a period that is booked.
 */
public final class AssetDecisions {
    private final Schedules schedules;

    /** Decisions by these schedules. */
    public AssetDecisions(Schedules schedules) {
        this.schedules = schedules;
    }

    /**
     * Why an asset cannot be acquired so: {@code asset.amount}, {@code asset.unknown-method},
     * {@code asset.below-residual}, {@code asset.unknown-book} without any book, {@code asset.before-acquisition}, or what
     * its method refuses.
     */
    public Optional<Refusal> acquisition(AssetId id, LocalDate day, Acquired acquired) {
        if (acquired.cost().signum() <= 0) {
            return Optional.of(
                    AssetRefusals.of(AssetRefusals.AMOUNT, id, "The cost of an asset must be above zero; correct it"));
        }
        if (acquired.books().isEmpty()) {
            return Optional.of(AssetRefusals.of(
                    AssetRefusals.UNKNOWN_BOOK, id, "An asset is kept in one book at least; name its terms there"));
        }
        Amounts.minor(acquired.cost());
        for (BookId book : acquired.books().keysView()) {
            BookStart start = BookStart.of(acquired, book);
            MonetaryAmount value = acquired.cost()
                    .subtract(Amounts.of(start.opening(), acquired.cost().getCurrency()));
            Optional<Refusal> refused = start.opening().signum() < 0
                    ? Optional.of(AssetRefusals.of(
                            AssetRefusals.AMOUNT, id, "Depreciation from before must not be below zero"))
                    : terms(id, day, start.terms(), value);
            if (refused.isEmpty()
                    && start.openingThrough()
                            .filter(through -> through.isBefore(day))
                            .isPresent()) {
                refused = Optional.of(AssetRefusals.of(
                        AssetRefusals.BEFORE_ACQUISITION,
                        id,
                        "Depreciation from before ends before the asset was put to use on " + day
                                + "; correct the days"));
            }
            if (refused.isPresent()) {
                return refused.map(reason -> reason.with("book", book));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> terms(AssetId id, LocalDate acquired, DepreciationTerms terms, MonetaryAmount value) {
        Optional<DepreciationMethod> method = schedules.methods().find(terms.method());
        if (method.isEmpty()) {
            return Optional.of(AssetRefusals.of(
                            AssetRefusals.UNKNOWN_METHOD,
                            id,
                            "There is no depreciation method " + terms.method() + "; see the names of Methods")
                    .with("method", terms.method()));
        }
        MonetaryAmount residual = Amounts.of(terms.residual(), value.getCurrency());
        Amounts.minor(residual);
        return below(id, value, residual).or(() -> method.get().refusal(terms, acquired));
    }

    private static Optional<Refusal> below(AssetId id, MonetaryAmount value, MonetaryAmount residual) {
        return value.isLessThan(residual)
                ? Optional.of(AssetRefusals.of(
                                AssetRefusals.BELOW_RESIDUAL,
                                id,
                                "The book value of asset " + id
                                        + " would be below its residual value; lower the residual"
                                        + " value first or change less")
                        .with("bookValue", Amounts.canonical(value))
                        .with("residual", Amounts.canonical(residual)))
                : Optional.empty();
    }

    /**
     * Why a change is refused: {@code asset.disposed}, {@code asset.before-acquisition}, {@code asset.out-of-order},
     * {@code asset.unknown-book}, {@code asset.period-booked}, {@code asset.currency}, {@code asset.amount},
     * {@code asset.below-residual}, {@code asset.share}, {@code asset.proceeds}, {@code asset.periods-misaligned},
     * {@code asset.no-change}, {@code asset.unknown-method}, or what a method refuses; {@code asset.command} for what is no
     * change of an asset that is there.
     */
    public Optional<Refusal> change(AssetHistory history, LocalDate day, AssetChange change) {
        return when(history, day)
                .or(() -> where(history, change))
                .or(() -> amounts(history, change))
                .or(() -> periods(history, day, change))
                .or(() -> effect(history, day, change));
    }

    private static Optional<Refusal> when(AssetHistory history, LocalDate day) {
        AssetId id = history.id();
        Optional<AssetFact> disposal = history.disposal();
        if (disposal.isPresent()) {
            return Optional.of(AssetRefusals.of(
                            AssetRefusals.DISPOSED,
                            id,
                            "Asset " + id + " left on " + disposal.get().day() + "; nothing can happen to it any more")
                    .with("day", disposal.get().day()));
        }
        AssetFact first = history.facts().getFirst();
        if (day.isBefore(first.day())) {
            return Optional.of(AssetRefusals.of(
                            AssetRefusals.BEFORE_ACQUISITION,
                            id,
                            "Asset " + id + " is there since " + first.day() + "; take that day or a later one")
                    .with("since", first.day()));
        }
        LocalDate newest = history.facts().getLast().day();
        return day.isBefore(newest)
                ? Optional.of(AssetRefusals.of(
                                AssetRefusals.OUT_OF_ORDER,
                                id,
                                "Asset " + id + " has a change of " + newest + "; take that day or a later one")
                        .with("newest", newest))
                : Optional.empty();
    }

    private static Optional<Refusal> where(AssetHistory history, AssetChange change) {
        if (change instanceof Acquired || change instanceof SplitFrom) {
            return Optional.of(AssetRefusals.of(
                    AssetRefusals.COMMAND, history.id(), "An asset begins with that; send it as a command of its own"));
        }
        return change.onlyBook()
                .filter(book -> !history.acquired().books().containsKey(book))
                .map(book -> AssetRefusals.of(
                                AssetRefusals.UNKNOWN_BOOK,
                                history.id(),
                                "Asset " + history.id() + " is not kept in book " + book + "; take one of its books")
                        .with("book", book));
    }

    private static Optional<MonetaryAmount> amountOf(AssetChange change) {
        if (change instanceof Revalued revalued) {
            return Optional.of(revalued.change());
        }
        if (change instanceof Impaired impaired) {
            return Optional.of(impaired.loss());
        }
        if (change instanceof Improved improved) {
            return Optional.of(improved.cost());
        }
        return change instanceof Disposed disposed ? Optional.of(disposed.proceeds()) : Optional.empty();
    }

    private static Optional<Refusal> amounts(AssetHistory history, AssetChange change) {
        AssetId id = history.id();
        Optional<MonetaryAmount> amount = amountOf(change);
        if (amount.isPresent()) {
            if (!amount.get().getCurrency().equals(history.acquired().cost().getCurrency())) {
                return Optional.of(AssetRefusals.of(
                        AssetRefusals.CURRENCY,
                        id,
                        "Asset " + id + " is kept in another currency; give the amount in it"));
            }
            Amounts.minor(amount.get());
        }
        if (change instanceof Disposed disposed) {
            boolean none = disposed.kind() == DisposalKind.SCRAPPED
                    && !disposed.proceeds().isZero();
            return disposed.proceeds().isNegative() || none
                    ? Optional.of(AssetRefusals.of(
                            AssetRefusals.PROCEEDS,
                            id,
                            "Proceeds must not be below zero, and what is scrapped has none; sell it instead"))
                    : Optional.empty();
        }
        if (change instanceof SplitOff off) {
            return off.share() < 1 || off.share() >= off.whole() || off.part().equals(id)
                    ? Optional.of(AssetRefusals.of(
                            AssetRefusals.SHARE,
                            id,
                            "A split takes more than nothing and less than all to another asset"))
                    : Optional.empty();
        }
        boolean positive = change instanceof Revalued
                ? !amount.orElseThrow().isZero()
                : amount.map(MonetaryAmount::isPositive).orElse(true);
        boolean months = !(change instanceof Improved improved) || improved.extraMonths() >= 0;
        boolean units = !(change instanceof Used used) || used.units().signum() > 0;
        return positive && months && units
                ? Optional.empty()
                : Optional.of(AssetRefusals.of(AssetRefusals.AMOUNT, id, "The amount must be above zero; correct it"));
    }

    private Optional<Refusal> periods(AssetHistory history, LocalDate day, AssetChange change) {
        boolean moves = change instanceof Disposed || change instanceof Transferred;
        for (BookId book : history.acquired().books().keysView()) {
            if (change.concerns(book)) {
                LocalDate through = bookedThrough(history, book, !moves);
                if (moves ? day.isBefore(through) : !day.isAfter(through)) {
                    return Optional.of(AssetRefusals.of(
                                    AssetRefusals.PERIOD_BOOKED,
                                    history.id(),
                                    "Asset " + history.id() + " is depreciated through " + through + " in book " + book
                                            + "; take a later day")
                            .with("book", book)
                            .with("through", through));
                }
            }
        }
        return Optional.empty();
    }

    /** The last day of what is booked: of the whole period, or of the row. */
    private LocalDate bookedThrough(AssetHistory history, BookId book, boolean wholePeriod) {
        BookStart start = BookStart.of(history.acquired(), book);
        LocalDate through = start.openingThrough().orElse(LocalDate.MIN);
        DepreciationTerms terms = termsNow(history, book);
        for (BookedRow row : allRows(history, book)) {
            LocalDate end = wholePeriod ? schedules.grid(terms).lastDayOf(row.periodStart()) : row.date();
            through = end.isAfter(through) ? end : through;
        }
        return through;
    }

    private static ImmutableList<BookedRow> allRows(AssetHistory history, BookId book) {
        LocalDate since = history.facts().getFirst().day();
        ImmutableList<BookedRow> own = history.rows(book);
        return history.origin()
                .map(origin -> own.newWithAll(
                        allRows(origin, book).select(row -> row.periodStart().isBefore(since))))
                .orElse(own);
    }

    private static DepreciationTerms termsNow(AssetHistory history, BookId book) {
        return termsAsOf(history, book, LocalDate.MAX);
    }

    static DepreciationTerms termsAsOf(AssetHistory history, BookId book, LocalDate day) {
        LocalDate split = history.facts().getFirst().day();
        DepreciationTerms terms = history.origin()
                .map(origin -> termsAsOf(origin, book, split.isAfter(day) ? day : split))
                .orElseGet(() -> BookStart.of(history.acquired(), book).terms());
        for (AssetFact fact : history.facts()) {
            if (fact.day().isAfter(day)) {
                break;
            }
            if (fact.change() instanceof TermsChanged changed && changed.book().equals(book)) {
                terms = changed.terms();
            } else if (fact.change() instanceof Improved improved && improved.extraMonths() > 0) {
                terms = terms.living(terms.lifeMonths() + improved.extraMonths());
            }
        }
        return terms;
    }

    private Optional<Refusal> effect(AssetHistory history, LocalDate day, AssetChange change) {
        if (change instanceof Transferred transferred) {
            return transferred.place().equals(history.placeAsOf(day))
                    ? Optional.of(
                            AssetRefusals.of(AssetRefusals.NO_CHANGE, history.id(), "The asset stands there already"))
                    : Optional.empty();
        }
        for (BookId book : history.acquired().books().keysView()) {
            Optional<Refusal> refused = change.concerns(book) ? effect(history, day, change, book) : Optional.empty();
            if (refused.isPresent()) {
                return refused.map(reason -> reason.with("book", book));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> effect(AssetHistory history, LocalDate day, AssetChange change, BookId book) {
        DepreciationTerms terms = termsNow(history, book);
        LocalDate acquired = history.acquisition().day();
        Supplier<MonetaryAmount> before = () -> plannedValue(history, day, book);
        MonetaryAmount residual =
                Amounts.of(terms.residual(), history.acquired().cost().getCurrency());
        if (change instanceof Revalued revalued) {
            return below(history.id(), before.get().add(revalued.change()), residual);
        }
        if (change instanceof Impaired impaired) {
            return below(history.id(), before.get().subtract(impaired.loss()), residual);
        }
        if (change instanceof Improved improved && improved.extraMonths() > 0) {
            return terms(
                    history.id(),
                    acquired,
                    terms.living(terms.lifeMonths() + improved.extraMonths()),
                    before.get().add(improved.cost()));
        }
        if (change instanceof TermsChanged changed) {
            PeriodGrid now = schedules.grid(terms);
            PeriodGrid then = schedules.grid(changed.terms());
            return now.startOf(day).equals(then.startOf(day))
                    ? terms(history.id(), acquired, changed.terms(), before.get())
                    : Optional.of(AssetRefusals.of(
                            AssetRefusals.MISALIGNED,
                            history.id(),
                            "The old and the new terms have no period that starts on one day there; take the first day of"
                                    + " a new period"));
        }
        return Optional.empty();
    }

    /** What the asset will be worth at the start of the period of a day, when what is due until then is booked. */
    private MonetaryAmount plannedValue(AssetHistory history, LocalDate day, BookId book) {
        MonetaryAmount value = AssetValue.asOf(history, book, day).bookValue();
        BigDecimal due = schedules
                .of(history, book)
                .due(schedules.grid(termsNow(history, book)).startOf(day).minusDays(1))
                .collect(row -> Amounts.decimal(row.amount()))
                .injectInto(BigDecimal.ZERO, BigDecimal::add);
        return value.subtract(Amounts.of(due, value.getCurrency()));
    }
}
