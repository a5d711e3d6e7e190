package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.Optional;

/** What the law lets a method depreciate. */
final class TaxLaw {
    private static final RefusalCode NOT_IN_TABLE = RefusalCode.of("asset.life-not-in-table");
    private static final RefusalCode NOT_ON_DAY = RefusalCode.of("asset.method-not-on-day");

    private TaxLaw() {}

    static int years(int lifeMonths) {
        return lifeMonths % 12 == 0 ? lifeMonths / 12 : 0;
    }

    static Optional<Refusal> life(String method, RateTable table, DepreciationTerms terms) {
        if (table.of(years(terms.lifeMonths())).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(
                        NOT_IN_TABLE,
                        "The table of " + method + " has lives of " + table.lives() + " whole years but the asset has "
                                + terms.lifeMonths() + " months; correct the life or take a method with a given rate")
                .with("method", method)
                .with("months", terms.lifeMonths()));
    }

    static Optional<Refusal> day(String method, LocalDate acquired, LocalDate from, LocalDate until) {
        if (!acquired.isBefore(from) && acquired.isBefore(until)) {
            return Optional.empty();
        }
        String bounds = (from.equals(LocalDate.MIN) ? "" : " from " + from)
                + (until.equals(LocalDate.MAX) ? "" : " until before " + until);
        return Optional.of(Refusal.of(
                        NOT_ON_DAY,
                        "Method " + method + " is for assets acquired" + bounds + ", not on " + acquired
                                + "; take the method of that day")
                .with("method", method)
                .with("acquired", acquired));
    }
}
