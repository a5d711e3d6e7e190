package dev.erpkit.hr.us;

import dev.erpkit.hr.payroll.Caps;
import dev.erpkit.hr.payroll.Rate;

/**
 * Withholding on supplemental wages apart from regular ones (Publication 15, section 7): 22 %, and 37 % on what exceeds
 * 1,000,000 of supplemental wages in the calendar year. In cents, rounded half up.
 */
public final class Supplemental {
    static final Rate FLAT = Rate.percent("22");
    static final Rate ABOVE = Rate.percent("37");
    static final long MILLION = 1_000_000_00;

    private Supplemental() {}

    /**
     * What is withheld.
     *
     * @param wages supplemental wages of the payment
     * @param before supplemental wages of the calendar year before it
     */
    public static long withheld(long wages, long before) {
        long under = Caps.within(MILLION, before, wages);
        return Math.addExact(
                Fica.CENT.share(under, FLAT.numerator(), FLAT.denominator(), Fica.USD),
                Fica.CENT.share(wages - under, ABOVE.numerator(), ABOVE.denominator(), Fica.USD));
    }
}
