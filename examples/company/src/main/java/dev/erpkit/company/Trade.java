package dev.erpkit.company;

import java.time.LocalDate;
import java.util.List;

/**
 * One sale or purchase on credit, and how it is paid.
 *
 * @param document the number of the invoice, also the key of its event
 * @param sale whether the company sells
 * @param partner the other side
 * @param date the day of delivery and invoice
 * @param due the day it should be paid
 * @param net the amount without tax in minor units of the partner's currency
 * @param tax consumption tax in minor units; nothing on foreign trade
 * @param goods what was traded
 * @param payments how it is paid, also after the end of the year
 */
record Trade(
        String document,
        boolean sale,
        Partner partner,
        LocalDate date,
        LocalDate due,
        long net,
        long tax,
        String goods,
        List<Payment> payments) {
    /**
     * A payment of a part of the invoice, or all of it.
     *
     * @param id the id of the entry
     * @param date when it is on the bank account
     * @param amount in minor units of the partner's currency
     */
    record Payment(String id, LocalDate date, long amount) {}

    long gross() {
        return Math.addExact(net, tax);
    }
}
