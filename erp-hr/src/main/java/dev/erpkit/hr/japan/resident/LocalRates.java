package dev.erpkit.hr.japan.resident;

import dev.erpkit.hr.payroll.Rate;

/**
 * What a municipality and its prefecture take; many have rates of their own, so a host gives those of the place.
 *
 * @param municipal share of the taxable income
 * @param prefectural share of the taxable income
 * @param municipalPerCapita in yen
 * @param prefecturalPerCapita in yen
 * @param forestTax the national forest tax, in yen
 * @param municipalCreditShare of the adjustment credit, the prefecture bears the rest
 */
public record LocalRates(
        Rate municipal,
        Rate prefectural,
        long municipalPerCapita,
        long prefecturalPerCapita,
        long forestTax,
        Rate municipalCreditShare) {
    /** The standard of the Local Tax Act: 6 % and 4 %, 3,000 and 1,000 yen, forest tax 1,000 yen. */
    public static final LocalRates STANDARD =
            new LocalRates(Rate.percent("6"), Rate.percent("4"), 3_000, 1_000, 1_000, Rate.percent("60"));

    /** The standard of a designated city: 8 % and 2 %. */
    public static final LocalRates DESIGNATED_CITY =
            new LocalRates(Rate.percent("8"), Rate.percent("2"), 3_000, 1_000, 1_000, Rate.percent("80"));

    /** Nagoya and Aichi, as the city publishes them: 7.7 % and 2 %, 2,800 and 1,500 yen. */
    public static final LocalRates NAGOYA =
            new LocalRates(Rate.percent("7.7"), Rate.percent("2"), 2_800, 1_500, 1_000, Rate.percent("80"));
}
