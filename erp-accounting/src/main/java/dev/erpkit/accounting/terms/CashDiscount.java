package dev.erpkit.accounting.terms;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.immutables.value.Value;

/**
 * A discount for early payment. Never more than the total, and never twice for the same part of an invoice.
 *
 * <p>Worked: 2 % within 10 days of an invoice of 1,000 net and 150 tax is 23 under {@code included} (20 net, 3 tax), and 20
 * under {@code excluded}. Under {@code mixed} the invoice bears 147 tax from the start, and the discount is 20.
 */
@ErpValue
@Value.Immutable
public sealed interface CashDiscount permits ImmutableCashDiscount {
    /** The steps; of those that a payment is in time for the largest counts. */
    @NotEmpty
    @Size(max = 10)
    ImmutableList<DiscountStep> steps();

    /** What becomes of tax. */
    DiscountTax tax();

    /** Which payments earn it. */
    PartialPayments partial();

    /** How its amount is rounded. */
    RoundingPolicy rounding();

    /** Enforces the declared constraints. */
    @Value.Check
    default void check() {
        Constraints.check("CashDiscount", this);
    }

    /**
     * The discount with this text, such as {@code 3% +10d; 2% +30d}.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code terms.form}, {@code discount.share}
     */
    static CashDiscount parse(String text, DiscountTax tax) {
        return builder()
                .steps(TermTexts.lines(text, (word, until) -> new DiscountStep(TermTexts.share(word), until)))
                .tax(tax)
                .build();
    }

    /** The text of the steps, which {@link #parse} reads. */
    default String text() {
        return steps().collect(DiscountStep::text).makeString("; ");
    }

    /** The choices as one stable text, such as {@code included/one-payment/half-up:currency}. */
    default String policy() {
        return String.join("/", tax().text(), partial().text(), rounding().name());
    }

    /** The step that a payment on a day earns: the largest share it is in time for. */
    default Optional<DiscountStep> step(LocalDate document, LocalDate paid, BusinessCalendar calendar) {
        return steps().reject(step -> paid.isAfter(step.until().due(document, calendar)))
                .maxByOptional(DiscountStep::share);
    }

    private Rational largest() {
        return steps().collect(DiscountStep::share).max();
    }

    /**
     * The base that an invoice taxes for a net amount: under {@code mixed} less the largest discount, else the net amount.
     * For the document that hands its lines to a tax engine.
     */
    default MonetaryAmount taxBase(MonetaryAmount net) {
        if (tax() != DiscountTax.MIXED) {
            return net;
        }
        DiscountBasis basis = new DiscountBasis(Lists.immutable.of(DiscountPart.net("", net)));
        return Amounts.ofMinor(
                Math.subtractExact(Amounts.minor(net), basis.share(largest(), tax(), rounding())), net.getCurrency());
    }

    /**
     * What an invoice bears whose taxes were computed without a thought of the discount: under {@code mixed} each tax less
     * the largest discount, else the same.
     */
    default DiscountBasis onInvoice(DiscountBasis undiscounted) {
        return tax() == DiscountTax.MIXED ? undiscounted.taxesLess(largest(), rounding()) : undiscounted;
    }

    /** The discount of the whole invoice under a step, with the sign of its total. */
    default MonetaryAmount of(DiscountBasis invoice, DiscountStep step) {
        return Amounts.ofMinor(invoice.share(step.share(), tax(), rounding()), invoice.currency());
    }

    /** What is to be paid on a day, when nothing was paid before. */
    default MonetaryAmount payable(
            DiscountBasis invoice, LocalDate document, LocalDate paid, BusinessCalendar calendar) {
        long total = Amounts.minor(invoice.total());
        long discount = step(document, paid, calendar)
                .map(step -> Amounts.minor(of(invoice, step)))
                .orElse(0L);
        return Amounts.ofMinor(Math.subtractExact(total, discount), invoice.currency());
    }

    /**
     * Decides whether a payment earns the discount: what the payment leaves open, at most the discount of the whole.
     *
     * @param invoice what the invoice bears
     * @param document its day, from which the steps count
     * @param earlier the payments before, in any order
     * @param paid the day of the payment
     * @param amount the payment, with the sign of the total
     */
    default DiscountDecision decide(
            DiscountBasis invoice,
            LocalDate document,
            ImmutableList<DiscountPayment> earlier,
            LocalDate paid,
            MonetaryAmount amount,
            BusinessCalendar calendar) {
        Optional<DiscountStep> step = step(document, paid, calendar);
        DiscountChoice choice = step.map(s -> {
                    boolean inTime = earlier.allSatisfy(
                            payment -> !payment.date().isAfter(s.until().due(document, calendar)));
                    return DiscountChoice.of(this, invoice, s, earlier, inTime, Amounts.minor(amount));
                })
                .orElse(new DiscountChoice(DiscountReason.TOO_LATE, 0));
        MonetaryAmount discount = Amounts.ofMinor(choice.minor(), invoice.currency());
        TraceStep trace = TraceStep.of("discount." + choice.reason().text(), Amounts.canonical(discount))
                .with("policy", policy())
                .with("step", step.map(DiscountStep::text).orElse("none"))
                .with("total", Amounts.canonical(invoice.total()))
                .with("document", document)
                .with("paid", paid);
        return new DiscountDecision(choice.reason(), discount, invoice.divide(discount, tax(), rounding()), trace);
    }

    /** A builder; one payment, half up to the minor unit unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a discount. */
    final class Builder extends ImmutableCashDiscount.Builder {
        Builder() {
            partial(PartialPayments.ONE_PAYMENT);
            rounding(RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
        }
    }
}
