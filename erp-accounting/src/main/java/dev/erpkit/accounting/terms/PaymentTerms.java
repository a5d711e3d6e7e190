package dev.erpkit.accounting.terms;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.immutables.value.Value;

/**
 * When a document's total is to be paid, as data: lines that each ask for a part on a day. Instalments sum to the total
 * exactly, in the currency of the document and in base currency, and all have its sign.
 *
 * <p>Worked: {@code 30% +0d; rest +60d} of 100.01 dated 2026-04-01 is 30.00 on that day and 70.01 on 2026-05-31.
 */
@ErpValue
@Value.Immutable
public sealed interface PaymentTerms permits ImmutablePaymentTerms {
    /** The lines, in their order; at most one asks for the rest, the last. */
    @NotEmpty
    @Size(max = 120)
    ImmutableList<TermLine> lines();

    /** The choices that decide the figures. */
    TermPolicy policy();

    /**
     * Enforces the declared constraints, and that the lines can split every total.
     *
     * @throws InvalidValueException also {@code terms.shares-exceed} above 100 %, {@code terms.remainder-place} when a line
     *     before the last asks for the rest, {@code terms.remainder-missing} when no line takes what is left
     */
    @Value.Check
    default void check() {
        Constraints.check("PaymentTerms", this);
        Rational shares = lines().collect(TermLine::part)
                .selectInstancesOf(TermPart.Share.class)
                .collect(TermPart.Share::share)
                .injectInto(Rational.ZERO, Rational::add);
        if (shares.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException(
                    "PaymentTerms",
                    "lines",
                    "terms.shares-exceed",
                    "have shares of " + TermTexts.share(shares) + " together; reduce them to 100 % or less");
        }
        int rest = lines().detectIndex(line -> line.part() instanceof TermPart.Rest);
        if (rest >= 0 && rest < lines().size() - 1) {
            throw new InvalidValueException(
                    "PaymentTerms", "lines", "terms.remainder-place", "must ask for the rest in the last line only");
        }
        if (rest < 0 && !takesAll(shares)) {
            throw new InvalidValueException(
                    "PaymentTerms", "lines", "terms.remainder-missing", "must end with a line for the rest");
        }
    }

    /** Whether lines without one for the rest leave nothing of any total. */
    private boolean takesAll(Rational shares) {
        boolean whole = shares.equals(Rational.ONE);
        boolean sharesOnly = lines().allSatisfy(line -> line.part() instanceof TermPart.Share);
        return switch (policy().split()) {
            case REST_LINE -> false;
            case LAST_LINE -> whole;
            case ALLOCATED -> whole && sharesOnly;
        };
    }

    /** All in one amount. */
    static PaymentTerms net(DateRule due) {
        return of(new TermLine(new TermPart.Rest(), due));
    }

    /** All on the day of the document. */
    static PaymentTerms atOnce() {
        return net(DateRule.atOnce());
    }

    /** Terms of these lines under the standard policy. */
    static PaymentTerms of(TermLine... lines) {
        return builder().lines(Lists.immutable.of(lines)).build();
    }

    /**
     * The terms with this text under the standard policy: lines divided by {@code ;}, each a part and a rule. Parts:
     * {@code 30%}, {@code 1/3}, {@code 50%-of-rest}, {@code EUR:200.00}, {@code rest}; rules: see {@link DateRule}.
     *
     * @throws InvalidValueException {@code terms.form}, or what {@link #check} and the parts refuse
     */
    static PaymentTerms parse(String text) {
        return parse(text, TermPolicy.standard());
    }

    /**
     * The terms with this text under a policy.
     *
     * @throws InvalidValueException as {@link #parse(String)}
     */
    static PaymentTerms parse(String text, TermPolicy policy) {
        return builder()
                .lines(TermTexts.lines(text, (word, due) -> new TermLine(TermTexts.part(word), due)))
                .policy(policy)
                .build();
    }

    /** The text of the lines, which {@link #parse(String)} reads. */
    default String text() {
        return lines().collect(TermLine::text).makeString("; ");
    }

    /** The instalments of a total in base currency: see {@link #schedule(LocalDate, MonetaryAmount, MonetaryAmount, BusinessCalendar)}. */
    default Outcome<PaymentSchedule> schedule(LocalDate document, MonetaryAmount total, BusinessCalendar calendar) {
        return schedule(document, total, total, calendar);
    }

    /**
     * The instalments of a total, one for each line, some of which may be zero.
     *
     * @param document the day of the document, from which the rules count
     * @param total what is owed, negative for what is given back, in whole minor units
     * @param base the same in base currency, split in proportion to the instalments
     * @param calendar the business days
     * @return the instalments, or {@code terms.fixed-exceeds}, {@code terms.currency}
     */
    default Outcome<PaymentSchedule> schedule(
            LocalDate document, MonetaryAmount total, MonetaryAmount base, BusinessCalendar calendar) {
        return TermAmounts.split(this, total).map(amounts -> {
            long[] bases = TermAmounts.inProportion(Amounts.minor(base), amounts, policy().remainder());
            MutableList<Instalment> instalments = Lists.mutable.empty();
            for (int i = 0; i < amounts.length; i++) {
                instalments.add(new Instalment(
                        i + 1,
                        lines().get(i).due().due(document, calendar),
                        Amounts.ofMinor(amounts[i], total.getCurrency()),
                        Amounts.ofMinor(bases[i], base.getCurrency())));
            }
            return new PaymentSchedule(this, document, instalments.toImmutable());
        });
    }

    /** A builder; the standard policy unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds terms. */
    final class Builder extends ImmutablePaymentTerms.Builder {
        Builder() {
            policy(TermPolicy.standard());
        }
    }
}
