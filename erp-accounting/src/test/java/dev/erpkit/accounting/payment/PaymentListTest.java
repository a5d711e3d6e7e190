package dev.erpkit.accounting.payment;

import static dev.erpkit.accounting.payment.PaymentBooks.CLERK;
import static dev.erpkit.accounting.payment.PaymentBooks.DAY;
import static dev.erpkit.accounting.payment.PaymentBooks.eur;
import static dev.erpkit.accounting.payment.PaymentBooks.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class PaymentListTest {
    private final PaymentBooks books = new PaymentBooks();

    @Test
    void payments_are_listed_by_party_state_and_days_with_what_is_open_of_them_on_a_day() {
        books.document("invoice", "I-1", "C", DAY, eur("100"));
        books.receive("R-1", "130", Allocation.oldestFirst(), standard()).orElseThrow();
        books.payments
                .record(
                        Payment.received("R-2", "D", DAY.plusDays(1), eur("5"), "main"),
                        Allocation.onAccount(),
                        standard(),
                        CLERK)
                .orElseThrow();
        books.payments
                .record(
                        Payment.sent("S-1", "V", DAY.plusDays(2), eur("7"), "main"),
                        Allocation.onAccount(),
                        standard(),
                        CLERK)
                .orElseThrow();
        books.payments
                .clear(
                        IdempotencyKey.of("k"),
                        PaymentId.of("R-1"),
                        Clearing.of(DAY.plusDays(3), eur("130")),
                        standard(),
                        CLERK)
                .orElseThrow();
        books.payments
                .fail(IdempotencyKey.of("f"), PaymentId.of("S-1"), Failure.of(DAY.plusDays(4), eur("0")), CLERK)
                .orElseThrow();
        books.document("invoice", "I-2", "C", DAY.plusDays(4), eur("20"));
        books.payments
                .apply(
                        IdempotencyKey.of("a"),
                        PaymentId.of("R-1"),
                        DAY.plusDays(5),
                        Allocation.oldestFirst(),
                        standard(),
                        CLERK)
                .orElseThrow();
        PaymentQuery all = PaymentQuery.all();
        assertThat(listed(all, 0)).containsExactly("R-1 IN_TRANSIT EUR 30.00");
        assertThat(listed(all, 3))
                .containsExactly("R-1 CLEARED EUR 30.00", "R-2 IN_TRANSIT EUR 5.00", "S-1 IN_TRANSIT EUR 7.00");
        assertThat(listed(all, 9))
                .containsExactly("R-1 CLEARED EUR 10.00", "R-2 IN_TRANSIT EUR 5.00", "S-1 FAILED EUR 0.00");
        assertThat(listed(all.of(PartyId.of("D")), 9)).containsExactly("R-2 IN_TRANSIT EUR 5.00");
        assertThat(listed(all.of(PaymentDirection.SENT), 3)).containsExactly("S-1 IN_TRANSIT EUR 7.00");
        assertThat(listed(all.at(PaymentStatus.CLEARED), 2)).isEmpty();
        assertThat(listed(all.at(PaymentStatus.CLEARED), 3)).containsExactly("R-1 CLEARED EUR 30.00");
        assertThat(listed(all.in(DateRange.ofDay(DAY.plusDays(1))), 9)).containsExactly("R-2 IN_TRANSIT EUR 5.00");
        assertThat(listed(all.withOpenRest(), 9)).containsExactly("R-1 CLEARED EUR 10.00", "R-2 IN_TRANSIT EUR 5.00");
    }

    private ImmutableList<String> listed(PaymentQuery query, int day) {
        return books.payments
                .payments(query, DAY.plusDays(day))
                .collect(found -> found.payment().id() + " " + found.status() + " " + Amounts.canonical(found.open()));
    }
}
