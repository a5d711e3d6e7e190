package dev.erpkit.accounting.deferral;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * What a credit note takes back first. Of 20,000 with 18,854.18 recognised, a credit of 19,500 takes:
 *
 * <table>
 * <caption>Names</caption>
 * <tr><th>{@code recognised-first}</th><td>18,854.18 of what is recognised, 645.82 of what is deferred</td></tr>
 * <tr><th>{@code deferred-first}</th><td>1,145.82 of what is deferred, 18,354.18 of what is recognised</td></tr>
 * <tr><th>{@code proportional}</th><td>18,382.83 and 1,117.17</td></tr>
 * </table>
 */
public enum CreditSplit {
    /** What is recognised, then what is deferred. */
    RECOGNISED_FIRST("recognised-first"),
    /** What is deferred, then what is recognised. */
    DEFERRED_FIRST("deferred-first"),
    /** Both in proportion; the recognised part is rounded half up. */
    PROPORTIONAL("proportional");

    private static final RoundingPolicy WHOLE = RoundingPolicy.to(0, RoundingRule.HALF_UP);

    private final String text;

    CreditSplit(String text) {
        this.text = text;
    }

    /** How much of a credit, in minor units, takes back what is recognised; the rest takes what is deferred. */
    public long ofRecognised(long credit, long recognised, long deferred) {
        return switch (this) {
            case RECOGNISED_FIRST -> Math.min(credit, recognised);
            case DEFERRED_FIRST -> Math.max(0, credit - deferred);
            case PROPORTIONAL ->
                WHOLE.round(Rational.of(credit)
                                .multiply(Rational.of(recognised))
                                .divide(Rational.of(Math.addExact(recognised, deferred))))
                        .longValueExact();
        };
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code deferral.unknown-policy}
     */
    public static CreditSplit parse(String text) {
        return Named.parse(values(), CreditSplit::text, "CreditSplit", text);
    }
}
