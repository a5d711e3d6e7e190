package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.asset.AssetChange;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.accounting.asset.AssetDecisions;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.asset.DayCount;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.DisposalKind;
import dev.erpkit.accounting.asset.DisposalTiming;
import dev.erpkit.accounting.asset.Methods;
import dev.erpkit.accounting.asset.RowRounding;
import dev.erpkit.accounting.asset.ScheduleRow;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.asset.Timing;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Fixed assets, their terms and their lives. */
public final class AssetArbitraries {
    /** The book in which generated assets are kept. */
    public static final BookId BOOK = BookId.MAIN;

    /** Fiscal years that begin in April. */
    public static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private AssetArbitraries() {}

    /**
     * The stages of a life: what is known after each step, the acquisition first.
     *
     * @param stages the asset
     * @param parts what was split off it, as known at the end
     */
    public record Life(ImmutableList<AssetHistory> stages, ImmutableList<AssetHistory> parts) {
        /** The asset at the end. */
        public AssetHistory last() {
            return stages.getLast();
        }
    }

    /**
     * A step of a life.
     *
     * @param kind what happens, one of {@code book}, {@code repair}, {@code revalue}, {@code impair}, {@code split},
     *     {@code dispose}
     * @param size how much of it: rows, or an amount
     */
    public record Step(String kind, int size) {}

    /** Schedules in the calendar of these assets. */
    public static Schedules schedules() {
        return Schedules.by(Methods.standard(), CALENDAR);
    }

    /** Terms of every method that goes by time, with every convention; the residual value is at most this. */
    public static Arbitrary<DepreciationTerms> terms(long residualMinor, CurrencyUnit currency) {
        Arbitrary<String> methods = Arbitraries.of(
                "straight-line",
                "straight-line:on-cost",
                "sum-of-years",
                "declining:0.4/year",
                "declining:0.05/period",
                "declining:x2/year",
                "declining:x2/year+straight-line",
                "declining:0.3/year+straight-line-on-cost");
        return Combinators.combine(
                        methods,
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.longs().between(0, residualMinor),
                        Arbitraries.of(Timing.values()),
                        Arbitraries.of(DayCount.values()),
                        Arbitraries.of(1, 3, 6, 12),
                        Arbitraries.of(RowRounding.values()))
                .as((method, months, residual, timing, days, period, rounding) -> DepreciationTerms.builder()
                        .method(method)
                        .lifeMonths(months)
                        .residual(Amounts.decimal(Amounts.ofMinor(residual, currency)))
                        .timing(timing)
                        .dayCount(days)
                        .periodMonths(period)
                        .rowRounding(rounding)
                        .build());
    }

    /** New assets, some with depreciation from before. */
    public static Arbitrary<AssetHistory> assets() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 10_000_000_00L),
                        Arbitraries.of("JPY", "USD", "KWD"),
                        Arbitraries.integers().between(0, 1500))
                .flatAs((cost, code, day) -> {
                    CurrencyUnit currency = Amounts.currency(code);
                    return terms(cost / 2, currency)
                            .map(terms -> asset(Amounts.ofMinor(cost, currency), terms, FIRST.plusDays(day)));
                });
    }

    /** A new asset. */
    public static AssetHistory asset(MonetaryAmount cost, DepreciationTerms terms, LocalDate inUse) {
        Acquired acquired = new Acquired(
                "asset", "asset", cost, Dimensions.none(), SortedMaps.immutable.of(BOOK, BookStart.of(terms)));
        return AssetHistory.of(fact("a", 0, inUse, acquired));
    }

    /** Lives of up to this many steps; a step that the library refuses is left out. */
    public static Arbitrary<Life> lives(int most) {
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.of("book", "book", "book", "repair", "revalue", "impair", "split", "dispose"),
                        Arbitraries.integers().between(1, 30))
                .as(Step::new);
        return Combinators.combine(assets(), steps.list().ofMaxSize(most)).as(AssetArbitraries::live);
    }

    private static Life live(AssetHistory born, List<Step> steps) {
        Schedules schedules = schedules();
        AssetDecisions decisions = new AssetDecisions(schedules);
        MutableList<AssetHistory> stages = Lists.mutable.of(born);
        MutableList<AssetHistory> parts = Lists.mutable.empty();
        for (Step step : steps) {
            AssetHistory now = stages.getLast();
            Optional<AssetChange> change = change(step, now, parts.size());
            LocalDate day = next(schedules, now);
            if (change.isEmpty()) {
                stages.add(book(now, schedules, step.size()));
            } else if (decisions.change(now, day, change.get()).isEmpty()) {
                AssetHistory then = now.with(fact("a", now.facts().size(), day, change.get()));
                stages.add(then);
                if (change.get() instanceof SplitOff off) {
                    AssetFact from =
                            fact(off.part().value(), 0, day, new SplitFrom(now.id(), off.share(), off.whole()));
                    parts.add(new AssetHistory(
                            off.part(), Lists.immutable.of(from), Lists.immutable.empty(), Optional.of(then)));
                }
            }
        }
        return new Life(stages.toImmutable(), parts.toImmutable());
    }

    private static Optional<AssetChange> change(Step step, AssetHistory now, int parts) {
        MonetaryAmount cost = now.acquired().cost();
        MonetaryAmount amount = Amounts.ofMinor(step.size() * 7L, cost.getCurrency());
        return switch (step.kind()) {
            case "repair" -> Optional.of(new Improved(amount, step.size() % 5));
            case "revalue" -> Optional.of(new Revalued(BOOK, step.size() % 2 == 0 ? amount : Amounts.negate(amount)));
            case "impair" -> Optional.of(new Impaired(BOOK, amount));
            case "split" -> Optional.of(new SplitOff(AssetId.of("part-" + parts), step.size(), 37));
            case "dispose" -> Optional.of(new Disposed(DisposalKind.SOLD, amount, DisposalTiming.THROUGH_DAY));
            default -> Optional.empty();
        };
    }

    /** The first day behind what is booked. */
    private static LocalDate next(Schedules schedules, AssetHistory now) {
        ImmutableList<BookedRow> rows = now.rows(BOOK);
        LocalDate newest = now.facts().getLast().day();
        DepreciationTerms terms = now.acquired().books().get(BOOK).terms();
        LocalDate behind = rows.isEmpty()
                ? newest
                : schedules.grid(terms).lastDayOf(rows.getLast().periodStart()).plusDays(1);
        return behind.isAfter(newest) ? behind : newest;
    }

    /** The history with the next rows of its plan booked. */
    public static AssetHistory book(AssetHistory history, Schedules schedules, int rows) {
        AssetHistory known = history;
        for (ScheduleRow row :
                schedules.of(history, BOOK).rows().reject(ScheduleRow::booked).take(rows)) {
            known = known.with(
                    new BookedRow(history.id(), BOOK, row.periodStart(), row.date(), row.amount(), Instant.EPOCH));
        }
        return known;
    }

    private static AssetFact fact(String asset, int number, LocalDate day, AssetChange change) {
        return new AssetFact(
                IdempotencyKey.of(asset + "-" + number),
                AssetId.of(asset),
                day,
                change,
                Instant.EPOCH,
                Actor.of("clerk"));
    }

    /** The residual value an asset was acquired with. */
    public static MonetaryAmount residual(AssetHistory history) {
        BigDecimal residual = history.acquired().books().get(BOOK).terms().residual();
        return Amounts.of(residual, history.acquired().cost().getCurrency());
    }
}
