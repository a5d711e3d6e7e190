package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** The refusals of orders, each with its code and the sentence that says what to do. */
final class OrderRefusals {
    private static final RefusalCode UNKNOWN = RefusalCode.of("order.unknown");
    private static final RefusalCode EXISTS = RefusalCode.of("order.exists");
    private static final RefusalCode QUANTITIES = RefusalCode.of("order.quantities");
    private static final RefusalCode OVER_DELIVERY = RefusalCode.of("order.over-delivery");
    private static final RefusalCode RETURN_TOO_MUCH = RefusalCode.of("order.return-too-much");
    private static final RefusalCode CANCEL_TOO_MUCH = RefusalCode.of("order.cancel-too-much");
    private static final RefusalCode INVOICE_TOO_MUCH = RefusalCode.of("order.invoice-too-much");
    private static final RefusalCode INVOICE_EXISTS = RefusalCode.of("order.invoice-exists");
    private static final RefusalCode NOTHING_TO_INVOICE = RefusalCode.of("order.nothing-to-invoice");
    private static final RefusalCode NO_MILESTONE = RefusalCode.of("order.no-milestone");
    private static final RefusalCode DOWN_PAYMENT = RefusalCode.of("order.down-payment");
    private static final RefusalCode NO_RELEASE = RefusalCode.of("order.no-release");
    private static final RefusalCode CREDIT_EXCEEDED = RefusalCode.of("order.credit-exceeded");
    private static final RefusalCode CREDIT_CURRENCY = RefusalCode.of("order.credit-currency");

    private OrderRefusals() {}

    static Refusal unknown(DocumentId order) {
        return Refusal.of(UNKNOWN, "There is no order " + order + "; place it first")
                .with("order", order);
    }

    static Refusal exists(DocumentId order) {
        return Refusal.of(EXISTS, "Order " + order + " was placed already; take another id")
                .with("order", order);
    }

    static Refusal quantities(DocumentId order) {
        return Refusal.of(
                        QUANTITIES,
                        "The quantities must name lines of order " + order
                                + ", each once and with more than zero; correct them")
                .with("order", order);
    }

    static Refusal overDelivery(DocumentId order, LineQuantity asked, Rational most) {
        return tooMuch(
                OVER_DELIVERY,
                order,
                asked,
                most,
                "may still be delivered, with the tolerance; deliver less or have more ordered");
    }

    static Refusal returnTooMuch(DocumentId order, LineQuantity asked, Rational most) {
        return tooMuch(RETURN_TOO_MUCH, order, asked, most, "is with the customer; take back no more than that");
    }

    static Refusal cancelTooMuch(DocumentId order, LineQuantity asked, Rational most) {
        return tooMuch(
                CANCEL_TOO_MUCH, order, asked, most, "is not delivered yet; cancel no more, and take back what was");
    }

    static Refusal invoiceTooMuch(DocumentId order, LineQuantity asked, Rational most) {
        return tooMuch(INVOICE_TOO_MUCH, order, asked, most, "may be invoiced now; invoice less or deliver first");
    }

    private static Refusal tooMuch(RefusalCode code, DocumentId order, LineQuantity asked, Rational most, String rest) {
        return Refusal.of(
                        code,
                        asked.quantity() + " of line " + asked.line() + " of order " + order + " is too much: " + most
                                + " " + rest)
                .with("order", order)
                .with("line", asked.line())
                .with("asked", asked.quantity())
                .with("most", most);
    }

    static Refusal invoiceExists(DocumentId order, DocumentId invoice) {
        return Refusal.of(INVOICE_EXISTS, "Order " + order + " has an invoice " + invoice + " already; take another id")
                .with("order", order)
                .with("invoice", invoice);
    }

    static Refusal nothingToInvoice(DocumentId order) {
        return Refusal.of(
                        NOTHING_TO_INVOICE,
                        "Nothing of order " + order + " is to be invoiced now; deliver first or wait for more")
                .with("order", order);
    }

    static Refusal noMilestone(DocumentId order, int milestones) {
        return Refusal.of(
                        NO_MILESTONE,
                        "All " + milestones + " milestones of order " + order + " are invoiced; there is no other")
                .with("order", order)
                .with("milestones", milestones);
    }

    static Refusal downPayment(Order order, MonetaryAmount asked, long mostMinor) {
        String most = Amounts.canonical(Amounts.ofMinor(mostMinor, order.currency()));
        return Refusal.of(
                        DOWN_PAYMENT,
                        Amounts.canonical(asked) + " cannot be paid down on order " + order.id()
                                + "; ask for more than zero and at most " + most)
                .with("order", order.id())
                .with("asked", Amounts.canonical(asked))
                .with("most", most);
    }

    static Refusal noRelease(DocumentId order) {
        return Refusal.of(
                        NO_RELEASE,
                        "Nothing that was kept back on order " + order
                                + " can be released now; invoice all that is wanted first")
                .with("order", order);
    }

    static Refusal creditExceeded(PartyId party, MonetaryAmount used, MonetaryAmount asked, MonetaryAmount limit) {
        return Refusal.of(
                        CREDIT_EXCEEDED,
                        "With " + Amounts.canonical(asked) + " more party " + party
                                + " would exceed its credit limit of " + Amounts.canonical(limit)
                                + "; collect first, ask for a down payment or raise the limit")
                .with("party", party)
                .with("used", Amounts.canonical(used))
                .with("asked", Amounts.canonical(asked))
                .with("limit", Amounts.canonical(limit));
    }

    static Refusal creditCurrency(PartyId party, CurrencyUnit order, CurrencyUnit limit) {
        return Refusal.of(
                        CREDIT_CURRENCY,
                        "The credit limit of party " + party + " is in " + limit.getCurrencyCode()
                                + " and cannot be compared with orders in " + order.getCurrencyCode()
                                + "; state the limit in that currency or order in the other")
                .with("party", party)
                .with("currency", order.getCurrencyCode())
                .with("limitCurrency", limit.getCurrencyCode());
    }
}
