package dev.erpkit.crm.sales.contract;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is agreed with a party.
 *
 * @param party the party
 * @param validity the days on which it may call off
 * @param lines the items, each once, with prices in one currency
 */
public record FrameTerms(PartyId party, DateRange validity, ImmutableList<FrameLine> lines) {
    /** Checks items and currency: {@code contract.lines}. */
    public FrameTerms {
        boolean once = lines.collect(FrameLine::item).distinct().size() == lines.size();
        boolean one =
                lines.collect(line -> line.price().getCurrency()).distinct().size() == 1;
        if (lines.isEmpty() || lines.size() > 10_000 || !once || !one) {
            throw new InvalidValueException(
                    "FrameTerms",
                    "lines",
                    "contract.lines",
                    "must be 1 to 10000 items, each once, all in one currency");
        }
    }

    /** What is agreed with a party. */
    public static FrameTerms of(String party, DateRange validity, FrameLine... lines) {
        return new FrameTerms(PartyId.of(party), validity, Lists.immutable.with(lines));
    }

    /** A canonical text, by which commands are told apart. */
    String text() {
        return party + "|" + validity + "|"
                + lines.collect(line -> line.item() + " " + line.most() + " " + Amounts.canonical(line.price()))
                        .makeString("|");
    }
}
