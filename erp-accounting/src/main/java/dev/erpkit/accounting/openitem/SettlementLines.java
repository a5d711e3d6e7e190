package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The lines on control accounts that keep the journal in step with what a match consumes. They stand on the coordinates of
 * the lines that the items come from.
 */
final class SettlementLines {
    private record Place(AccountId account, PartyId party, CurrencyUnit currency) {
        static Place of(OpenItem item) {
            return new Place(item.account(), item.party(), item.currency());
        }
    }

    /** What a part takes off a place, on the coordinates of its item. */
    private record Taken(Place place, Dimensions coordinates, Residual change) {}

    private SettlementLines() {}

    /** The lines of each account, party and currency on which the parts do not cancel out, in the order of the parts. */
    static ImmutableList<JournalLine> of(
            ImmutableList<OpenItem> items, Function<ItemId, Dimensions> coordinates, ImmutableList<MatchPart> parts) {
        CurrencyUnit base = items.getFirst().baseCurrency();
        MutableList<Taken> taken = Lists.mutable.empty();
        for (int i = 0; i < parts.size(); i++) {
            OpenItem item = items.get(i);
            Residual change =
                    Residual.NONE.minus(parts.get(i).amountMinor(), parts.get(i).baseMinor());
            taken.add(new Taken(Place.of(item), coordinates.apply(item.id()), change));
        }
        return taken.collect(Taken::place)
                .distinct()
                .flatCollect(place -> onPlace(taken.select(t -> t.place().equals(place))))
                .collect(t -> line(t, base))
                .toImmutable();
    }

    /**
     * One change for each set of coordinates, or one for the place where items of different coordinates settle each other:
     * then no amount moves between these, and the base that is left stands on those of the first item.
     */
    private static RichIterable<Taken> onPlace(MutableList<Taken> taken) {
        Taken whole = sum(taken);
        MutableList<Taken> each = taken.collect(Taken::coordinates)
                .distinct()
                .collect(coordinates -> sum(taken.select(t -> t.coordinates().equals(coordinates))));
        boolean across = whole.change().amountMinor() == 0
                && each.anySatisfy(t -> t.change().amountMinor() != 0);
        return (across ? Lists.mutable.of(whole) : each).select(t -> t.change().open());
    }

    private static Taken sum(MutableList<Taken> taken) {
        Taken first = taken.getFirst();
        Residual sum = taken.injectInto(
                Residual.NONE,
                (left, t) -> left.minus(-t.change().amountMinor(), -t.change().baseMinor()));
        return new Taken(first.place(), first.coordinates(), sum);
    }

    private static JournalLine line(Taken taken, CurrencyUnit base) {
        Place place = taken.place();
        return ExchangeLines.line(
                place.account(),
                Optional.of(place.party()),
                taken.coordinates(),
                taken.change().amountMinor(),
                place.currency(),
                taken.change().baseMinor(),
                base);
    }
}
