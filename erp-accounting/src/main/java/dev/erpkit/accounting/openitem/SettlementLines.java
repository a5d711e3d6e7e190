package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The lines on control accounts that keep the journal in step with what a match consumes. */
final class SettlementLines {
    private record Place(AccountId account, PartyId party, CurrencyUnit currency) {
        static Place of(OpenItem item) {
            return new Place(item.account(), item.party(), item.currency());
        }
    }

    private SettlementLines() {}

    /** One line for each account, party and currency on which the parts do not cancel out, in the order of the parts. */
    static ImmutableList<JournalLine> of(ImmutableList<OpenItem> items, ImmutableList<MatchPart> parts) {
        CurrencyUnit base = items.getFirst().baseCurrency();
        MutableMap<Place, Residual> left = Maps.mutable.empty();
        for (int i = 0; i < parts.size(); i++) {
            MatchPart part = parts.get(i);
            left.updateValue(
                    Place.of(items.get(i)),
                    () -> Residual.NONE,
                    sum -> sum.minus(part.amountMinor(), part.baseMinor()));
        }
        return items.collect(Place::of).distinct().flatCollect(place -> {
            Residual net = left.getIfAbsentValue(place, Residual.NONE);
            return net.open() ? Lists.immutable.of(line(place, net, base)) : Lists.immutable.empty();
        });
    }

    private static JournalLine line(Place place, Residual net, CurrencyUnit base) {
        return ExchangeLines.line(
                place.account(),
                Optional.of(place.party()),
                Dimensions.none(),
                net.amountMinor(),
                place.currency(),
                net.baseMinor(),
                base);
    }
}
