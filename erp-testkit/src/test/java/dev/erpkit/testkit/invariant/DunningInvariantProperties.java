package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.dunning.DayCount;
import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningFee;
import dev.erpkit.accounting.dunning.DunningLevel;
import dev.erpkit.accounting.dunning.DunningProcedure;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.accounting.dunning.DunningRules;
import dev.erpkit.accounting.dunning.DunningScope;
import dev.erpkit.accounting.dunning.DunningService;
import dev.erpkit.accounting.dunning.FeePer;
import dev.erpkit.accounting.dunning.LateInterest;
import dev.erpkit.accounting.dunning.LevelStep;
import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.Ageing;
import dev.erpkit.accounting.openitem.AgeingBasis;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.Digest;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Invariants 32 and 34 over the lives of a few invoices: issued, paid in parts, opened again, blocked and dunned. */
class DunningInvariantProperties {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final AgeingBuckets BUCKETS = AgeingBuckets.of(0, 10, 30);

    enum Act {
        INVOICE,
        PAY,
        UNDO,
        BLOCK,
        UNBLOCK,
        RUN,
        SEND,
        WITHDRAW
    }

    /** Something that happens some days later to one of three parties. */
    record Step(Act act, int days, int party, int share) {}

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Act> act = Arbitraries.frequency(
                Tuple.of(4, Act.RUN),
                Tuple.of(4, Act.SEND),
                Tuple.of(3, Act.INVOICE),
                Tuple.of(2, Act.PAY),
                Tuple.of(1, Act.UNDO),
                Tuple.of(1, Act.BLOCK),
                Tuple.of(1, Act.UNBLOCK),
                Tuple.of(1, Act.WITHDRAW));
        return Combinators.combine(
                        act,
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(30, 70, 100, 100))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @Property(tries = 60)
    void dunning_keeps_its_rules_whatever_happens(
            @ForAll("lives") List<Step> life, @ForAll LevelStep step, @ForAll FeePer per) {
        Life books = new Life(step, per);
        for (Step one : life) {
            books.live(one);
        }
        ImmutableList<DunningRecord> records = DunningInvariants.records(books.log);
        assertThat(DunningInvariants.levelsNeverFall(records)).isEmpty();
        assertThat(DunningInvariants.oneAtATime(records)).isEmpty();
        assertThat(DunningInvariants.onlyOpenDueAndFree(records, books.items())).isEmpty();
        for (AgeingBasis basis : AgeingBasis.values()) {
            assertThat(AgeingInvariants.bucketsSumToOpen(books.items(), books.today, BUCKETS, basis))
                    .isEmpty();
        }
        assertThat(books.ageingOf(books.remembered)).isEqualTo(books.ageing);
    }

    /** Broken records are seen: the finders can fail. */
    @Test
    void what_breaks_the_rules_is_found() {
        Life books = new Life(LevelStep.ONE_BY_ONE, FeePer.ITEM);
        books.live(new Step(Act.INVOICE, 0, 0, 100));
        books.today = books.today.plusDays(20);
        DunningProposal proposal =
                books.dunning.preview(books.today).proposals().getOnly();
        DunningRecord draft = record(1, books.today, new Drafted(proposal));
        ImmutableList<DunningRecord> twice = Lists.immutable.of(draft, record(2, books.today, new Drafted(proposal)));
        assertThat(DunningInvariants.oneAtATime(twice)).hasSize(1);
        ImmutableList<DunningRecord> again = Lists.immutable.of(
                draft,
                record(2, books.today, new Sent(proposal.item())),
                record(3, books.today, new Drafted(proposal)));
        assertThat(DunningInvariants.levelsNeverFall(again)).hasSize(1);
        assertThat(DunningInvariants.onlyOpenDueAndFree(Lists.immutable.of(draft), books.items()))
                .isEmpty();
        DunningRecord blocked = record(
                1, books.today, new Blocked(new DunningScope.OfItem(proposal.item()), Optional.empty(), "disputed"));
        assertThat(DunningInvariants.onlyOpenDueAndFree(Lists.immutable.of(blocked, draft), books.items()))
                .hasSize(1);
        DunningProposal.Builder early = DunningProposal.builder();
        DunningRecord notDue =
                record(1, START, new Drafted(early.from(proposal).day(START).build()));
        assertThat(DunningInvariants.onlyOpenDueAndFree(Lists.immutable.of(notDue), books.items()))
                .hasSize(1);
    }

    private static DunningRecord record(long sequence, LocalDate day, DunningChange change) {
        return new DunningRecord(
                sequence,
                IdempotencyKey.of("k" + sequence),
                Digest.ZERO,
                day,
                Instant.parse("2030-01-01T00:00:00Z"),
                KitBooks.CLERK,
                Lists.immutable.of(change));
    }

    /** Books in which all that happens. */
    private static final class Life {
        private final MemoryHarness harness = new MemoryHarness();
        private final KitClock clock = new KitClock(Instant.parse("2026-01-01T00:00:00Z"));
        private final KitBooks books;
        private final MemoryDunningLog log = new MemoryDunningLog((MemoryUnitOfWork) harness.unitOfWork());
        private final DunningService dunning;
        private LocalDate today = START;
        private LocalDate remembered = START;
        private ImmutableList<AgeingRow> ageing = Lists.immutable.empty();
        private int commands;

        Life(LevelStep step, FeePer per) {
            books = KitBooks.over(
                    harness,
                    Lists.immutable.of(new Book(
                            BookId.MAIN,
                            Amounts.currency("EUR"),
                            FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR))),
                    Lists.immutable.empty(),
                    PostingPolicy.standard(),
                    clock);
            books.books()
                    .open(Account.builder()
                            .id("1200")
                            .name("Receivables")
                            .accountClass(AccountClass.ASSET)
                            .control(ControlKind.RECEIVABLE)
                            .build());
            books.books().open(Account.of("4000", "Sales", AccountClass.INCOME));
            DunningProcedure procedure = procedure(step, per);
            dunning = new DunningService(
                    BookId.MAIN,
                    log,
                    harness.openItems(),
                    books.books()
                            .events(new PostingRules(
                                    Lists.immutable.of(DunningRules.rule("1200", "4000", "4000")),
                                    Translation.atSpot())),
                    party -> Optional.of(procedure),
                    harness.unitOfWork(),
                    AccessPolicy.allowAll(),
                    clock);
        }

        private static DunningProcedure procedure(LevelStep step, FeePer per) {
            DunningFee fee = new DunningFee.Fixed(Amounts.of("5", "EUR"));
            LateInterest interest = LateInterest.of("8", DayCount.ACTUAL_365);
            return DunningProcedure.builder()
                    .id("p")
                    .add(DunningLevel.after(0, "a"))
                    .add(DunningLevel.builder()
                            .overdueDays(5)
                            .daysSinceLast(3)
                            .textKey("b")
                            .fee(fee)
                            .interest(interest)
                            .build())
                    .add(DunningLevel.builder()
                            .overdueDays(15)
                            .textKey("c")
                            .minimum(Amounts.of("50", "EUR"))
                            .fee(new DunningFee.Percent(new BigDecimal("2.5")))
                            .interest(interest)
                            .build())
                    .step(step)
                    .feePer(per)
                    .build();
        }

        private OpenItemLog items() {
            return harness.openItems();
        }

        ImmutableList<AgeingRow> ageingOf(LocalDate day) {
            return Ageing.of(items(), OpenItemQuery.all(), day, BUCKETS, AgeingBasis.DUE_DATE);
        }

        private IdempotencyKey key() {
            return IdempotencyKey.of("command-" + ++commands);
        }

        void live(Step step) {
            // what was known at a run is told by instants: two commands in one could not be told apart
            clock.advance(Duration.ofSeconds(1));
            if (step.days() > 0) {
                remembered = today;
                ageing = ageingOf(today);
            }
            today = today.plusDays(step.days());
            PartyId party = PartyId.of("C-" + step.party());
            switch (step.act()) {
                case INVOICE ->
                    post(
                            "invoice-" + ++commands,
                            party,
                            1_000L * step.share() + commands,
                            today.plusDays(step.share() / 10));
                case PAY -> pay(party, step.share());
                case UNDO -> undo(party);
                case BLOCK ->
                    dunning.block(
                                    key(),
                                    new Blocked(
                                            new DunningScope.OfParty(party),
                                            Optional.of(today.plusDays(step.share() / 10)),
                                            "asked to wait"),
                                    today,
                                    KitBooks.CLERK)
                            .orElseThrow();
                case UNBLOCK -> dunning.unblock(key(), new DunningScope.OfParty(party), today, KitBooks.CLERK);
                case RUN -> dunning.run(key(), today, KitBooks.CLERK).orElseThrow();
                case SEND -> send(party);
                case WITHDRAW ->
                    dunning.state()
                            .drafts()
                            .getFirstOptional()
                            .ifPresent(draft -> dunning.withdraw(key(), draft.item(), today, KitBooks.CLERK)
                                    .orElseThrow());
            }
        }

        private void send(PartyId party) {
            ImmutableList<ItemId> drafts = dunning.state()
                    .drafts()
                    .select(draft -> draft.party().equals(party))
                    .collect(DunningProposal::item);
            // refused when something was paid or blocked since the run
            dunning.send(key(), drafts, today, KitBooks.CLERK);
        }

        private ItemId post(String id, PartyId party, long minor, LocalDate due) {
            JournalEntry.Builder entry = JournalEntry.builder();
            entry.id(id).date(today);
            entry.add(JournalLine.builder()
                    .account("1200")
                    .amount(Amounts.ofMinor(minor, Amounts.currency("EUR")))
                    .base(Amounts.ofMinor(minor, Amounts.currency("EUR")))
                    .party(party)
                    .dueDate(due)
                    .build());
            books.posting()
                    .post(
                            entry.credit("4000", Amounts.ofMinor(minor, Amounts.currency("EUR")))
                                    .build(),
                            KitBooks.CLERK)
                    .orElseThrow();
            return ItemId.of(id, 0);
        }

        private void pay(PartyId party, int share) {
            OpenItemInvariants.items(items())
                    .detectOptional(h -> h.item().party().equals(party)
                            && h.residual().amountMinor() > 0
                            && !h.item().date().isAfter(today))
                    .ifPresent(history -> {
                        long paid = Math.max(1, history.residual().amountMinor() * share / 100);
                        ItemId receipt = post("receipt-" + ++commands, party, -paid, today);
                        MatchRequest.Builder request = MatchRequest.builder();
                        request.id("match-" + commands).date(today);
                        request.item(history.item().id()).item(receipt);
                        MatchingPolicy.Builder policy = MatchingPolicy.builder();
                        policy.accounts(ExchangeAccounts.of("4000", "4000"));
                        books.matching()
                                .match(request.build(), policy.build(), KitBooks.CLERK)
                                .orElseThrow();
                    });
        }

        private void undo(PartyId party) {
            ImmutableList<MatchId> matches = OpenItemInvariants.items(items())
                    .select(h -> h.item().party().equals(party))
                    .flatCollect(h -> h.matches());
            matches.getLastOptional()
                    .ifPresent(match -> books.matching()
                            .undo(MatchId.of("undo-" + ++commands), match, today, KitBooks.CLERK)
                            .orElseThrow());
        }
    }
}
