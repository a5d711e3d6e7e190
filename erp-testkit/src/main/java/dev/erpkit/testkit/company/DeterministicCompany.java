package dev.erpkit.testkit.company;

import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.BooksHarness;
import dev.erpkit.testkit.invariant.Finding;
import dev.erpkit.testkit.invariant.PeriodInvariants;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * A trading company that lives from one seed. It sells and buys on credit in yen and dollars, pays and is paid in part and
 * in whole, books late, reverses, reserves, sends commands twice, restarts, revalues and locks each month, closes each year
 * and sometimes opens it again.
 *
 * <pre>{@code
 * CompanyRun run = new DeterministicCompany(CompanySettings.of(42), new MemoryHarness()).run();
 * }</pre>
 */
public final class DeterministicCompany {
    private final CompanySettings settings;
    private final BooksHarness harness;
    private final Random random;
    private final CompanyActions actions;
    private final CompanyChecks checks;
    private final KitClock clock;
    private final MutableList<Command> sent = Lists.mutable.empty();
    private final MutableSortedMap<String, Integer> outcomes = SortedMaps.mutable.empty();
    private KitBooks books;
    private LocalDate today;
    private BigDecimal dollar = new BigDecimal("150.00");
    private long step;

    /**
     * A company over the stores of a harness that holds no books yet.
     *
     * @param settings what it does
     * @param harness where it keeps its books
     */
    public DeterministicCompany(CompanySettings settings, BooksHarness harness) {
        this.settings = settings;
        this.harness = harness;
        this.random = new Random(settings.seed());
        this.actions = new CompanyActions(random);
        this.checks = new CompanyChecks(harness);
        this.today = settings.start();
        this.clock = new KitClock(today.atStartOfDay(ZoneOffset.UTC).toInstant());
        this.books = CompanyBooks.over(harness, clock);
    }

    /**
     * Lives through all months.
     *
     * @throws SimulationFailure when an invariant breaks, with the seed
     */
    public CompanyRun run() {
        for (int month = 0; month < settings.months(); month++) {
            LocalDate first = settings.start().plusMonths(month);
            recordRate(first);
            daily(first);
            monthEnd(first.plusMonths(1).minusDays(1));
        }
        checkEverything();
        return new CompanyRun(step, outcomes.toImmutable(), harness.journal().lastPosition(), CompanyDigest.of(books));
    }

    private void recordRate(LocalDate date) {
        dollar = dollar.add(BigDecimal.valueOf(random.nextInt(801) - 400, 2)).max(new BigDecimal("80.00"));
        for (RateType type : new RateType[] {RateType.SPOT, RateType.CLOSING}) {
            harness.record(ExchangeRate.of(CompanyBooks.USD, CompanyBooks.JPY, dollar, type, date.minusDays(60)));
            harness.record(ExchangeRate.of(CompanyBooks.USD, CompanyBooks.JPY, dollar, type, date));
        }
    }

    private void daily(LocalDate first) {
        int length = first.lengthOfMonth();
        for (int i = 0; i < settings.commandsPerMonth(); i++) {
            goTo(first.plusDays((long) i * length / settings.commandsPerMonth()));
            Command command = actions.next(books, today);
            sent.add(command);
            send(command);
            if (random.nextInt(6) == 0) {
                sendAgain(sent.get(sent.size() - 1 - random.nextInt(Math.min(sent.size(), 200))));
            }
            if (random.nextInt(50) == 0) {
                books = CompanyBooks.over(harness, clock);
                outcomes.merge("restart", 1, Integer::sum);
            }
        }
    }

    private void goTo(LocalDate day) {
        Duration ahead = Duration.between(
                clock.instant(), day.atStartOfDay(ZoneOffset.UTC).toInstant());
        clock.advance(ahead.isNegative() ? Duration.ofSeconds(1) : ahead.plusSeconds(1));
        today = day;
    }

    private Outcome<?> send(Command command) {
        CompanyChecks.Size before = checks.size();
        Outcome<?> outcome = apply(command);
        String ended = outcome.refusal().map(r -> r.code().value()).orElse("accepted");
        outcomes.merge(command.kind() + " " + ended, 1, Integer::sum);
        if (!outcome.isAccepted() && command.whole() && !checks.size().equals(before)) {
            throw fail("refused " + command.kind() + " changed the books");
        }
        if (command.kind().equals("broken") && outcome.isAccepted()) {
            throw fail("a broken entry was accepted");
        }
        report(checks.recent(books));
        step++;
        if (step % settings.fullCheckEvery() == 0) {
            checkEverything();
        }
        return outcome;
    }

    private Outcome<?> apply(Command command) {
        try {
            return command.send().apply(books);
        } catch (RuntimeException broken) {
            throw new SimulationFailure(settings, step, command.kind() + " threw " + broken, broken);
        }
    }

    /** A command that is delivered again either does nothing more, or is refused again and changes nothing. */
    private void sendAgain(Command command) {
        Outcome<?> first = send(command);
        CompanyChecks.Size before = checks.size();
        Outcome<?> again = send(new Command("again", command.whole(), command.send()));
        if (!checks.size().equals(before) || !value(again).equals(value(first))) {
            throw fail("a repeated " + command.kind() + " had a second effect: " + again);
        }
    }

    private static Object value(Outcome<?> outcome) {
        return outcome instanceof Outcome.Accepted<?> accepted ? accepted.value() : outcome;
    }

    private void monthEnd(LocalDate last) {
        goTo(last);
        EntryId id = EntryId.of("revaluation-" + last);
        Command revaluation = new Command(
                "revaluation",
                b -> b.revaluation()
                        .revalue(
                                id,
                                BookId.MAIN,
                                last,
                                CompanyBooks.monetary(b),
                                CompanyBooks.revaluation(),
                                KitBooks.CLERK));
        send(revaluation);
        sendAgain(revaluation);
        LockScope scope = random.nextInt(5) == 0 ? LockScope.of("sales") : LockScope.ALL;
        LocalDate through = last.minusMonths(1).withDayOfMonth(1).plusMonths(1).minusDays(1);
        send(new Command("lock", b -> b.periods().lock(BookId.MAIN, scope, through, KitBooks.CLERK)));
        if (random.nextInt(6) == 0) {
            send(new Command(
                    "unlock", b -> b.periods().unlock(BookId.MAIN, scope, through, "late bill", KitBooks.CLERK)));
        }
        yearEnd(last);
    }

    /** A year is closed two months after its end, and one time in two opened and closed again. */
    private void yearEnd(LocalDate monthEnd) {
        FiscalYear year = CompanyBooks.CALENDAR.yearOf(monthEnd.minusMonths(2));
        if (!year.range()
                .lastDay()
                .equals(monthEnd.minusMonths(2).withDayOfMonth(1).plusMonths(1).minusDays(1))) {
            return;
        }
        ReferenceLedger before = ledger();
        close(year);
        report(PeriodInvariants.closeMovesTheResult(
                before,
                ledger(),
                books.chart(),
                BookId.MAIN,
                books.periods().current().closedYears(BookId.MAIN).getLast()));
        if (random.nextBoolean()) {
            send(new Command("reopen", b -> b.yearEnd().reopen(BookId.MAIN, year.name(), "late bill", KitBooks.CLERK)));
            report(PeriodInvariants.reopeningRestores(
                    before, ledger(), Lists.immutable.of(monthEnd, year.range().lastDay())));
            close(year);
        }
        checkEverything();
    }

    private ReferenceLedger ledger() {
        return new ReferenceLedger(Journals.of(harness.journal()));
    }

    private void close(FiscalYear year) {
        Outcome<?> closed = send(new Command(
                "close", b -> b.yearEnd().close(BookId.MAIN, year, ClosePolicy.standard(), KitBooks.CLERK)));
        if (!closed.isAccepted()) {
            throw fail("the year was not closed: " + closed);
        }
    }

    private void checkEverything() {
        report(checks.everything(books, today));
    }

    private void report(ImmutableList<Finding> found) {
        if (found.notEmpty()) {
            throw fail(found.take(5).makeString("; "));
        }
    }

    private SimulationFailure fail(String what) {
        return new SimulationFailure(settings, step, what, null);
    }
}
