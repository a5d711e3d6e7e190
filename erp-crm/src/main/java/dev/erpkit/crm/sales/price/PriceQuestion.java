package dev.erpkit.crm.sales.price;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.set.ImmutableSet;

/**
 * What an item costs whom and when.
 *
 * @param item the item
 * @param quantity how much of it one line has
 * @param day on which day
 * @param currency in which currency
 * @param party for whom
 * @param groups the groups of customers to which it belongs
 */
public record PriceQuestion(
        String item,
        Rational quantity,
        LocalDate day,
        CurrencyUnit currency,
        PartyId party,
        ImmutableSet<String> groups) {}
