package dev.erpkit.crm.sales.billing;

import static dev.erpkit.crm.sales.SalesRoom.ME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.billing.BillingFact.Net;
import dev.erpkit.crm.sales.billing.BillingFact.Received;
import dev.erpkit.crm.sales.billing.BillingFact.Sold;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.price.TaxRate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Statements of a customer closed on the 20th and collected at the end of the next month (20日締め翌月末払い). */
class ClosingBillingTest {
    private static final PartyId PARTY = PartyId.of("C-17");
    private static final TaxRate STANDARD = TaxRate.of("standard", "10");
    private static final TaxRate REDUCED = TaxRate.of("reduced", "8");

    private final MutableList<BillingFact> facts = Lists.mutable.empty();
    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private BillingTerms terms = BillingTerms.of(new ClosingDay(20), 1, 31, "JPY", RoundingRule.TRUNCATE);
    private final ClosingBilling billing = new ClosingBilling(
            new MemorySalesLog<>(work),
            (party, currency, through) -> facts.toImmutable(),
            party -> party.equals(PARTY) ? Optional.of(terms) : Optional.empty(),
            work,
            AccessPolicy.allowAll(),
            InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z")));
    private int documents;

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private void sold(LocalDate day, TaxRate rate, long... amounts) {
        facts.add(new Sold(
                DocumentId.of("S-" + ++documents),
                day,
                LongLists.immutable.of(amounts).collect(minor -> new Net(Lists.immutable.of(rate), minor))));
    }

    private void received(LocalDate day, long minor) {
        facts.add(new Received(DocumentId.of("R-" + ++documents), day, minor));
    }

    private Outcome<BillingStatement> close(LocalDate closing) {
        return billing.close(IdempotencyKey.of("close-" + closing), PARTY, closing, ME);
    }

    @Test
    void what_is_carried_over_and_sold_with_one_tax_for_each_rate_is_asked_for() {
        sold(day(3, 1), STANDARD, 100_000);
        BillingStatement march = close(day(3, 20)).orElseThrow();
        assertThat(march.totalMinor()).isEqualTo(110_000);
        received(day(4, 10), 100_000);
        sold(day(3, 21), STANDARD, 4_115, 4_115);
        sold(day(4, 20), STANDARD, 4_115);
        sold(day(4, 20), REDUCED, 99, 99);
        sold(day(4, 21), STANDARD, 1_000);
        BillingStatement april = close(day(4, 20)).orElseThrow();
        assertThat(april.number()).isEqualTo(2);
        assertThat(april.period()).isEqualTo(DateRange.ofClosed(day(3, 21), day(4, 20)));
        assertThat(april.collection()).isEqualTo(day(5, 31));
        assertThat(april.previousMinor()).isEqualTo(110_000);
        assertThat(april.receivedMinor()).isEqualTo(100_000);
        assertThat(april.carriedMinor()).isEqualTo(10_000);
        assertThat(april.soldMinor()).isEqualTo(12_345 + 198);
        assertThat(april.taxMinor()).as("once for each rate, not for each line").isEqualTo(1_234 + 15);
        assertThat(april.totalMinor()).isEqualTo(10_000 + 12_543 + 1_249);
        assertThat(april.trace().render()).contains("carried=JPY 10000").contains("rate=reduced 8%");
    }

    @Test
    void what_becomes_known_late_is_on_the_next_statement_and_no_day_is_left_out() {
        close(day(3, 20)).orElseThrow();
        sold(day(3, 5), STANDARD, 100);
        assertThat(close(day(5, 20)).refusal().orElseThrow().facts().get("next"))
                .isEqualTo("2026-04-20");
        assertThat(close(day(4, 19)).refusal().orElseThrow().code()).hasToString("billing.not-closing-day");
        assertThat(close(day(4, 20)).orElseThrow().soldMinor()).isEqualTo(100);
        assertThat(close(day(5, 20)).orElseThrow().soldMinor()).isZero();
        assertThat(billing.account(PARTY)
                        .statements()
                        .collect(BillingStatement::totalMinor)
                        .castToList())
                .containsExactly(0L, 110L, 110L);
    }

    @Test
    void an_issued_statement_never_changes() {
        sold(day(3, 1), STANDARD, 100);
        BillingStatement march = close(day(3, 20)).orElseThrow();
        sold(day(3, 2), STANDARD, 100);
        assertThat(close(day(3, 20))).isEqualTo(Outcome.replayed(march));
        Outcome<BillingStatement> otherKey = billing.close(IdempotencyKey.of("x"), PARTY, day(3, 20), ME);
        assertThat(otherKey.refusal().orElseThrow().code()).hasToString("billing.not-closing-day");
    }

    @Test
    void other_terms_close_the_days_between() {
        close(day(3, 20)).orElseThrow();
        terms = BillingTerms.of(ClosingDay.END_OF_MONTH, 1, 31, "JPY", RoundingRule.TRUNCATE);
        assertThat(close(day(3, 31)).orElseThrow().period()).isEqualTo(DateRange.ofClosed(day(3, 21), day(3, 31)));
        assertThat(close(day(4, 30)).orElseThrow().period()).isEqualTo(DateRange.ofClosed(day(4, 1), day(4, 30)));
        terms = BillingTerms.of(ClosingDay.END_OF_MONTH, 1, 31, "USD", RoundingRule.TRUNCATE);
        assertThat(close(day(5, 31)).refusal().orElseThrow().code()).hasToString("billing.currency");
    }

    @Test
    void who_has_no_terms_is_not_closed() {
        Outcome<BillingStatement> refused = billing.preview(PartyId.of("C-18"), day(3, 20));
        assertThat(refused.refusal().orElseThrow().code()).hasToString("billing.no-terms");
        assertThatThrownBy(() -> BillingTerms.of(new ClosingDay(20), 0, 10, "JPY", RoundingRule.UP))
                .isInstanceOf(InvalidValueException.class);
    }
}
