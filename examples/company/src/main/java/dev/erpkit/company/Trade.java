package dev.erpkit.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One sale or purchase on credit, and how it is paid.
 *
 * @param document the id of the invoice
 * @param sale whether the company sells
 * @param partner the other side
 * @param date the day of delivery and invoice
 * @param due the day it should be paid
 * @param lines what was traded; none of an invoice of last year
 * @param gross what is owed, in minor units of the partner's currency
 * @param payments how it is paid, also after the end of the year
 */
record Trade(
        String document,
        boolean sale,
        Partner partner,
        LocalDate date,
        LocalDate due,
        List<Line> lines,
        long gross,
        List<Payment> payments) {
    /**
     * Goods at a price.
     *
     * @param text what they are
     * @param quantity how many units
     * @param unit the unit
     * @param price of a unit without tax, in major units of the currency
     * @param taxes the codes of their taxes
     */
    record Line(String text, BigDecimal quantity, String unit, BigDecimal price, List<String> taxes) {}

    /**
     * A payment of a part of the invoice, or all of it.
     *
     * @param id the id of the entry
     * @param date when it is on the bank account
     * @param amount in minor units of the partner's currency
     */
    record Payment(String id, LocalDate date, long amount) {}
}
