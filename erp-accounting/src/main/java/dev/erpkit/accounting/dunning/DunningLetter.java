package dev.erpkit.accounting.dunning;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.time.LocalDate;
import java.util.Comparator;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What one letter to one party in one currency says; the words around it are the host's, by {@link #textKey}.
 *
 * @param party the party
 * @param currency the currency of all its amounts
 * @param day the day of the run
 * @param lines the items, in the order of their due days
 */
public record DunningLetter(PartyId party, CurrencyUnit currency, LocalDate day, ImmutableList<DunningProposal> lines) {
    static final Comparator<DunningProposal> ORDER = Comparator.comparing((DunningProposal p) -> p.party())
            .thenComparing(p -> p.currency().getCurrencyCode())
            .thenComparing(DunningProposal::due)
            .thenComparing(DunningProposal::item);

    private record Key(PartyId party, CurrencyUnit currency, LocalDate day) {}

    /** The letters for proposals: one for each party, currency and run. */
    public static ImmutableList<DunningLetter> of(ImmutableList<DunningProposal> proposals) {
        MutableMap<Key, Boolean> seen = Maps.mutable.empty();
        ImmutableList<DunningProposal> ordered = proposals.toSortedList(ORDER).toImmutable();
        return ordered.collect(p -> new Key(p.party(), p.currency(), p.day()))
                .select(key -> seen.put(key, true) == null)
                .collect(key -> new DunningLetter(
                        key.party(),
                        key.currency(),
                        key.day(),
                        ordered.select(p -> new Key(p.party(), p.currency(), p.day()).equals(key))));
    }

    /** The highest level of its items, which sets the tone. */
    public int level() {
        return lines.collectInt(DunningProposal::level).max();
    }

    /** The key of the text for the highest level. */
    public String textKey() {
        return lines.maxBy(DunningProposal::level).textKey();
    }

    /** What is open. */
    public MonetaryAmount open() {
        return Amounts.ofMinor(lines.sumOfLong(DunningProposal::openMinor), currency);
    }

    /** The fees of this letter. */
    public MonetaryAmount fees() {
        return Amounts.ofMinor(lines.sumOfLong(DunningProposal::feeMinor), currency);
    }

    /** The interest charged by this letter. */
    public MonetaryAmount interest() {
        return Amounts.ofMinor(lines.sumOfLong(DunningProposal::interestMinor), currency);
    }

    /** What is asked for. */
    public MonetaryAmount total() {
        return Amounts.ofMinor(
                lines.sumOfLong(p -> Math.addExact(p.openMinor(), Math.addExact(p.feeMinor(), p.interestMinor()))),
                currency);
    }

    /** The figures as plain text, one line for each item and one for the total. */
    public String plainText() {
        StringBuilder text = new StringBuilder();
        for (DunningProposal line : lines) {
            text.append(line.document().orElse(line.item().toString()))
                    .append(" due ")
                    .append(line.due())
                    .append(": ")
                    .append(Amounts.canonical(line.open()));
            if (line.feeMinor() != 0) {
                text.append(", fee ").append(Amounts.canonical(line.fee()));
            }
            if (line.interestMinor() != 0) {
                text.append(", interest ").append(Amounts.canonical(line.interest()));
            }
            text.append('\n');
        }
        return text.append("total: ")
                .append(Amounts.canonical(total()))
                .append('\n')
                .toString();
    }
}
