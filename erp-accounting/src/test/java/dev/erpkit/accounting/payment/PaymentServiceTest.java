package dev.erpkit.accounting.payment;

import static dev.erpkit.accounting.payment.PaymentBooks.CLERK;
import static dev.erpkit.accounting.payment.PaymentBooks.DAY;
import static dev.erpkit.accounting.payment.PaymentBooks.code;
import static dev.erpkit.accounting.payment.PaymentBooks.eur;
import static dev.erpkit.accounting.payment.PaymentBooks.policy;
import static dev.erpkit.accounting.payment.PaymentBooks.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.openitem.Allowance;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class PaymentServiceTest {
    private final PaymentBooks books = new PaymentBooks();

    private static PaymentPolicy writingOff(String most) {
        PaymentPolicy.Builder policy = policy();
        policy.overpayment(OverpaymentPolicy.WRITE_OFF)
                .underpayment(UnderpaymentPolicy.WRITE_OFF)
                .writeOffs(Lists.immutable.of(WriteOff.upTo(eur(most), "loss", "gain")));
        return policy.build();
    }

    private static PaymentPolicy over(OverpaymentPolicy overpayment) {
        PaymentPolicy.Builder policy = policy();
        policy.overpayment(overpayment);
        return policy.build();
    }

    private Outcome<PaymentHistory> clear(String key, String id, Clearing clearing) {
        return books.payments.clear(IdempotencyKey.of(key), PaymentId.of(id), clearing, standard(), CLERK);
    }

    private Outcome<PaymentHistory> fail(String key, String id, Failure failure) {
        return books.payments.fail(IdempotencyKey.of(key), PaymentId.of(id), failure, CLERK);
    }

    @Test
    void a_receipt_settles_the_oldest_first_and_stands_in_transit_until_the_bank_books_it() {
        ItemId first = books.document("invoice", "I-1", "C", DAY.minusDays(2), eur("100"));
        ItemId second = books.document("invoice", "I-2", "C", DAY.minusDays(1), eur("100"));
        PaymentHistory receipt =
                books.receive("R", "150", Allocation.oldestFirst(), standard()).orElseThrow();
        assertThat(receipt.status()).isEqualTo(PaymentStatus.IN_TRANSIT);
        assertThat(books.openMinor(first)).isZero();
        assertThat(books.openMinor(second)).isEqualTo(5000);
        assertThat(books.balance("transit")).isEqualTo(15000);
        assertThat(clear(
                                "k",
                                "R",
                                Clearing.of(DAY.plusDays(1), eur("148"))
                                        .less(eur("2"))
                                        .on("line-1"))
                        .orElseThrow()
                        .status())
                .isEqualTo(PaymentStatus.CLEARED);
        assertThat(books.balance("transit")).isZero();
        assertThat(books.balance("bank")).isEqualTo(14800);
        assertThat(books.balance("fees")).isEqualTo(200);
    }

    @Test
    void a_payment_that_fails_after_the_bank_booked_it_opens_what_it_had_settled_exactly() {
        ItemId invoice = books.document("invoice", "I", "C", DAY, Amounts.of("100", "USD"));
        Residual before = books.open(invoice);
        books.payments
                .record(
                        Payment.received("R", "C", DAY.plusDays(10), Amounts.of("80", "USD"), "main"),
                        Allocation.oldestFirst(),
                        standard(),
                        CLERK)
                .orElseThrow();
        assertThat(books.open(invoice)).isEqualTo(new Residual(2000, 1000));
        assertThat(books.balance("gain")).isEqualTo(-800);
        clear("k", "R", Clearing.of(DAY.plusDays(11), Amounts.of("80", "USD"))).orElseThrow();
        PaymentHistory failed = fail("f", "R", Failure.of(DAY.plusDays(12), Amounts.of("5", "USD")))
                .orElseThrow();
        assertThat(failed.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(failed.status(DAY.plusDays(11))).isEqualTo(PaymentStatus.CLEARED);
        assertThat(failed.status(DAY.plusDays(10))).isEqualTo(PaymentStatus.IN_TRANSIT);
        assertThat(books.open(invoice)).isEqualTo(before);
        assertThat(books.balance("gain")).isZero();
        assertThat(books.balance("bank")).isEqualTo(-300);
        assertThat(books.balance("fees")).isEqualTo(300);
        assertThat(books.balance("transit")).isZero();
        assertThat(code(fail("f2", "R", Failure.of(DAY.plusDays(13), eur("0")))))
                .isEqualTo("payment.already-failed");
        assertThat(fail("f", "R", Failure.of(DAY.plusDays(12), Amounts.of("5", "USD"))))
                .isEqualTo(Outcome.replayed(failed));
    }

    @Test
    void what_was_in_transit_at_one_rate_and_booked_at_another_leaves_nothing_in_transit() {
        books.receive("R", Amounts.of("100", "USD"), Allocation.onAccount(), standard())
                .orElseThrow();
        clear("k", "R", Clearing.of(DAY.plusDays(10), Amounts.of("100", "USD"))).orElseThrow();
        assertThat(books.balance("transit")).isZero();
        assertThat(books.balance("transit", "USD")).isZero();
        assertThat(books.balance("bank")).isEqualTo(6000);
        assertThat(books.balance("gain")).isEqualTo(-1000);
    }

    @Test
    void too_much_is_kept_written_off_paid_back_or_refused_by_name() {
        ItemId invoice = books.invoice("I", "100");
        String before = books.state();
        assertThat(code(books.receive("R0", "101", Allocation.oldestFirst(), over(OverpaymentPolicy.REFUSE))))
                .isEqualTo("payment.overpaid");
        assertThat(books.state()).isEqualTo(before);

        books.receive("R1", "101", Allocation.oldestFirst(), writingOff("1")).orElseThrow();
        assertThat(books.openMinor(invoice)).isZero();
        assertThat(books.left("R1")).isZero();
        assertThat(books.balance("gain")).isEqualTo(-100);

        books.invoice("I2", "100");
        books.receive("R2", "102", Allocation.oldestFirst(), writingOff("1")).orElseThrow();
        assertThat(books.left("R2")).as("above the limit it stays on account").isEqualTo(200);

        books.receive("R3", "30", Allocation.oldestFirst(), over(OverpaymentPolicy.REFUND))
                .orElseThrow();
        assertThat(books.left("R3")).isZero();
        PaymentHistory back = books.payments.find(PaymentId.of("refund/R3")).orElseThrow();
        assertThat(back.payment().amount()).isEqualTo(eur("30"));
        assertThat(back.payment().direction()).isEqualTo(PaymentDirection.SENT);
        assertThat(books.left("refund/R3")).isZero();
    }

    @Test
    void too_little_stays_open_is_written_off_within_both_limits_or_refused() {
        ItemId invoice = books.invoice("I", "100");
        PaymentPolicy.Builder refusing = policy();
        refusing.underpayment(UnderpaymentPolicy.REFUSE);
        String before = books.state();
        assertThat(code(books.receive("R0", "99", Allocation.byReference("I"), refusing.build())))
                .isEqualTo("payment.underpaid");
        assertThat(books.state()).isEqualTo(before);

        PaymentPolicy.Builder tight = policy();
        tight.underpayment(UnderpaymentPolicy.WRITE_OFF)
                .writeOffs(Lists.immutable.of(new WriteOff(
                        "rounding",
                        eur("5"),
                        dev.erpkit.core.quantity.Rational.of(1, 200),
                        dev.erpkit.accounting.chart.AccountId.of("loss"),
                        dev.erpkit.accounting.chart.AccountId.of("gain"))));
        books.receive("R1", "99", Allocation.byReference("I"), tight.build()).orElseThrow();
        assertThat(books.openMinor(invoice)).as("1 % is above half a percent").isEqualTo(100);

        ItemId other = books.invoice("I2", "100");
        books.receive("R2", "99", Allocation.byReference("I2"), writingOff("1")).orElseThrow();
        assertThat(books.openMinor(other)).isZero();
        assertThat(books.balance("loss")).isEqualTo(100);
        fail("f", "R2", Failure.of(DAY, eur("0"))).orElseThrow();
        assertThat(books.openMinor(other)).isEqualTo(10000);
        assertThat(books.balance("loss")).isZero();
    }

    @Test
    void given_amounts_settle_exactly_that_with_allowances_and_never_more_than_the_payment_or_the_item() {
        ItemId one = books.invoice("I1", "100");
        ItemId two = books.invoice("I2", "50");
        String before = books.state();
        assertThat(code(books.receive("R", "100", Allocation.to(one, eur("60")).and(two, eur("50")), standard())))
                .isEqualTo("payment.over-allocated");
        assertThat(code(books.receive("R", "500", Allocation.to(one, eur("100.01")), standard())))
                .isEqualTo("match.exceeds-residual");
        assertThat(code(books.receive("R", "5", Allocation.to(ItemId.of("nothing", 0)), standard())))
                .isEqualTo("match.item-unknown");
        assertThat(code(books.receive("R", "5", Allocation.byReference("I9"), standard())))
                .isEqualTo("payment.reference-unknown");
        assertThat(books.state()).isEqualTo(before);
        books.receive(
                        "R",
                        "108",
                        Allocation.to(one, eur("60")).and(two).allow(Allowance.of(two, eur("2"), "loss")),
                        standard())
                .orElseThrow();
        assertThat(books.openMinor(one)).isEqualTo(4000);
        assertThat(books.openMinor(two)).isZero();
        assertThat(books.left("R")).isZero();
    }

    @Test
    void an_advance_is_applied_later_and_what_is_left_is_paid_back() {
        books.receive("R", "100", Allocation.oldestFirst(), standard()).orElseThrow();
        assertThat(books.left("R")).isEqualTo(10000);
        ItemId invoice = books.document("invoice", "I", "C", DAY.plusDays(3), eur("70"));
        PaymentHistory applied = books.payments
                .apply(
                        IdempotencyKey.of("a"),
                        PaymentId.of("R"),
                        DAY.plusDays(3),
                        Allocation.oldestFirst(),
                        standard(),
                        CLERK)
                .orElseThrow();
        assertThat(applied.steps()).hasSize(2);
        assertThat(books.openMinor(invoice)).isZero();
        Payment.Builder refund =
                Payment.builder().from(Payment.received("back", "C", DAY.plusDays(4), eur("30"), "main"));
        refund.direction(PaymentDirection.SENT);
        ItemId own = books.payments.item(applied).orElseThrow().item().id();
        books.payments
                .record(refund.build(), Allocation.to(own), standard(), CLERK)
                .orElseThrow();
        assertThat(books.left("R")).isZero();
        assertThat(books.left("back")).isZero();
        assertThat(code(books.payments.apply(
                        IdempotencyKey.of("b"),
                        PaymentId.of("R"),
                        DAY.plusDays(5),
                        Allocation.oldestFirst(),
                        standard(),
                        CLERK)))
                .isEqualTo("payment.nothing-left");
    }

    @Test
    void what_is_left_when_an_advance_is_applied_goes_back_on_that_day() {
        books.receive("R", "100", Allocation.onAccount(), standard()).orElseThrow();
        books.document("invoice", "I", "C", DAY.plusDays(3), eur("70"));
        books.payments
                .apply(
                        IdempotencyKey.of("a"),
                        PaymentId.of("R"),
                        DAY.plusDays(3),
                        Allocation.oldestFirst(),
                        over(OverpaymentPolicy.REFUND),
                        CLERK)
                .orElseThrow();
        Payment back =
                books.payments.find(PaymentId.of("refund/R")).orElseThrow().payment();
        assertThat(back.date()).isEqualTo(DAY.plusDays(3));
        assertThat(back.amount()).isEqualTo(eur("30"));
        assertThat(books.left("R")).isZero();
    }

    @Test
    void an_advance_on_an_account_of_its_own_moves_to_the_invoice() {
        Payment.Builder advance = Payment.builder().from(Payment.received("R", "C", DAY, eur("100"), "main"));
        advance.subject(PaymentSubject.ADVANCE_RECEIVED);
        books.payments
                .record(advance.build(), Allocation.onAccount(), standard(), CLERK)
                .orElseThrow();
        assertThat(books.balance("advances")).isEqualTo(-10000);
        ItemId invoice = books.invoice("I", "60");
        books.payments
                .apply(
                        IdempotencyKey.of("a"),
                        PaymentId.of("R"),
                        DAY,
                        Allocation.oldestFirst(),
                        PaymentBooks.anyKind(),
                        CLERK)
                .orElseThrow();
        assertThat(books.openMinor(invoice)).isZero();
        assertThat(books.balance("advances")).isEqualTo(-4000);
        assertThat(books.balance("receivable")).isZero();
    }

    @Test
    void claims_and_debts_of_one_party_are_netted() {
        ItemId invoice = books.invoice("I", "100");
        ItemId bill = books.document("bill", "B", "C", DAY, eur("70"));
        ItemId stranger = books.document("bill", "B2", "S", DAY, eur("70"));
        MatchId id = MatchId.of("net");
        assertThat(code(books.netting.net(id, PartyId.of("C"), Amounts.currency("EUR"), DAY, standard(), CLERK)))
                .isEqualTo("match.kind");
        Outcome<?> netted =
                books.netting.net(id, PartyId.of("C"), Amounts.currency("EUR"), DAY, PaymentBooks.anyKind(), CLERK);
        assertThat(netted.isAccepted()).isTrue();
        assertThat(books.openMinor(invoice)).isEqualTo(3000);
        assertThat(books.openMinor(bill)).isZero();
        assertThat(books.openMinor(stranger)).isEqualTo(-7000);
        assertThat(books.balance("payable")).isEqualTo(-7000);
        assertThat(books.netting.net(id, PartyId.of("C"), Amounts.currency("EUR"), DAY, PaymentBooks.anyKind(), CLERK))
                .isEqualTo(Outcome.replayed(((Outcome.Accepted<?>) netted).value()));
        assertThat(code(books.netting.net(
                        id, PartyId.of("S"), Amounts.currency("EUR"), DAY, PaymentBooks.anyKind(), CLERK)))
                .isEqualTo("payment.key-reused");
        assertThat(code(books.netting.net(
                        MatchId.of("n2"),
                        PartyId.of("X"),
                        Amounts.currency("EUR"),
                        DAY,
                        PaymentBooks.anyKind(),
                        CLERK)))
                .isEqualTo("match.nothing");
    }

    @Test
    void a_payment_to_a_supplier_settles_bills_and_the_bank_adds_its_fee() {
        ItemId bill = books.document("bill", "B", "S", DAY, eur("70"));
        books.payments
                .record(Payment.sent("P", "S", DAY, eur("70"), "main"), Allocation.oldestFirst(), standard(), CLERK)
                .orElseThrow();
        assertThat(books.openMinor(bill)).isZero();
        assertThat(books.balance("transit")).isEqualTo(-7000);
        assertThat(code(clear("k", "P", Clearing.of(DAY, eur("-71"))))).isEqualTo("payment.bank-amount");
        clear("k", "P", Clearing.of(DAY, eur("-71")).less(eur("1"))).orElseThrow();
        assertThat(books.balance("bank")).isEqualTo(-7100);
        assertThat(books.balance("transit")).isZero();
        assertThat(code(clear("k2", "P", Clearing.of(DAY, eur("-70"))))).isEqualTo("payment.already-cleared");
    }

    @Test
    void an_invoice_is_paid_in_another_currency_at_the_rate_of_the_day_or_not_at_all() {
        ItemId invoice = books.invoice("I", "100");
        books.receive("R", Amounts.of("150", "USD"), Allocation.oldestFirst(), PaymentBooks.acrossCurrencies())
                .orElseThrow();
        assertThat(books.openMinor(invoice)).isEqualTo(2500);
        String before = books.state();
        assertThat(code(books.receive(
                        "R2", Amounts.of("15000", "JPY"), Allocation.oldestFirst(), PaymentBooks.acrossCurrencies())))
                .isEqualTo("rate.missing");
        assertThat(books.state()).isEqualTo(before);
    }

    @Test
    void the_same_command_again_gives_the_first_outcome_and_other_content_is_refused() {
        books.invoice("I", "100");
        PaymentHistory first =
                books.receive("R", "40", Allocation.oldestFirst(), standard()).orElseThrow();
        clear("k", "R", Clearing.of(DAY, eur("40"))).orElseThrow();
        assertThat(books.receive("R", "40", Allocation.oldestFirst(), standard()))
                .isEqualTo(Outcome.replayed(first));
        String before = books.state();
        assertThat(code(books.receive("R", "41", Allocation.oldestFirst(), standard())))
                .isEqualTo("payment.key-reused");
        assertThat(code(clear("k", "R", Clearing.of(DAY.plusDays(1), eur("40")))))
                .isEqualTo("payment.key-reused");
        assertThat(code(clear("x", "Q", Clearing.of(DAY, eur("40"))))).isEqualTo("payment.unknown");
        assertThat(code(fail("x", "R", Failure.of(DAY.minusDays(1), eur("0"))))).isEqualTo("payment.date");
        assertThat(books.state()).isEqualTo(before);
        LocalDate never = LocalDate.of(2026, 3, 31);
        assertThat(first.inTransit(never)).isFalse();
    }
}
