package dev.erpkit.accounting.tax.japan;

import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * How much of the tax on purchases from sellers who are not registered may be deducted for some years (免税事業者等からの仕入れ
 * に係る経過措置), by the day of the purchase. Until September 2023 all of it could be.
 *
 * <p>What lets a buyer take it at all is not asked here: what the invoice tells, the books that say so, and the yearly cap on
 * purchases from one seller.
 */
public enum UnregisteredSellers {
    /**
     * 80 % for three years from October 2023 and 50 % for three more: 平成28年法律第15号, supplementary provisions 52 and 53,
     * as first enacted. From October 2026 on the reform of fiscal 2026 is about to take its place.
     */
    AS_ENACTED_2016("as-enacted-2016"),
    /**
     * 80 % until September 2026, then 70 % for two years, 50 % for two and 30 % for one: the outline of the tax reform of
     * fiscal 2026 (令和8年度税制改正大綱 of December 2025). From October 2026 on these figures are unconfirmed: they are those of
     * the outline, and the promulgated text of the amendment was not at hand. Confirm them before filing.
     */
    REFORM_2026("reform-2026");

    private record Span(DateRange validity, Rational share) {}

    private static final LocalDate START = LocalDate.of(2023, 10, 1);
    private static final LocalDate REFORM = LocalDate.of(2026, 10, 1);

    private final String text;

    UnregisteredSellers(String text) {
        this.text = text;
    }

    private ImmutableList<Span> spans() {
        return switch (this) {
            case AS_ENACTED_2016 ->
                Lists.immutable.of(span("2023-10-01", "2026-10-01", 80), span("2026-10-01", "2029-10-01", 50));
            case REFORM_2026 ->
                Lists.immutable.of(
                        span("2023-10-01", "2026-10-01", 80),
                        span("2026-10-01", "2028-10-01", 70),
                        span("2028-10-01", "2030-10-01", 50),
                        span("2030-10-01", "2031-10-01", 30));
        };
    }

    /** The stable name, such as {@code reform-2026}. */
    public String text() {
        return text;
    }

    /**
     * Whether the shares of a day are confirmed: those through September 2026, on which the law and the outline of its reform
     * agree. Later ones rest on an outline or on what it replaces; a host that files by them checks the law first.
     */
    public static boolean isConfirmedOn(LocalDate purchase) {
        return purchase.isBefore(REFORM);
    }

    /** The share of the tax that may be deducted of a purchase on a day, 0 to 1; see {@link #isConfirmedOn}. */
    public Rational shareOn(LocalDate purchase) {
        if (purchase.isBefore(START)) {
            return Rational.ONE;
        }
        Span found = spans().detect(span -> span.validity.contains(purchase));
        return found == null ? Rational.ZERO : found.share;
    }

    /** A line of a purchase on a day from such a seller: its deductible share is cut. */
    public TaxedLine cut(TaxedLine line, LocalDate purchase) {
        return TaxedLine.builder()
                .from(line)
                .deductibleShare(line.deductibleShare().multiply(shareOn(purchase)))
                .build();
    }

    private static Span span(String startInclusive, String endExclusive, int percent) {
        return new Span(
                DateRange.of(LocalDate.parse(startInclusive), LocalDate.parse(endExclusive)),
                Rational.of(percent, 100));
    }
}
