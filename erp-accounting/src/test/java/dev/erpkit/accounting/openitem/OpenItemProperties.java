package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.JPY;
import static dev.erpkit.accounting.openitem.ItemBooks.KWD;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.RevaluationPolicy;
import dev.erpkit.accounting.currency.RevaluationService;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 25 to 28 and 32 of open items over random histories. */
class OpenItemProperties {
    private static final ImmutableList<CurrencyUnit> CURRENCIES = Lists.immutable.of(USD, JPY, KWD, EUR);

    /** One step of a history; what the numbers mean depends on the kind. */
    private record Step(int kind, int day, int a, int b, long amount, long base) {}

    /** Books that take steps, in several currencies over two months; whatever is refused must change nothing. */
    private static final class History {
        final ItemBooks books = new ItemBooks(EUR);
        final MutableList<ItemId> items = Lists.mutable.empty();
        final MutableList<MatchId> matches = Lists.mutable.empty();
        final RevaluationService revaluation =
                new RevaluationService(books.journal, books::post, books.rates, books.unitOfWork, books::book);
        int steps;

        History(List<Step> history) {
            CURRENCIES.reject(EUR::equals).forEach(currency -> {
                for (RateType type : List.of(RateType.SPOT, RateType.CLOSING)) {
                    books.rates.record(ExchangeRate.of(currency, EUR, new BigDecimal("0.37"), type, DAY.minusDays(1)));
                    books.rates.record(ExchangeRate.of(currency, EUR, new BigDecimal("0.41"), type, DAY.plusDays(20)));
                }
            });
            history.forEach(this::take);
        }

        private void take(Step step) {
            LocalDate day = DAY.plusDays(step.day());
            String id = "step-" + steps++;
            switch (step.kind()) {
                case 0, 1, 2, 3 -> match(id, day, step);
                case 4 -> undo(id, day, step);
                case 5 -> revalue(id, day, step);
                case 6 -> reverse(id, day, step);
                default -> item(id, day, step);
            }
        }

        private void item(String id, LocalDate day, Step step) {
            CurrencyUnit currency = CURRENCIES.get(step.a());
            long amount = step.b() % 2 == 0 ? step.amount() : -step.amount();
            long base = Long.signum(amount) * step.base();
            String party = step.b() % 3 == 0 ? "other" : "customer";
            items.add(books.item(id, "receivable", party, day, currency, amount, currency.equals(EUR) ? amount : base));
        }

        private void match(String id, LocalDate day, Step step) {
            if (items.isEmpty()) {
                return;
            }
            OpenItem first = item(step.amount());
            boolean cross = step.b() % 4 == 0;
            MutableList<ItemId> chosen = items.select(i -> {
                OpenItem other = books.log.find(i).orElseThrow().item();
                return other.party().equals(first.party())
                        && (cross || other.currency().equals(first.currency()))
                        && (step.base() % 5 == 0
                                || (!other.date().isAfter(day) && books.open(i).open()));
            });
            boolean creditFirst = step.a() % 2 == 0;
            chosen.sortThisBy(i -> books.log.find(i).orElseThrow().item().amountMinor() > 0 == creditFirst);
            if (chosen.size() > 2) {
                chosen = Lists.mutable.of(chosen.getLast()).withAll(chosen.take(chosen.size() - 1));
            }
            MatchRequest.Builder request = books.request(id, day);
            int size = Math.min(chosen.size(), 2 + step.a());
            if (size == 0 || (size == 1 && step.b() != 3)) {
                return;
            }
            for (int i = 0; i < size; i++) {
                OpenItem item = books.log.find(chosen.get(i)).orElseThrow().item();
                if (step.b() == 1 && i == 0) {
                    request.item(item.id(), Amounts.ofMinor(Math.max(1, step.base() / 2), item.currency()));
                } else {
                    request.item(item.id());
                }
            }
            if (step.b() == 3) {
                OpenItem item = books.log.find(chosen.getFirst()).orElseThrow().item();
                request.allow(Allowance.of(
                        item.id(), Amounts.ofMinor(Math.max(1, step.base() / 3), item.currency()), "discount"));
            }
            MatchingPolicy.Builder policy = books.policy();
            policy.crossCurrency(step.b() == 4 ? CrossCurrencyRule.HISTORICAL : CrossCurrencyRule.DATE_OF_MATCH);
            policy.differences(step.b() == 5 ? DifferenceTiming.ON_SETTLEMENT : DifferenceTiming.AT_ONCE);
            Outcome<Match> outcome =
                    unchangedWhenRefused(() -> books.matching.match(request.build(), policy.build(), CLERK));
            if (outcome.isAccepted()) {
                matches.add(outcome.orElseThrow().id());
            }
        }

        private void undo(String id, LocalDate day, Step step) {
            if (matches.notEmpty()) {
                MatchId match = matches.get((int) (step.amount() % matches.size()));
                unchangedWhenRefused(() -> books.matching.undo(MatchId.of(id), match, day, CLERK));
            }
        }

        private void revalue(String id, LocalDate day, Step step) {
            RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
            policy.baseCurrency(EUR)
                    .unrealised(ItemBooks.ACCOUNTS)
                    .realised(ItemBooks.ACCOUNTS)
                    .reversedNextDay(step.b() % 2 == 0);
            revaluation
                    .revalue(
                            EntryId.of(id),
                            BookId.MAIN,
                            day,
                            Lists.immutable.of(
                                    books.chart.find(AccountId.of("receivable")).orElseThrow()),
                            policy.build(),
                            CLERK)
                    .orElseThrow();
        }

        private void reverse(String id, LocalDate day, Step step) {
            if (items.isEmpty()) {
                return;
            }
            MatchedReversal reversal =
                    new MatchedReversal(books.log, books.journal, books.matching, books.posting, books.unitOfWork);
            EntryId original = item(step.amount()).id().entry();
            if (reversal.reverse(original, EntryId.of(id), day, CLERK).isAccepted()) {
                items.add(ItemId.of(id, 0));
            }
        }

        private OpenItem item(long index) {
            return books.log
                    .find(items.get((int) (index % items.size())))
                    .orElseThrow()
                    .item();
        }

        private Outcome<Match> unchangedWhenRefused(Supplier<Outcome<Match>> command) {
            long position = books.journal.lastPosition();
            long sequence = books.log.lastSequence();
            Outcome<Match> outcome = command.get();
            if (!outcome.isAccepted()) {
                assertThat(books.journal.lastPosition()).isEqualTo(position);
                assertThat(books.log.lastSequence()).isEqualTo(sequence);
            }
            return outcome;
        }

        ImmutableList<ItemHistory> histories() {
            MutableList<ItemHistory> all = Lists.mutable.empty();
            books.log.forEach(OpenItemQuery.all(), all::add);
            return all.toImmutable();
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, 5_000),
                        Arbitraries.longs().between(0, 3_000))
                .as(Step::new);
        return step.list().ofMinSize(5).ofMaxSize(60).withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void balance_of_a_control_account_is_the_sum_of_its_residuals_at_every_pair_of_times(
            @ForAll("histories") List<Step> steps,
            @ForAll @IntRange(max = 41) int day,
            @ForAll @IntRange(max = 60) int known) {
        History history = new History(steps);
        LocalDate asOf = DAY.plusDays(day);
        for (long position : new long[] {Math.min(known, history.books.journal.lastPosition()), Long.MAX_VALUE}) {
            for (LocalDate date : List.of(asOf, LocalDate.MAX)) {
                check(history, date, position);
            }
        }
    }

    private static void check(History history, LocalDate date, long position) {
        for (CurrencyUnit currency : CURRENCIES) {
            long open = history.histories()
                    .select(h -> h.item().currency().equals(currency))
                    .sumOfLong(h -> h.residual(date, position).amountMinor());
            assertThat(open)
                    .as("open in %s as of %s known at %s", currency, date, position)
                    .isEqualTo(history.books.amount("receivable", currency, date, position));
        }
        assertThat(history.histories().sumOfLong(h -> h.residual(date, position).baseMinor()))
                .as("open in base as of %s known at %s", date, position)
                .isEqualTo(history.books.base("receivable", date, position, false));
        assertThat(history.books.base("trading", date, position, true)).isZero();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void residuals_stay_between_zero_and_the_original_at_every_date(@ForAll("histories") List<Step> steps) {
        for (ItemHistory history : new History(steps).histories()) {
            OpenItem item = history.item();
            for (LocalDate date = item.date(); !date.isAfter(DAY.plusDays(41)); date = date.plusDays(1)) {
                Residual open = history.residual(date);
                within(open.amountMinor(), item.amountMinor());
                within(open.baseMinor(), item.baseMinor());
                if (open.amountMinor() == 0) {
                    assertThat(open.baseMinor()).isZero();
                }
                if (item.currency().equals(item.baseCurrency())) {
                    assertThat(open.baseMinor()).isEqualTo(open.amountMinor());
                }
            }
        }
    }

    private static void within(long open, long original) {
        assertThat(open * Long.signum(original)).isBetween(0L, Math.abs(original));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_match_of_one_currency_consumes_equal_amounts_and_books_its_difference(
            @ForAll("histories") List<Step> steps) {
        History history = new History(steps);
        history.books.log.forEachMatch(0, match -> {
            boolean allowance = match.entry()
                    .map(id -> history.books.lines(id.value()).anySatisfy(line -> line.startsWith("discount")))
                    .orElse(false);
            if (match.parts().collect(MatchPart::currency).distinct().size() == 1 && !allowance) {
                assertThat(match.parts().sumOfLong(MatchPart::amountMinor)).isZero();
                assertThat(match.parts().sumOfLong(MatchPart::baseMinor)).isEqualTo(match.differenceMinor());
                assertThat(match.entry().isPresent()).isEqualTo(match.differenceMinor() != 0);
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void undoing_every_match_restores_every_item(@ForAll("histories") List<Step> steps) {
        History history = new History(steps);
        MutableList<MatchId> all = Lists.mutable.empty();
        history.books.log.forEachMatch(0, match -> all.add(match.id()));
        all.forEach(match -> history.books.matching.undo(MatchId.of("undo-" + match), match, DAY.plusDays(50), CLERK));
        assertThat(history.histories())
                .allSatisfy(h -> assertThat(h.residual())
                        .isEqualTo(new Residual(h.item().amountMinor(), h.item().baseMinor())));
        assertThat(history.books.base("fx-gain", LocalDate.MAX, Long.MAX_VALUE, false))
                .isZero();
        assertThat(history.books.base("fx-loss", LocalDate.MAX, Long.MAX_VALUE, false))
                .isZero();
        assertThat(history.books.base("discount", LocalDate.MAX, Long.MAX_VALUE, true))
                .isZero();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void buckets_sum_to_what_is_open_and_later_matches_do_not_change_them(
            @ForAll("histories") List<Step> steps, @ForAll @IntRange(max = 41) int day) {
        History history = new History(steps);
        LocalDate asOf = DAY.plusDays(day);
        ImmutableList<AgeingRow> before = ageing(history, asOf);
        for (CurrencyUnit currency : CURRENCIES) {
            assertThat(before.select(row -> row.currency().equals(currency))
                            .sumOfLong(row -> Amounts.minor(row.total())))
                    .isEqualTo(history.histories()
                            .select(h -> h.item().currency().equals(currency))
                            .sumOfLong(h -> h.residual(asOf).amountMinor()));
        }
        for (int i = 0; i < 5; i++) {
            history.take(new Step(0, 60, i % 4, 2 + i % 4, i, 7));
        }
        assertThat(ageing(history, asOf)).isEqualTo(before);
    }

    private static ImmutableList<AgeingRow> ageing(History history, LocalDate asOf) {
        return Ageing.of(
                history.books.log, OpenItemQuery.all(), asOf, AgeingBuckets.of(0, 7, 30), AgeingBasis.DUE_DATE);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_is_open_keeps_the_historical_rate_within_half_a_unit(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 999) Integer> payments,
            @ForAll @IntRange(min = 1, max = 5_000) int invoiceBase) {
        ItemBooks books = new ItemBooks(EUR);
        long amount = payments.stream().mapToLong(Integer::longValue).sum();
        ItemId invoice = books.item("invoice", DAY, JPY, amount, invoiceBase);
        for (int i = 0; i < payments.size(); i++) {
            ItemId payment = books.item("p" + i, DAY, JPY, -payments.get(i), -payments.get(i));
            books.match("m" + i, DAY, invoice, payment).orElseThrow();
            Residual open = books.open(invoice);
            long off = Math.abs(open.baseMinor() * amount - open.amountMinor() * invoiceBase);
            assertThat(2 * off).isLessThanOrEqualTo(amount);
        }
        assertThat(books.open(invoice)).isEqualTo(Residual.NONE);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_sum_of_differences_does_not_depend_on_the_order_of_matches(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 999) Integer> payments,
            @ForAll @Size(min = 6, max = 6) List<@IntRange(min = 0, max = 999) Integer> bases,
            @ForAll @IntRange(min = 1, max = 5_000) int invoiceBase,
            @ForAll DifferenceTiming timing) {
        long[] totals = new long[2];
        for (int run = 0; run < 2; run++) {
            ItemBooks books = new ItemBooks(EUR);
            long sum = payments.stream().mapToLong(Integer::longValue).sum();
            ItemId invoice = books.item("invoice", DAY, KWD, sum, invoiceBase);
            int[] order = new int[payments.size()];
            Arrays.setAll(order, i -> i);
            for (int n = 0; n < order.length; n++) {
                int i = run == 0 ? n : order.length - 1 - n;
                ItemId payment = books.item("p" + i, DAY, KWD, -payments.get(i), -bases.get(i));
                MatchingPolicy.Builder policy = books.policy();
                policy.differences(timing);
                totals[run] += books.matching
                        .match(books.request("m" + i, DAY, invoice, payment).build(), policy.build(), CLERK)
                        .orElseThrow()
                        .differenceMinor();
            }
            assertThat(books.open(invoice)).isEqualTo(Residual.NONE);
        }
        long paid = bases.stream()
                .limit(payments.size())
                .mapToLong(Integer::longValue)
                .sum();
        assertThat(totals[0]).isEqualTo(totals[1]).isEqualTo(invoiceBase - paid);
    }
}
