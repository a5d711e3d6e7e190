package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.payment.PaymentStep;
import dev.erpkit.accounting.payment.PaymentStep.Kind;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of payments. */
public final class PaymentInvariants {
    private PaymentInvariants() {}

    /**
     * Steps are numbered without gaps from the recording on, under keys of their own, none before the payment's day; a
     * payment is cleared once at most, fails once at most, and nothing follows its failure.
     */
    public static ImmutableList<Finding> stepsFollow(ImmutableList<PaymentHistory> payments) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (PaymentHistory payment : payments) {
            ImmutableList<PaymentStep> steps = payment.steps();
            String where = payment.payment().id().value();
            for (int i = 0; i < steps.size(); i++) {
                PaymentStep step = steps.get(i);
                if (step.number() != i + 1 || (i == 0) != (step.kind() == Kind.RECORDED)) {
                    found.add(new Finding("payment-steps", where, "has " + step.kind() + " as step " + step.number()));
                }
                if (step.date().isBefore(payment.payment().date())) {
                    found.add(new Finding("payment-steps", where, "has a step on " + step.date()));
                }
            }
            boolean once = steps.count(s -> s.kind() == Kind.CLEARED) <= 1
                    && steps.count(s -> s.kind() == Kind.FAILED) <= 1
                    && (steps.noneSatisfy(s -> s.kind() == Kind.FAILED)
                            || steps.getLast().kind() == Kind.FAILED);
            if (!once || steps.collect(PaymentStep::key).distinct().size() != steps.size()) {
                found.add(new Finding("payment-steps", where, "has the steps " + steps.collect(PaymentStep::kind)));
            }
        }
        return found.toImmutable();
    }

    /** Lines that are not booked and payments on their way explain the difference of books and bank exactly. */
    public static ImmutableList<Finding> bankReconciles(Reconciliation reconciliation) {
        return reconciliation.explained()
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding(
                        "bank-reconciles",
                        reconciliation.day().toString(),
                        "the bank account is off by " + reconciliation.unexplained() + ", the clearing account by "
                                + reconciliation.transitUnexplained()));
    }
}
