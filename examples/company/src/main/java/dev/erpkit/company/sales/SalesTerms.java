package dev.erpkit.company.sales;

import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.inventory.move.Location;
import java.time.LocalDate;
import java.util.function.BiFunction;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What the company has decided about selling on order, and under which names its books and its stock know things.
 *
 * @param taxes how the taxes of an invoice are worked out
 * @param matching how open items are matched
 * @param printed what must be printed on an invoice and is nobody's figure
 * @param due when an invoice of a day is due to be paid by a party
 * @param limits the most that a party may owe and have on order together; none, no limit
 * @param items the names of items by their ids
 * @param qualifiers what the lines of an invoice are told apart by in the books, by the code of their tax
 * @param receivables the account of what customers owe
 * @param dollars the account on which dollars are
 * @param rates what foreign money is worth
 * @param stock the account of goods
 * @param shelf where goods lie that are sold on order
 * @param customers where they go
 */
public record SalesTerms(
        TaxPolicy taxes,
        MatchingPolicy matching,
        ImmutableSortedMap<String, String> printed,
        BiFunction<PartyId, LocalDate, LocalDate> due,
        ImmutableMap<PartyId, MonetaryAmount> limits,
        ImmutableMap<String, String> items,
        ImmutableMap<String, String> qualifiers,
        String receivables,
        String dollars,
        ExchangeRates rates,
        String stock,
        Location shelf,
        Location customers) {}
