package dev.erpkit.company;

import dev.erpkit.company.goods.Ware;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One sale or purchase on credit, and how it is paid.
 *
 * @param document the id of the invoice
 * @param sale whether the company sells
 * @param partner the other side
 * @param date the day of the invoice, and of delivery where the company sells
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
    /** Whether it is the bill of an order, which goes into the books once it matches what came. */
    boolean ordered() {
        return !sale && lines.stream().anyMatch(line -> line.ware().isPresent());
    }

    /**
     * Goods at a price, or a service.
     *
     * @param text what they are
     * @param quantity how many units
     * @param unit the unit
     * @param price of a unit without tax, in major units of the currency
     * @param taxes the codes of their taxes
     * @param ware what leaves the shelf, or comes; none of a service
     */
    record Line(
            String text, BigDecimal quantity, String unit, BigDecimal price, List<String> taxes, Optional<Ware> ware) {
        /** So many units of a ware. */
        static Line of(Ware ware, long units, String unit, BigDecimal price, List<String> taxes) {
            return new Line(ware.text(), BigDecimal.valueOf(units), unit, price, taxes, Optional.of(ware));
        }

        /** A service. */
        static Line of(String text, BigDecimal price, List<String> taxes) {
            return new Line(text, BigDecimal.ONE, "式", price, taxes, Optional.empty());
        }

        /** How much of a ware it is, in its stock unit. */
        long inStock() {
            return ware.orElseThrow().inStock(quantity.longValueExact(), unit);
        }
    }

    /**
     * A payment of a part of the invoice, or all of it.
     *
     * @param id the id of the entry
     * @param date when it is on the bank account
     * @param amount in minor units of the partner's currency
     */
    record Payment(String id, LocalDate date, long amount) {}
}
