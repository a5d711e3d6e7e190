package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.terms.CashDiscount;
import dev.erpkit.accounting.terms.DiscountBasis;
import dev.erpkit.accounting.terms.DiscountPayment;
import dev.erpkit.accounting.terms.Instalment;
import dev.erpkit.accounting.terms.PartialPayments;
import dev.erpkit.accounting.terms.PaymentSchedule;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.money.Amounts;
import java.math.BigInteger;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of instalments and of discounts that were given. */
public final class TermInvariants {
    private TermInvariants() {}

    /** Instalments sum to the total and to its base amount exactly, and none stands against their signs. */
    public static ImmutableList<Finding> instalmentsSum(
            PaymentSchedule schedule, MonetaryAmount total, MonetaryAmount base) {
        MutableList<Finding> found = Lists.mutable.empty();
        sum(found, "amount", schedule.instalments().collect(Instalment::amount), total);
        sum(found, "base", schedule.instalments().collect(Instalment::base), base);
        return found.toImmutable();
    }

    private static void sum(
            MutableList<Finding> found, String what, ImmutableList<MonetaryAmount> parts, MonetaryAmount total) {
        BigInteger sum = BigInteger.ZERO;
        int sign = Long.signum(Amounts.minor(total));
        for (MonetaryAmount part : parts) {
            long minor = Amounts.minor(part);
            sum = sum.add(BigInteger.valueOf(minor));
            if (minor != 0 && Long.signum(minor) != sign) {
                found.add(new Finding("instalments-sign", what, part + " is against the sign of " + total));
            }
        }
        if (!sum.equals(BigInteger.valueOf(Amounts.minor(total)))) {
            found.add(new Finding("instalments-sum", what, sum + " minor units are not " + total));
        }
    }

    /** Every instalment is due when its line says, and none before the document. */
    public static ImmutableList<Finding> dueDatesFollow(PaymentSchedule schedule, BusinessCalendar calendar) {
        return schedule.instalments()
                .reject(instalment -> schedule.terms()
                        .lines()
                        .get(instalment.number() - 1)
                        .due()
                        .due(schedule.document(), calendar)
                        .equals(instalment.due()))
                .collect(instalment -> new Finding(
                        "instalments-due", "instalment " + instalment.number(), "is due on " + instalment.due()));
    }

    /** The due dates never decrease: for terms whose lines say so. */
    public static ImmutableList<Finding> dueDatesAscend(PaymentSchedule schedule) {
        MutableList<Finding> found = Lists.mutable.empty();
        LocalDate before = LocalDate.MIN;
        for (Instalment instalment : schedule.instalments()) {
            if (instalment.due().isBefore(before)) {
                found.add(new Finding(
                        "instalments-ascend",
                        "instalment " + instalment.number(),
                        "is due on " + instalment.due() + ", before " + before));
            }
            before = instalment.due();
        }
        return found.toImmutable();
    }

    /**
     * The discounts of an invoice together are at most its largest discount and at most its total, a discount with all
     * that was paid through it at most the total, and unless shares are earned there is one at most.
     *
     * @param payments in the order in which they were decided
     */
    public static ImmutableList<Finding> discountsStayInside(
            CashDiscount discount, DiscountBasis invoice, ImmutableList<DiscountPayment> payments) {
        MutableList<Finding> found = Lists.mutable.empty();
        long total = Amounts.minor(invoice.total());
        int sign = Long.signum(total);
        long most = discount.steps()
                .collectLong(step -> sign * Amounts.minor(discount.of(invoice, step)))
                .max();
        long given = sign * payments.sumOfLong(payment -> Amounts.minor(payment.discount()));
        int times = payments.count(payment -> !payment.discount().isZero());
        if (given < 0 || given > most || given > sign * total) {
            found.add(new Finding("discount-inside", "invoice", given + " of at most " + most + " minor units"));
        }
        if (times > 1 && discount.partial() != PartialPayments.PROPORTIONAL) {
            found.add(new Finding("discount-once", "invoice", "was given " + times + " times"));
        }
        long settled = 0;
        for (DiscountPayment payment : payments) {
            settled += sign * (Amounts.minor(payment.amount()) + Amounts.minor(payment.discount()));
            if (!payment.discount().isZero() && settled > sign * total) {
                found.add(new Finding("discount-open", payment.date().toString(), "more was given than was open"));
            }
        }
        return found.toImmutable();
    }
}
