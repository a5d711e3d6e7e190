package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchReach;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.Clearing;
import dev.erpkit.accounting.payment.Failure;
import dev.erpkit.accounting.payment.Netting;
import dev.erpkit.accounting.payment.OverpaymentPolicy;
import dev.erpkit.accounting.payment.Payment;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentId;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.payment.PaymentPorts;
import dev.erpkit.accounting.payment.PaymentRules;
import dev.erpkit.accounting.payment.PaymentService;
import dev.erpkit.accounting.payment.UnderpaymentPolicy;
import dev.erpkit.accounting.payment.WriteOff;
import dev.erpkit.accounting.payment.memory.MemoryPaymentLog;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;

/** Payments of one party over the books of a case. */
final class CasePayments {
    static final LocalDate DAY = CaseBooks.DAY;
    static final String PARTY = "party";

    private final CaseBooks books;
    private final PaymentPorts ports;
    private final PaymentService payments;

    CasePayments(CaseBooks books) {
        this.books = books;
        for (String name :
                new String[] {"receivable", "payable", "bank-in-transit", "bank", "fee-expense", "loss", "gain"}) {
            books.account(name);
        }
        PostingRules rules = new PostingRules(
                PaymentRules.standard(
                        "receivable",
                        "payable",
                        "receivable",
                        "payable",
                        "fee-expense",
                        Lists.immutable.of(new BankPosting("main", "bank", "bank-in-transit"))),
                Translation.atSpot());
        MemoryUnitOfWork work = (MemoryUnitOfWork) books.services().harness().unitOfWork();
        ports = new PaymentPorts(
                work,
                new MemoryPaymentLog(work),
                books.services().harness().openItems(),
                books.services().books().events(rules),
                books.services().matching(),
                books.services().books().matchedReversal(),
                AccessPolicy.allowAll(),
                books.clock(),
                BookId.MAIN);
        payments = new PaymentService(ports);
    }

    PaymentService service() {
        return payments;
    }

    Netting netting() {
        return new Netting(ports);
    }

    MonetaryAmount amount(BigDecimal number) {
        return CaseCurrencies.amount(number, books.base());
    }

    /** A document of a customer, or of a supplier, with a positive amount. */
    ItemId document(String id, boolean bill, BigDecimal amount) {
        BigDecimal signed = bill ? amount.negate() : amount;
        return books.item(id, bill ? "payable" : "receivable", DAY, amount(signed), signed);
    }

    Outcome<PaymentHistory> record(
            String id, boolean sent, BigDecimal amount, Allocation allocation, PaymentPolicy policy) {
        Payment payment = sent
                ? Payment.sent(id, PARTY, DAY, amount(amount), "main")
                : Payment.received(id, PARTY, DAY, amount(amount), "main");
        return payments.record(payment, allocation, policy, KitBooks.CLERK);
    }

    Outcome<PaymentHistory> clear(String id, BigDecimal booked, BigDecimal fee) {
        return payments.clear(
                IdempotencyKey.of("clear/" + id),
                PaymentId.of(id),
                Clearing.of(DAY, amount(booked)).less(amount(fee)),
                policy().build(),
                KitBooks.CLERK);
    }

    Outcome<PaymentHistory> fail(String id, BigDecimal fee) {
        return payments.fail(
                IdempotencyKey.of("fail/" + id), PaymentId.of(id), Failure.of(DAY, amount(fee)), KitBooks.CLERK);
    }

    PaymentPolicy.Builder policy() {
        PaymentPolicy.Builder policy = PaymentPolicy.builder();
        policy.matching(books.matchingPolicy().build());
        return policy;
    }

    PaymentPolicy anyKind() {
        MatchingPolicy.Builder matching = books.matchingPolicy();
        matching.reach(MatchReach.ANY_KIND);
        return PaymentPolicy.standard(matching.build());
    }

    /** Differences within both limits are written off. */
    PaymentPolicy writingOff(Optional<BigDecimal> most, Optional<BigDecimal> percent) {
        Rational share = percent.map(p -> Rational.of(p.movePointLeft(2))).orElse(Rational.ONE);
        MonetaryAmount limit = amount(most.orElse(BigDecimal.valueOf(1_000_000_000_000L)));
        PaymentPolicy.Builder policy = policy();
        policy.overpayment(OverpaymentPolicy.WRITE_OFF).underpayment(UnderpaymentPolicy.WRITE_OFF);
        policy.writeOffs(Lists.immutable.of(
                new WriteOff("tolerance", limit, share, AccountId.of("loss"), AccountId.of("gain"))));
        return policy.build();
    }

    /** What is open of a payment, without sign. */
    BigDecimal left(String id) {
        PaymentHistory payment = payments.find(PaymentId.of(id)).orElseThrow();
        return payments.item(payment)
                .map(item -> CaseCurrencies.decimal(item.residual().amountMinor(), books.base()))
                .orElse(BigDecimal.ZERO)
                .abs();
    }
}
