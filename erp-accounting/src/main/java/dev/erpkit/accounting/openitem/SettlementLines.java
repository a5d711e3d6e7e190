package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.money.CurrencyUnit;

import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableOrderedMap;
import org.eclipse.collections.impl.map.ordered.mutable.OrderedMapAdapter;

/** The lines on control accounts that keep the journal in step with what a match consumes. */
final class SettlementLines {
    private record Place(AccountId account, PartyId party, CurrencyUnit currency) {}

    private SettlementLines() {}

    /** One line for each account, party and currency on which the parts do not cancel out, in the order of the parts. */
    static ImmutableList<JournalLine> of(ImmutableList<OpenItem> items, ImmutableList<MatchPart> parts) {
        CurrencyUnit base = items.getFirst().baseCurrency();
        MutableOrderedMap<Place, Residual> left = OrderedMapAdapter.adapt(new LinkedHashMap<>());
        for (int i = 0; i < parts.size(); i++) {
            OpenItem item = items.get(i);
            MatchPart part = parts.get(i);
            left.updateValue(
                    new Place(item.account(), item.party(), item.currency()),
                    () -> Residual.NONE,
                    sum -> sum.minus(part.amountMinor(), part.baseMinor()));
        }
        return left.keyValuesView()
                .select(pair -> pair.getTwo().open())
                .collect(pair -> ExchangeLines.line(
                        pair.getOne().account(),
                        Optional.of(pair.getOne().party()),
                        Dimensions.none(),
                        pair.getTwo().amountMinor(),
                        pair.getOne().currency(),
                        pair.getTwo().baseMinor(),
                        base))
                .toImmutableList();
    }
}
