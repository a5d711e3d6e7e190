package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.calendar.DateRange;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A consolidated period that stands: the next one begins at its equity and never looks for a rate of the past again.
 *
 * @param group the name of the group, which a host with several chooses
 * @param period the period
 * @param currency the currency of the group
 * @param digest the fingerprint of all its figures
 * @param members the equity of each member at its end, by id
 */
public record FrozenPeriod(
        String group, DateRange period, CurrencyUnit currency, String digest, ImmutableList<FrozenMember> members) {}
