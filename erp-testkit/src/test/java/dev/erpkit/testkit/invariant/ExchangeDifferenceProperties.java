package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.model.ReferenceLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 25 to 29 over the life of one claim in dollars: invoiced, revalued and paid in parts at changing rates. */
class ExchangeDifferenceProperties {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final ExchangeAccounts EXCHANGE =
            ExchangeAccounts.of("4900", "5900").trading("1900");
    private static final RoundingPolicy HALF_EVEN = RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN);

    /**
     * A month of the claim's life.
     *
     * @param rate yen for a dollar
     * @param paid what is paid of the rest, in percent
     * @param revalue whether the month ends with a revaluation
     */
    record Month(BigDecimal rate, int paid, boolean revalue) {}

    @Provide
    Arbitrary<List<Month>> lives() {
        Arbitrary<BigDecimal> rate =
                Arbitraries.integers().between(8_000, 20_000).map(r -> BigDecimal.valueOf(r, 2));
        return Combinators.combine(rate, Arbitraries.of(0, 10, 33, 50), Arbitraries.of(true, false))
                .as(Month::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property(tries = 60)
    void gains_and_losses_are_what_came_in_less_what_was_claimed(
            @ForAll("lives") List<Month> life, @ForAll("cents") long cents) {
        Claim claim = new Claim(cents);
        for (int i = 0; i < life.size(); i++) {
            claim.live(i, life.get(i));
        }
        claim.live(life.size(), new Month(new BigDecimal("123.45"), 100, true));
        LocalDate end = START.plusYears(2);
        long difference = claim.balance("4900", end) + claim.balance("5900", end);
        assertThat(-difference).isEqualTo(claim.received - claim.claimed);
        assertThat(claim.balance("1100", end)).isZero();
        assertThat(claim.books.index().amount(BookId.MAIN, AccountId.of("1100"), USD, end))
                .isZero();
        claim.check(end);
    }

    @Provide
    Arbitrary<Long> cents() {
        return Arbitraries.longs().between(1, 10_000_000);
    }

    /** A claim that is paid whole in parts gives one difference, in whatever order the parts are matched. */
    @Property(tries = 30)
    void the_difference_of_a_settled_claim_does_not_depend_on_the_order_of_its_matches(
            @ForAll("cents") long cents, @ForAll("lives") List<Month> life, @ForAll long seed) {
        assertThat(settled(cents, life, new Random(seed))).isEqualTo(settled(cents, life, new Random(seed + 1)));
    }

    private static long settled(long cents, List<Month> life, Random random) {
        Claim claim = new Claim(cents);
        MutableList<String> payments = Lists.mutable.empty();
        LocalDate last = START.plusMonths(life.size() + 1L);
        long left = cents;
        for (int i = 0; i <= life.size() && left > 0; i++) {
            LocalDate day = START.plusMonths(i);
            claim.rate(day, i < life.size() ? life.get(i).rate() : new BigDecimal("99.99"));
            long paid = i < life.size() ? (left + 1) / 2 : left;
            claim.post("p" + i, day, "1010", "1100", Amounts.ofMinor(paid, USD));
            payments.add("p" + i);
            left -= paid;
        }
        payments.shuffleThis(random).forEach(payment -> claim.match("m-" + payment, last, payment));
        claim.check(last);
        assertThat(claim.balance("1100", last)).isZero();
        return claim.balance("4900", last) + claim.balance("5900", last);
    }

    private static final class Claim {
        final MemoryHarness harness = new MemoryHarness();
        final KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(
                        new Book(BookId.MAIN, JPY, FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR))),
                Lists.immutable.empty(),
                PostingPolicy.standard(),
                new KitClock(Instant.EPOCH));
        final long claimed;
        long received;

        Claim(long cents) {
            books.books().open(ChartArbitraries.small());
            rate(START, new BigDecimal("150.00"));
            MonetaryAmount amount = Amounts.ofMinor(cents, USD);
            claimed = Amounts.minor(post("invoice", START, "1100", "4000", amount));
        }

        private void rate(LocalDate day, BigDecimal rate) {
            harness.record(ExchangeRate.of(USD, JPY, rate, RateType.SPOT, day));
            harness.record(ExchangeRate.of(USD, JPY, rate, RateType.CLOSING, day));
        }

        /** Posts an amount on one account against another at the rate of the day; gives what it is worth. */
        private MonetaryAmount post(String id, LocalDate day, String debit, String credit, MonetaryAmount amount) {
            MonetaryAmount worth = harness.rates()
                    .convert(amount, JPY, RateType.SPOT, day, HALF_EVEN)
                    .orElseThrow();
            MonetaryAmount base = worth.isZero() ? Amounts.ofMinor(1, JPY) : worth;
            JournalEntry.Builder entry = JournalEntry.builder().id(id).date(day);
            entry.add(line(debit, amount, base)).add(line(credit, amount.negate(), base.negate()));
            books.books().post(entry.build(), KitBooks.CLERK).orElseThrow();
            return base;
        }

        private static JournalLine line(String account, MonetaryAmount amount, MonetaryAmount base) {
            JournalLine.Builder line = JournalLine.builder();
            line.account(account).amount(amount).base(base);
            return account.equals("1100") ? line.party(PartyId.of("C1")).build() : line.build();
        }

        void live(int month, Month what) {
            LocalDate day = START.plusMonths(month).plusDays(14);
            rate(day, what.rate());
            long open = harness.openItems()
                    .find(ItemId.of("invoice", 0))
                    .orElseThrow()
                    .residual()
                    .amountMinor();
            long paid = open * what.paid() / 100;
            if (paid > 0) {
                received += Amounts.minor(post("payment-" + month, day, "1010", "1100", Amounts.ofMinor(paid, USD)));
                match("match-" + month, day, "payment-" + month);
            }
            if (what.revalue()) {
                revalue(month, day.withDayOfMonth(day.lengthOfMonth()));
            }
            check(day);
        }

        void match(String id, LocalDate day, String payment) {
            MatchRequest.Builder request = MatchRequest.builder();
            request.id(id).date(day);
            request.item(ItemId.of("invoice", 0)).item(ItemId.of(payment, 1));
            MatchingPolicy.Builder policy = MatchingPolicy.builder();
            policy.accounts(EXCHANGE);
            books.matching()
                    .match(request.build(), policy.build(), KitBooks.CLERK)
                    .orElseThrow();
        }

        private void revalue(int month, LocalDate day) {
            RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
            policy.baseCurrency(JPY).unrealised(EXCHANGE).realised(EXCHANGE);
            long foreign = books.index().amount(BookId.MAIN, AccountId.of("1100"), USD, day);
            books.revaluation()
                    .revalue(
                            EntryId.of("revaluation-" + month),
                            BookId.MAIN,
                            day,
                            Lists.immutable.of(
                                    books.chart().find(AccountId.of("1100")).orElseThrow()),
                            policy.build(),
                            KitBooks.CLERK)
                    .orElseThrow();
            assertThat(books.index().amount(BookId.MAIN, AccountId.of("1100"), USD, day))
                    .isEqualTo(foreign);
        }

        long balance(String account, LocalDate day) {
            return books.index().base(BookId.MAIN, AccountId.of(account), day);
        }

        void check(LocalDate day) {
            ReferenceLedger ledger = new ReferenceLedger(books.journal());
            var items = OpenItemInvariants.items(harness.openItems());
            assertThat(OpenItemInvariants.residualsStayInside(items)).isEmpty();
            assertThat(OpenItemInvariants.residualsKeepTheirRate(items)).isEmpty();
            assertThat(OpenItemInvariants.controlAccountsAgree(items, ledger, Lists.immutable.of(day)))
                    .isEmpty();
            assertThat(OpenItemInvariants.matchesConsumeEqually(
                            OpenItemInvariants.matches(harness.openItems()), ledger))
                    .isEmpty();
        }
    }
}
