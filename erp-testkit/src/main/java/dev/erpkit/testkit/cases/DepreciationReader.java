package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.AssetChange.Impaired;
import dev.erpkit.accounting.asset.AssetChange.Improved;
import dev.erpkit.accounting.asset.AssetChange.Revalued;
import dev.erpkit.accounting.asset.AssetChange.TermsChanged;
import dev.erpkit.accounting.asset.AssetChange.Used;
import dev.erpkit.accounting.asset.AssetFact;
import dev.erpkit.accounting.asset.AssetHistory;
import dev.erpkit.accounting.asset.AssetValue;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.asset.DayCount;
import dev.erpkit.accounting.asset.Disposal;
import dev.erpkit.accounting.asset.DisposalKind;
import dev.erpkit.accounting.asset.DisposalTiming;
import dev.erpkit.accounting.asset.Schedule;
import dev.erpkit.accounting.asset.ScheduleRow;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** An asset through its life: scheduled, booked, written up or down, repaired, sold or scrapped. */
final class DepreciationReader {
    private static final String AMOUNT = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern BOOK =
            Pattern.compile("(?:book|depreciate|post) (\\w+)(?: more)? (?:months?|rows?|periods?|years?|quarters?)");
    private static final Pattern WRITE_UP =
            Pattern.compile("(?:write up|revalue|increase)(?: the value)? by " + AMOUNT + ".*");
    private static final Pattern WRITE_DOWN =
            Pattern.compile("(?:write down|decrease)(?: the value)? by " + AMOUNT + ".*");
    private static final Pattern REVALUE =
            Pattern.compile("(?:revalue|adjust(?: the value)?|write (?:up|down)) to " + AMOUNT + ".*");
    private static final Pattern IMPAIR = Pattern.compile("impair(?:ment)? (?:by|of) " + AMOUNT + ".*");
    private static final Pattern REPAIR =
            Pattern.compile("(?:capitali[sz]ed?|add) (?:a |the )?(?:repair|improvement|additions?) (?:of|by|for) "
                    + AMOUNT + "(?:.*?(\\d+) (?:more |extra )?months?)?.*");
    private static final Pattern LIFE = Pattern.compile(
            "(?:change|extend|shorten|revise|set) (?:the )?(?:useful )?life (?:to|from .* to) (\\d+) (months|years)?.*");
    private static final Pattern SELL =
            Pattern.compile("(?:sell|sold|sale|dispose)(?: it)?(?: on (\\d{4}-\\d{2}-\\d{2}))?(?: for| at) " + AMOUNT
                    + "(?: on (\\S+))?.*");
    private static final Pattern SCRAP =
            Pattern.compile("(?:close without proceeds|scrap|scrapped|retire|write off)(?: on (\\S+))?.*");
    private static final Pattern SCHEDULE = Pattern.compile(
            "(?:schedule|compute|calculate|depreciate|make|plan|straight line|declining|double|sum of|written|150|200|250|by |old |japan|units|declining|whole|round|fractions|units|jp-|memo|no prorata|daily|annual|yearly|monthly|quarterly|half).*");

    private final Case current;
    private final DepreciationSetup setup;
    private final Schedules schedules;
    private AssetHistory history;
    private Schedule planned;
    private Optional<Disposal> disposal = Optional.empty();
    private int facts;

    private DepreciationReader(Case current) {
        this.current = current;
        this.setup = new DepreciationSetup(current);
        this.schedules = setup.schedules();
        this.history = setup.history(setup.method());
        this.planned = schedule();
    }

    static void run(Case current) {
        try {
            new DepreciationReader(current).run();
        } catch (ArithmeticException | IllegalArgumentException | IndexOutOfBoundsException otherShape) {
            throw new UnsupportedCaseException(String.valueOf(otherShape.getMessage()));
        }
    }

    private Schedule schedule() {
        return schedules.of(history, DepreciationSetup.BOOK);
    }

    private void run() {
        for (String name : new String[] {"used", "usage", "hours", "units_used", "production", "units_per_year"}) {
            current.given().find(name).filter(Field::isList).ifPresent(used -> use(used.elements()));
        }
        setup.number("booked_months", "booked_rows").ifPresent(rows -> book(rows.intValueExact()));
        current.when().forEach(this::step);
        setup.number("new_cost")
                .ifPresent(cost ->
                        current.differences().number(current.given().at("new_cost"), cost(value(LocalDate.MAX))));
        if (disposal.isEmpty()) {
            planned = schedule();
        }
        new DepreciationChecks(current, setup, planned, history, disposal).check();
    }

    private BigDecimal cost(AssetValue value) {
        return disposal.map(Disposal::cost).map(Amounts::decimal).orElseGet(() -> Amounts.decimal(value.cost()));
    }

    private AssetValue value(LocalDate day) {
        return AssetValue.asOf(history, DepreciationSetup.BOOK, day);
    }

    /** What was used in each period. */
    private void use(ImmutableList<Field> used) {
        LocalDate day = history.acquisition().day();
        for (Field units : used) {
            change(day, new Used(units.decimal()));
            day = schedules.grid(setup.terms(setup.method())).lastDayOf(day).plusDays(1);
        }
    }

    private void change(LocalDate day, dev.erpkit.accounting.asset.AssetChange change) {
        history = history.with(DepreciationSetup.fact("fact-" + facts++, day, change));
    }

    private void step(String text) {
        for (String part : text.split("; ")) {
            one(part.trim());
        }
    }

    private void one(String text) {
        Matcher book = BOOK.matcher(text);
        Matcher up = WRITE_UP.matcher(text);
        Matcher down = WRITE_DOWN.matcher(text);
        Matcher to = REVALUE.matcher(text);
        Matcher impaired = IMPAIR.matcher(text);
        Matcher repair = REPAIR.matcher(text);
        Matcher sell = SELL.matcher(text);
        Matcher scrap = SCRAP.matcher(text);
        if (book.matches()) {
            book(NumberWords.count(book.group(1)));
        } else if (up.matches()) {
            change(next(), new Revalued(DepreciationSetup.BOOK, money(up.group(1))));
        } else if (down.matches()) {
            change(next(), new Impaired(DepreciationSetup.BOOK, money(down.group(1))));
        } else if (to.matches()) {
            MonetaryAmount change =
                    money(to.group(1)).subtract(value(LocalDate.MAX).bookValue());
            change(next(), new Revalued(DepreciationSetup.BOOK, change));
        } else if (impaired.matches()) {
            change(next(), new Impaired(DepreciationSetup.BOOK, money(impaired.group(1))));
        } else if (repair.matches()) {
            int months = repair.group(2) == null ? 0 : Integer.parseInt(repair.group(2));
            change(next(), new Improved(money(repair.group(1)), months));
        } else if (LIFE.matcher(text).matches()) {
            Matcher life = LIFE.matcher(text);
            life.matches();
            int months = Integer.parseInt(life.group(1)) * ("years".equals(life.group(2)) ? 12 : 1);
            change(
                    next(),
                    new TermsChanged(
                            DepreciationSetup.BOOK, setup.terms(setup.method()).living(months)));
        } else if (sell.matches()) {
            dispose(DisposalKind.SOLD, money(sell.group(2)), sell.group(1) == null ? sell.group(3) : sell.group(1));
        } else if (scrap.matches()) {
            dispose(DisposalKind.SCRAPPED, Amounts.zero(setup.currency()), scrap.group(1));
        } else if (!SCHEDULE.matcher(text).matches()) {
            throw new UnsupportedCaseException("step: " + text);
        }
    }

    private MonetaryAmount money(String number) {
        return CaseCurrencies.amount(new BigDecimal(number), setup.currency());
    }

    /** The first day behind what is booked. */
    private LocalDate next() {
        ImmutableList<BookedRow> rows = history.rows(DepreciationSetup.BOOK);
        if (rows.notEmpty()) {
            return schedules
                    .grid(setup.terms(setup.method()))
                    .lastDayOf(rows.getLast().periodStart())
                    .plusDays(1);
        }
        return schedule().size() == 0
                ? history.acquisition().day()
                : schedule().row(0).date();
    }

    private void book(int rows) {
        for (int i = 0; i < rows; i++) {
            ScheduleRow row = schedule().rows().detect(r -> !r.booked());
            if (row == null) {
                throw new UnsupportedCaseException("no more rows to book");
            }
            book(row);
        }
    }

    private void book(ScheduleRow row) {
        history = history.with(new BookedRow(
                history.id(), DepreciationSetup.BOOK, row.periodStart(), row.date(), row.amount(), Instant.EPOCH));
    }

    private void dispose(DisposalKind kind, MonetaryAmount proceeds, @org.jspecify.annotations.Nullable String on) {
        planned = schedule();
        LocalDate day = on == null
                ? history.rows(DepreciationSetup.BOOK)
                        .getLastOptional()
                        .map(BookedRow::date)
                        .orElse(history.acquisition().day())
                : LocalDate.parse(on);
        DisposalTiming timing = on == null ? DisposalTiming.LAST_BOOKED : DisposalTiming.THROUGH_DAY;
        AssetFact fact = DepreciationSetup.fact("disposal", day, new Disposed(kind, proceeds, timing));
        AssetHistory before = history;
        history = history.with(fact);
        if (on != null) {
            for (ScheduleRow row : schedule().rows().reject(ScheduleRow::booked)) {
                book(row);
                before = before.with(history.rows().getLast());
            }
            planned = schedule();
        }
        disposal = Optional.of(Disposal.of(before, fact, DepreciationSetup.BOOK));
    }

    /** Days between dates as a day count has them. */
    static void dayCount(Case current) {
        current.requireGiven("ranges");
        String step = current.onlyStep("(?i)days").toLowerCase(java.util.Locale.ROOT);
        DayCount count = step.contains("29 february") || step.contains("leap")
                ? DayCount.NO_LEAP_DAY
                : step.contains("30/360") || step.contains("30 days") ? DayCount.THIRTY_360 : DayCount.ACTUAL;
        ImmutableList<Field> ranges = current.given().at("ranges").elements();
        ImmutableList<Field> days = current.expect().at("days").elements();
        current.differences().same(current.expect().at("days"), ranges.size(), days.size());
        for (int i = 0; i < Math.min(ranges.size(), days.size()); i++) {
            ImmutableList<Field> range = Lists.immutable.withAll(ranges.get(i).elements());
            current.differences()
                    .number(
                            days.get(i),
                            count.days(range.get(0).date(), range.get(1).date()));
        }
    }
}
