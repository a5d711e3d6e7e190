package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.asset.DepreciationMethod.Renewal;
import dev.erpkit.accounting.asset.PeriodGrid.Slot;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.port.NotFoundException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * Walks through the periods of one asset in one book: what is booked stays as it is, the rest follows from the terms.
 *
 * <p>An asset that was split goes on as the whole it was; each row is cut by the shares. Only a change of value or terms
 * makes the part stand for itself.
 */
final class Planner {
    private final AssetHistory history;
    private final BookEvents events;
    private final Methods methods;
    private final BiFunction<DepreciationTerms, FiscalCalendar, PeriodGrid> grids;
    private final FiscalCalendar calendar;
    private final CurrencyUnit currency;
    private final BookStart start;
    private final LocalDate inUse;

    private final Progress progress = new Progress();
    private final MutableList<Share> shares = Lists.mutable.empty();
    private final Schedule.Columns columns = new Schedule.Columns();
    private DepreciationTerms terms;
    private DepreciationMethod method;
    private RoundingPolicy rounding;
    private PeriodGrid grid;
    private Slot[] slots = {};
    private int index;
    private Timeline line;
    private long tick;
    private int nextChange;
    private boolean ours;
    private LocalDate renewedYear = LocalDate.MIN;
    private YearAmount yearAmount = NO_YEAR;

    /** The amount of a year, of which its rows are parts, and what it was before rounding. */
    private record YearAmount(long minor, long from, long to, long writtenBefore, Part exact) {}

    private static final YearAmount NO_YEAR = new YearAmount(0, 0, 0, 0, Part.all(0));

    Planner(
            AssetHistory history,
            BookId book,
            Methods methods,
            FiscalCalendar calendar,
            BiFunction<DepreciationTerms, FiscalCalendar, PeriodGrid> grids) {
        this.history = history;
        this.events = new BookEvents(history, book);
        this.methods = methods;
        this.calendar = calendar;
        this.grids = grids;
        Acquired acquired = history.acquired();
        this.currency = acquired.cost().getCurrency();
        this.start = BookStart.of(acquired, book);
        this.inUse = history.acquisition().day();
        this.terms = start.terms();
        this.method = method(terms);
        this.rounding = terms.rounding();
        this.grid = grids.apply(terms, calendar);
        this.ours = history.origin().isEmpty();
        progress.cost = Amounts.minor(acquired.cost());
        progress.writtenDown = minor(start.opening());
        this.nextChange = 1;
        this.line = begin();
    }

    private DepreciationMethod method(DepreciationTerms by) {
        return methods.find(by.method()).orElseThrow(() -> new NotFoundException("depreciation method " + by.method()));
    }

    private long minor(BigDecimal amount) {
        return Amounts.minor(Amounts.of(amount, currency));
    }

    /** The first period with a row, and the time before it that other books have used up. */
    private Timeline begin() {
        Optional<LocalDate> through = start.openingThrough();
        slots = grid.through(inUse, 1);
        Slot first = slots[PeriodGrid.indexOf(slots, inUse)];
        if (through.isEmpty()
                && terms.firstRow().isPresent()
                && terms.firstRow().get().isAfter(first.endExclusive())) {
            first = grid.at(terms.firstRow().get(), 0);
        }
        LocalDate row = through.map(day -> day.plusDays(1)).orElse(first.start());
        row = row.isBefore(first.start()) ? first.start() : row;
        Timeline time = settle(first, row);
        change(terms.openingBasis() == OpeningBasis.REST_OF_LIFE);
        return time;
    }

    /** Takes up the terms from the period of a day on; the time since the start of the life counts as it weighs there. */
    private Timeline settle(Slot first, LocalDate day) {
        slots = grid.through(day, 1);
        index = PeriodGrid.indexOf(slots, day);
        Slot cut = events.disposal().map(fact -> grid.at(fact.day(), 0)).orElse(first);
        slots = grid.through(day, 1);
        index = PeriodGrid.indexOf(slots, day);
        Timeline time = new Timeline(terms, inUse, grid, first, cut);
        tick = 0;
        for (int i = PeriodGrid.indexOf(slots, first.start()); i < index; i++) {
            tick = time.after(slots[i], slots[i].endExclusive(), tick);
        }
        progress.life = time.life();
        progress.lifeMonths = terms.lifeMonths();
        progress.residual = minor(terms.residual());
        progress.units = terms.units().map(Micros::of).orElse(0L);
        line = time;
        return time;
    }

    private void change(boolean overRest) {
        progress.change(tick, overRest);
        progress.renew(tick);
        renewedYear = LocalDate.MIN;
        yearAmount = NO_YEAR;
    }

    Schedule run() {
        while (true) {
            applyChanges(slots[index]);
            Slot slot = slots[index];
            Optional<AssetFact> disposal = events.disposal();
            boolean leaves = disposal.isPresent() && disposal.get().day().isBefore(slot.endExclusive());
            if (leaves) {
                last(slot, disposal.get());
                break;
            }
            row(slot, slot.endExclusive());
            if (done(slot)) {
                break;
            }
            index++;
            if (index + 12 >= slots.length) {
                // periods before the first one may come to be known meanwhile: found by the day
                slots = grid.through(slot.endExclusive(), 12);
                index = PeriodGrid.indexOf(slots, slot.endExclusive());
            }
        }
        return columns.schedule(history.id(), currency, method, line.endExclusive());
    }

    private boolean done(Slot slot) {
        boolean more = nextChange < events.changes.size() || events.lastBooked().isAfter(slot.start());
        if (method.byUse()) {
            more |= events.uses.anySatisfy(use -> !use.day().isBefore(slot.endExclusive()));
            return !more;
        }
        return progress.rest() <= 0 && !more;
    }

    private void applyChanges(Slot slot) {
        while (nextChange < events.changes.size()
                && events.changes.get(nextChange).day().isBefore(slot.endExclusive())) {
            apply(events.changes.get(nextChange++));
        }
    }

    private void apply(AssetFact fact) {
        AssetChange change = fact.change();
        Share.of(change).ifPresent(shares::add);
        ours |= fact.asset().equals(history.id());
        if (change instanceof Revalued revalued) {
            standAlone();
            progress.cost += Amounts.minor(revalued.change());
            change(true);
        } else if (change instanceof Impaired impaired) {
            standAlone();
            progress.writtenDown += Amounts.minor(impaired.loss());
            change(true);
        } else if (change instanceof Improved improved) {
            standAlone();
            progress.cost += Amounts.minor(improved.cost());
            take(terms.living(terms.lifeMonths() + improved.extraMonths()), fact.day());
        } else if (change instanceof TermsChanged changed) {
            standAlone();
            take(changed.terms(), fact.day());
        }
    }

    private void take(DepreciationTerms other, LocalDate day) {
        long residual = progress.residual;
        boolean sameResidual = other.residual().compareTo(terms.residual()) == 0;
        terms = other;
        method = method(other);
        rounding = other.rounding();
        grid = grids.apply(other, calendar);
        settle(grid.at(inUse, 0), day);
        progress.residual = sameResidual ? residual : progress.residual;
        change(true);
    }

    /** From here on the amounts are those of the part, not of the whole it was split from. */
    private void standAlone() {
        shares.forEach(share -> progress.share(share::of));
        shares.clear();
    }

    private long part(long whole) {
        long part = whole;
        for (Share share : shares) {
            part = share.of(part);
        }
        return part;
    }

    private void last(Slot slot, AssetFact disposal) {
        Disposed disposed = (Disposed) disposal.change();
        BookedRow booked = events.booked.get(slot.start());
        if (booked != null || disposed.timing() == DisposalTiming.THROUGH_DAY) {
            row(slot, disposal.day().plusDays(1));
        } else {
            columns.dropPlanned();
        }
    }

    private void row(Slot slot, LocalDate until) {
        long to = line.after(slot, until, tick);
        progress.year = line.year(slot);
        progress.period = line.period(slot);
        progress.used = used(slot);
        if (method.renewal() == Renewal.PERIOD
                || (method.renewal() == Renewal.YEAR && !slot.yearStart().equals(renewedYear))) {
            progress.renew(tick);
            renewedYear = slot.yearStart();
            method.renewed(progress);
        }
        if (rowRounding() == RowRounding.EACH_YEAR && yearAmount.to() <= tick && to > tick) {
            yearAmount = yearAmount(slot);
        }
        BookedRow booked = events.booked.isEmpty() ? null : events.booked.get(slot.start());
        long before = part(progress.writtenDown);
        Part exact = Part.all(0);
        if (booked != null && shares.isEmpty()) {
            progress.writtenDown += Amounts.minor(booked.amount());
        } else if (progress.rest() > 0 && to > tick) {
            exact = exact(to);
            progress.writtenDown += bounded(slot, to, exact);
            exact = rowRounding() == RowRounding.EACH_YEAR ? yearAmount.exact() : exact;
        }
        long amount = part(progress.writtenDown) - before;
        if (ours && (amount > 0 || booked != null)) {
            boolean ends = progress.rest() <= 0;
            LocalDate date = ends ? terms.lastRowDate().of(slot.lastDay(), line.endExclusive()) : slot.lastDay();
            date = date.isBefore(until) ? date : until.minusDays(1);
            columns.add(slot.start(), date, amount, part(progress.writtenDown), bookValue(), booked, exact);
        }
        progress.usedBefore += progress.used;
        tick = to;
    }

    private long bookValue() {
        return part(progress.cost) - part(progress.writtenDown);
    }

    private long used(Slot slot) {
        if (events.uses.isEmpty()) {
            return 0;
        }
        long used = 0;
        for (AssetFact fact : events.uses) {
            if (!fact.day().isBefore(slot.start()) && fact.day().isBefore(slot.endExclusive())) {
                used = Math.addExact(used, Micros.of(((Used) fact.change()).units()));
            }
        }
        return used;
    }

    private RowRounding rowRounding() {
        boolean alone = method.byUse() || method.renewal() == Renewal.PERIOD;
        return alone ? RowRounding.EACH_ROW : terms.rowRounding();
    }

    private Part exact(long to) {
        return switch (rowRounding()) {
            case EACH_ROW -> method.between(progress, tick, to);
            case CUMULATIVE -> method.between(progress, progress.baseTick, to);
            case EACH_YEAR ->
                new Part(yearAmount.minor(), Math.min(to, yearAmount.to()) - tick, yearAmount.to() - yearAmount.from());
        };
    }

    private YearAmount yearAmount(Slot slot) {
        long end = tick;
        for (int i = index; i < slots.length && slots[i].yearStart().equals(slot.yearStart()); i++) {
            end = line.after(slots[i], slots[i].endExclusive(), end);
        }
        Part exact = method.between(progress, tick, end);
        long amount = Math.min(round(exact), progress.rest());
        if (method.takesRest(progress, end, amount)) {
            amount = progress.rest();
            end = progress.life > tick ? Math.min(end, progress.life) : end;
        }
        return new YearAmount(amount, tick, end, progress.writtenDown, exact);
    }

    private long round(Part part) {
        return rounding.share(part.base(), part.numerator(), part.denominator(), currency);
    }

    private long bounded(Slot slot, long to, Part exact) {
        long amount = switch (rowRounding()) {
            case EACH_ROW -> round(exact);
            case CUMULATIVE -> round(exact) - (progress.writtenDown - progress.baseWritten);
            case EACH_YEAR -> {
                long left = yearAmount.minor() - (progress.writtenDown - yearAmount.writtenBefore());
                yield to >= yearAmount.to() ? left : Math.min(round(exact), left);
            }
        };
        amount = Math.max(0, Math.min(amount, progress.rest()));
        return method.takesRest(progress, to, amount) && isWhole(slot, to) ? progress.rest() : amount;
    }

    /** A row that a disposal cuts short takes the rest only when the life has ended. */
    private boolean isWhole(Slot slot, long to) {
        return events.disposal().isEmpty()
                || to >= progress.life
                || !events.disposal().get().day().isBefore(slot.endExclusive());
    }
}
