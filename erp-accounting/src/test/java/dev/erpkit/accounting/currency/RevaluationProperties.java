package dev.erpkit.accounting.currency;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.KWD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.DifferenceTiming;
import dev.erpkit.accounting.openitem.ItemBooks;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;

/** Invariant 29: over the life of an item, what is realised and unrealised sums to cash received less original base. */
class RevaluationProperties {
    private static final List<String> RESULT = List.of("fx-gain", "fx-loss", "unrealised-gain", "unrealised-loss");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void realised_and_unrealised_differences_sum_to_cash_received_less_original_base(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 9_999) Integer> payments,
            @ForAll @Size(min = 7, max = 7) List<@IntRange(min = 1, max = 5_000) Integer> rates,
            @ForAll @Size(min = 7, max = 7) List<@IntRange(max = 5) Integer> revaluations,
            @ForAll @IntRange(min = 1, max = 50_000) int original,
            @ForAll DifferenceTiming timing,
            @ForAll boolean undone) {
        ItemBooks books = new ItemBooks(EUR);
        long amount = payments.stream().mapToLong(Integer::longValue).sum();
        ItemId invoice = books.item("invoice", DAY, KWD, amount, original);
        MatchingPolicy.Builder policy = books.policy();
        policy.differences(timing);
        long cash = 0;
        for (int i = 0; i < payments.size(); i++) {
            LocalDate day = DAY.plusDays(2L * i + 1);
            books.rates.record(ExchangeRate.of(KWD, EUR, BigDecimal.valueOf(rates.get(i), 3), RateType.CLOSING, day));
            long before = books.amount("receivable", KWD, day, Long.MAX_VALUE);
            if (revaluations.get(i) > 0) {
                revalue(books, "r" + i, day, revaluations.get(i) > 3);
            }
            assertThat(books.amount("receivable", KWD, day, Long.MAX_VALUE)).isEqualTo(before);
            long base = payments.get(i).longValue() * rates.get(i) / 1_000;
            cash += base;
            ItemId payment = books.item("p" + i, day, KWD, -payments.get(i), -base);
            books.matching
                    .match(books.request("m" + i, day, invoice, payment).build(), policy.build(), CLERK)
                    .orElseThrow();
        }
        if (undone) {
            books.matching
                    .undo(MatchId.of("u"), MatchId.of("m0"), DAY.plusDays(100), CLERK)
                    .orElseThrow();
        }
        revalue(books, "last", DAY.plusDays(101), false);

        assertThat(-RESULT.stream()
                        .mapToLong(account -> books.base(account, LocalDate.MAX, Long.MAX_VALUE, true))
                        .sum())
                .isEqualTo(cash - original);
        assertThat(books.base("receivable", LocalDate.MAX, Long.MAX_VALUE, true))
                .isZero();
        assertThat(books.amount("receivable", KWD, LocalDate.MAX, Long.MAX_VALUE))
                .isZero();
        if (!undone) {
            assertThat(-books.base("fx-gain", LocalDate.MAX, Long.MAX_VALUE, true)
                            - books.base("fx-loss", LocalDate.MAX, Long.MAX_VALUE, true))
                    .as("all of it is realised in the end")
                    .isEqualTo(cash - original);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_revaluation_that_is_reversed_restores_the_historical_base_and_twice_is_once(
            @ForAll @IntRange(min = -9_999, max = 9_999) int amount,
            @ForAll @IntRange(max = 9_999) int base,
            @ForAll @IntRange(min = 1, max = 5_000) int rate) {
        ItemBooks books = new ItemBooks(EUR);
        if (amount == 0) {
            return;
        }
        books.item("item", DAY, KWD, amount, Integer.signum(amount) * base);
        books.rates.record(ExchangeRate.of(KWD, EUR, BigDecimal.valueOf(rate, 3), RateType.CLOSING, DAY));
        long before = books.base("receivable", DAY, Long.MAX_VALUE, true);

        revalue(books, "r", DAY, true);
        long position = books.journal.lastPosition();
        revalue(books, "again", DAY, true);

        assertThat(books.journal.lastPosition()).isEqualTo(position);
        assertThat(books.base("receivable", DAY.plusDays(1), Long.MAX_VALUE, true))
                .isEqualTo(before);
        // a thousandth of a dinar at rate/1000 euro is amount * rate / 10,000 cents
        long worth = 10_000 * books.base("receivable", DAY, Long.MAX_VALUE, true);
        assertThat(Math.abs(worth - (long) amount * rate)).isLessThanOrEqualTo(5_000);
    }

    private static void revalue(ItemBooks books, String id, LocalDate day, boolean reversed) {
        RevaluationPolicy.Builder policy = RevaluationPolicy.builder();
        policy.baseCurrency(EUR)
                .unrealised(ExchangeAccounts.of("unrealised-gain", "unrealised-loss"))
                .realised(ItemBooks.ACCOUNTS)
                .reversedNextDay(reversed);
        new RevaluationService(books.journal, books::post, books.rates, books.unitOfWork, books::book)
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
}
