package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.Part;
import dev.erpkit.accounting.asset.Progress;
import dev.erpkit.accounting.asset.japan.RateTable.Rates;
import dev.erpkit.core.outcome.Refusal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * 定率法 since April 2007: the book value at the start of the year times the rate, a year, while that is at least the guaranteed
 * amount (償却保証額), cost times guarantee rate. From the first year below it, the book value at the start of that year (改定取得価額)
 * times the revised rate (改定償却率), the same every year, down to the memo value. The comparison is of whole years, also in the
 * year of the acquisition. The year in which the life ends takes the yen that rounding down has left of the years before.
 */
record GuaranteedDeclining(String text, RateTable table, LocalDate from, LocalDate until)
        implements DepreciationMethod {
    @Override
    public Renewal renewal() {
        return Renewal.YEAR;
    }

    /** Remembers the book value at the start of the first year below the guaranteed amount. */
    @Override
    public void renewed(Progress progress) {
        Rates rates = rates(progress);
        BigInteger whole = BigInteger.valueOf(progress.base()).multiply(BigInteger.valueOf(rates.rate() * 100));
        BigInteger guaranteed = BigInteger.valueOf(progress.cost()).multiply(BigInteger.valueOf(rates.guarantee()));
        if (progress.remembered() == 0 && rates.revised() > 0 && whole.compareTo(guaranteed) < 0) {
            progress.remember(progress.base());
        }
    }

    private Rates rates(Progress progress) {
        return table.of(TaxLaw.years(progress.lifeMonths())).orElseThrow();
    }

    @Override
    public Part between(Progress progress, long start, long end) {
        Rates rates = rates(progress);
        long thousand = 1000 * progress.year();
        return progress.remembered() == 0
                ? new Part(progress.base(), rates.rate() * (end - start), thousand)
                : new Part(progress.remembered(), rates.revised() * (end - start), thousand);
    }

    @Override
    public Optional<Refusal> refusal(DepreciationTerms terms, LocalDate acquired) {
        return TaxLaw.life(text, table, terms).or(() -> TaxLaw.day(text, acquired, from, until));
    }
}
