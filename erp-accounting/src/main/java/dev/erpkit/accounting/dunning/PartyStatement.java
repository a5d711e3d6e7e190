package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.openitem.Ageing;
import dev.erpkit.accounting.openitem.AgeingBasis;
import dev.erpkit.accounting.openitem.AgeingBuckets;
import dev.erpkit.accounting.openitem.AgeingRow;
import dev.erpkit.accounting.openitem.StatementLine;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The statement of a party's account: everything it has open at the end of a day, and by age. Later payments, and what is
 * recorded later when the query says as known at when, do not change it.
 *
 * @param party the party
 * @param asOf the day
 * @param lines what is open, the longest overdue first; payments that were not matched are negative
 * @param ageing the same by account, currency and age
 */
public record PartyStatement(
        PartyId party, LocalDate asOf, ImmutableList<StatementLine> lines, ImmutableList<AgeingRow> ageing) {
    /**
     * The statement of a party.
     *
     * @param query of which book and account, and as known at which position or instant
     */
    public static PartyStatement of(
            OpenItemLog log, OpenItemQuery query, PartyId party, LocalDate asOf, AgeingBuckets buckets) {
        OpenItemQuery mine = query.of(party);
        return new PartyStatement(
                party,
                asOf,
                StatementLine.of(log, mine, asOf),
                Ageing.of(log, mine, asOf, buckets, AgeingBasis.DUE_DATE));
    }

    /** The currencies in which something is open, in the order of their codes. */
    public ImmutableList<CurrencyUnit> currencies() {
        return lines.collect(line -> line.item().currency())
                .distinct()
                .toSortedListBy(CurrencyUnit::getCurrencyCode)
                .toImmutable();
    }

    /** What is open in a currency. */
    public MonetaryAmount total(CurrencyUnit currency) {
        return sum(currency, lines);
    }

    /** What of that is overdue. */
    public MonetaryAmount overdue(CurrencyUnit currency) {
        return sum(currency, lines.select(line -> line.daysOverdue() > 0));
    }

    private static MonetaryAmount sum(CurrencyUnit currency, ImmutableList<StatementLine> lines) {
        long minor = 0;
        for (StatementLine line : lines) {
            if (line.item().currency().equals(currency)) {
                minor = Math.addExact(minor, line.open().amountMinor());
            }
        }
        return Amounts.ofMinor(minor, currency);
    }

    /** The figures as plain text, one line for each item and one for the total of each currency. */
    public String plainText() {
        StringBuilder text = new StringBuilder("as of ").append(asOf).append('\n');
        lines.forEach(line -> text.append(
                        line.item().document().orElse(line.item().id().toString()))
                .append(" due ")
                .append(line.item().due())
                .append(": ")
                .append(Amounts.canonical(line.amount()))
                .append('\n'));
        currencies()
                .forEach(currency -> text.append("open: ")
                        .append(Amounts.canonical(total(currency)))
                        .append(", overdue: ")
                        .append(Amounts.canonical(overdue(currency)))
                        .append('\n'));
        return text.toString();
    }
}
