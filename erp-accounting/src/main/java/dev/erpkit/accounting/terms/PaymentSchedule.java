package dev.erpkit.accounting.terms;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The instalments of one document.
 *
 * @param terms the terms, with the policy that gave the figures
 * @param document the day of the document
 * @param instalments one for each line of the terms, in their order
 */
public record PaymentSchedule(PaymentTerms terms, LocalDate document, ImmutableList<Instalment> instalments) {
    /** The instalments that ask for something: what becomes open items. */
    public ImmutableList<Instalment> owed() {
        return instalments.reject(
                instalment -> instalment.amount().isZero() && instalment.base().isZero());
    }

    /** The sum of the instalments. */
    public MonetaryAmount total() {
        return sum(instalments.collect(Instalment::amount));
    }

    /** The sum of the instalments in base currency. */
    public MonetaryAmount base() {
        return sum(instalments.collect(Instalment::base));
    }

    /** How the figures came about. */
    public TraceStep trace() {
        TraceStep trace = TraceStep.of("terms.schedule", Amounts.canonical(total()))
                .with("document", document)
                .with("policy", terms.policy().text());
        for (Instalment instalment : instalments) {
            trace = trace.from(TraceStep.of("terms.instalment", Amounts.canonical(instalment.amount()))
                    .with("line", terms.lines().get(instalment.number() - 1).text())
                    .with("due", instalment.due())
                    .with("base", Amounts.canonical(instalment.base())));
        }
        return trace;
    }

    static MonetaryAmount sum(ImmutableList<MonetaryAmount> amounts) {
        long minor = 0;
        for (MonetaryAmount amount : amounts) {
            minor = Math.addExact(minor, Amounts.minor(amount));
        }
        return Amounts.ofMinor(minor, amounts.getFirst().getCurrency());
    }
}
