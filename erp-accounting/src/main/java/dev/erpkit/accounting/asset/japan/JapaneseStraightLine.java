package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.asset.Part;
import dev.erpkit.accounting.asset.Progress;
import dev.erpkit.core.outcome.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** 定額法: the cost times the rate of the life, a year; the last year goes down to the memo value. */
record JapaneseStraightLine() implements DepreciationMethod {
    private static final String NAME = "jp-straight-line";

    @Override
    public String text() {
        return NAME;
    }

    @Override
    public Renewal renewal() {
        return Renewal.YEAR;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        long rate = RateTable.STRAIGHT_LINE
                .of(TaxLaw.years(progress.lifeMonths()))
                .orElseThrow()
                .rate();
        return new Part(progress.cost(), rate * (to - from), 1000 * progress.year());
    }

    @Override
    public Optional<Refusal> refusal(DepreciationTerms terms, LocalDate acquired) {
        return TaxLaw.life(NAME, RateTable.STRAIGHT_LINE, terms)
                .or(() -> TaxLaw.day(NAME, acquired, JapaneseMethods.APRIL_2007, LocalDate.MAX));
    }
}
