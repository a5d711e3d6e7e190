package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The figures of a document, and what decided them. In the currency of the document and in base currency alike, the total is
 * the net plus the taxes plus the rounding, exactly.
 *
 * @param currency its currency
 * @param baseCurrency the base currency of the books
 * @param rate the rate at which it was translated; none when it is in base currency
 * @param taxPoint the day whose rates hold for its taxes
 * @param taxPolicy the name of the policy by which its taxes were worked out
 * @param totalRounding the name of the policy by which its total was rounded
 * @param lines the lines, numbered from 1
 * @param taxes the taxes, each once: what its lines bear together
 * @param taxDifferences where a supplier's printed tax was taken in place of the one that was worked out
 * @param roundingMinor what the total was rounded by, in minor units of the currency
 * @param roundingBaseMinor the same in minor units of the base currency
 * @param instalments what is owed when; together the total
 */
public record DocumentFigures(
        CurrencyUnit currency,
        CurrencyUnit baseCurrency,
        Optional<ExchangeRate> rate,
        LocalDate taxPoint,
        String taxPolicy,
        Optional<String> totalRounding,
        ImmutableList<IssuedLine> lines,
        ImmutableList<DocumentTax> taxes,
        ImmutableList<TaxDifference> taxDifferences,
        long roundingMinor,
        long roundingBaseMinor,
        ImmutableList<Instalment> instalments) {
    /**
     * Checks that the figures agree: {@code document.line-numbers}, {@code document.tax-sum},
     * {@code document.instalment-sum}.
     */
    public DocumentFigures {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() != i + 1) {
                throw new InvalidValueException(
                        "DocumentFigures", "lines", "document.line-numbers", "must be numbered from 1 without gaps");
            }
        }
        if (!TaxSums.agree(lines, taxes)) {
            throw new InvalidValueException(
                    "DocumentFigures", "taxes", "document.tax-sum", "must be what the lines bear together");
        }
        long owed = Sums.of(instalments, part -> Amounts.minor(part.amount()));
        if (owed != net(lines) + tax(taxes) + roundingMinor) {
            throw new InvalidValueException(
                    "DocumentFigures", "instalments", "document.instalment-sum", "must sum to the total");
        }
    }

    private static long net(ImmutableList<IssuedLine> lines) {
        return Sums.of(lines, IssuedLine::netMinor);
    }

    private static long tax(ImmutableList<DocumentTax> taxes) {
        return Sums.of(taxes, DocumentTax::taxMinor);
    }

    /** The lines together, without taxes. */
    public long netMinor() {
        return net(lines);
    }

    /** The taxes together. */
    public long taxMinor() {
        return tax(taxes);
    }

    /** What is owed. */
    public long totalMinor() {
        return Math.addExact(Math.addExact(netMinor(), taxMinor()), roundingMinor);
    }

    /** The lines together, without taxes, in base currency. */
    public long netBaseMinor() {
        return Sums.of(lines, IssuedLine::netBaseMinor);
    }

    /** The taxes together in base currency. */
    public long taxBaseMinor() {
        return Sums.of(taxes, DocumentTax::taxBaseMinor);
    }

    /** What is owed, in base currency: what the books show of it. */
    public long totalBaseMinor() {
        return Math.addExact(Math.addExact(netBaseMinor(), taxBaseMinor()), roundingBaseMinor);
    }

    /** {@link #netMinor()} as an amount. */
    public MonetaryAmount net() {
        return Amounts.ofMinor(netMinor(), currency);
    }

    /** {@link #taxMinor()} as an amount. */
    public MonetaryAmount tax() {
        return Amounts.ofMinor(taxMinor(), currency);
    }

    /** The tax of a code: all its accounts and boxes together. */
    public MonetaryAmount tax(String code) {
        return Amounts.ofMinor(tax(taxes.select(tax -> tax.tax().code().equals(code))), currency);
    }

    /** {@link #totalMinor()} as an amount. */
    public MonetaryAmount total() {
        return Amounts.ofMinor(totalMinor(), currency);
    }

    /** {@link #totalBaseMinor()} as an amount. */
    public MonetaryAmount totalBase() {
        return Amounts.ofMinor(totalBaseMinor(), baseCurrency);
    }
}
