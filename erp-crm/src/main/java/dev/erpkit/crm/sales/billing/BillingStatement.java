package dev.erpkit.crm.sales.billing;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.crm.sales.price.TaxFigure;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A closing-day statement as it was issued; amounts in minor units.
 *
 * @param number 1, 2, 3 ... for each customer
 * @param period its days; the last is the closing day
 * @param collection the day on which it is collected
 * @param currency the currency
 * @param previousMinor what the statement before asked for (前回請求額)
 * @param received what was received since (入金額), in the order of day and document
 * @param sold what was sold (今回売上), in the order of day and document
 * @param taxes the tax on what was sold, once for each rate
 */
public record BillingStatement(
        int number,
        DateRange period,
        LocalDate collection,
        CurrencyUnit currency,
        long previousMinor,
        ImmutableList<BillingFact.Received> received,
        ImmutableList<BillingFact.Sold> sold,
        ImmutableList<TaxFigure> taxes) {
    /** The closing day. */
    public LocalDate closing() {
        return period.lastDay();
    }

    /** What was received. */
    public long receivedMinor() {
        return received.sumOfLong(BillingFact.Received::minor);
    }

    /** What is carried over (繰越額): asked for before and not received. */
    public long carriedMinor() {
        return Math.subtractExact(previousMinor, receivedMinor());
    }

    /** What was sold, without tax. */
    public long soldMinor() {
        return sold.sumOfLong(BillingFact.Sold::netMinor);
    }

    /** The tax of all rates. */
    public long taxMinor() {
        return taxes.sumOfLong(TaxFigure::taxMinor);
    }

    /** What is asked for (今回請求額): carried over, sold and tax. */
    public long totalMinor() {
        return Math.addExact(carriedMinor(), Math.addExact(soldMinor(), taxMinor()));
    }

    /** What is asked for as an amount. */
    public MonetaryAmount total() {
        return amount(totalMinor());
    }

    private MonetaryAmount amount(long minor) {
        return Amounts.ofMinor(minor, currency);
    }

    /** Whether a document is on it. */
    public boolean covers(BillingFact fact) {
        return received.anySatisfy(some -> some.document().equals(fact.document()))
                || sold.anySatisfy(some -> some.document().equals(fact.document()));
    }

    /** How the total came about. */
    public TraceStep trace() {
        TraceStep trace = TraceStep.of("sales.statement", Amounts.canonical(total()))
                .with("period", period)
                .with("previous", Amounts.canonical(amount(previousMinor)))
                .with("received", Amounts.canonical(amount(receivedMinor())))
                .with("carried", Amounts.canonical(amount(carriedMinor())))
                .with("sold", Amounts.canonical(amount(soldMinor())));
        for (TaxFigure tax : taxes) {
            trace = trace.from(TraceStep.of("sales.tax", Amounts.canonical(amount(tax.taxMinor())))
                    .with("rate", tax.rate())
                    .with("base", Amounts.canonical(amount(tax.baseMinor()))));
        }
        return trace;
    }
}
