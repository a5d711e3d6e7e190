package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.consolidation.CellPart;
import dev.erpkit.accounting.consolidation.Consolidation;
import dev.erpkit.accounting.consolidation.DatedAmount;
import dev.erpkit.accounting.consolidation.GroupEntry;
import dev.erpkit.accounting.consolidation.GroupLine;
import dev.erpkit.accounting.consolidation.GroupRow;
import dev.erpkit.accounting.consolidation.IntercompanyDifference;
import dev.erpkit.accounting.consolidation.MemberBooks;
import dev.erpkit.accounting.consolidation.MemberCell;
import dev.erpkit.accounting.consolidation.TranslatedMember;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** What holds of the figures of a group; computed from the parts once more, apart from how the library adds them up. */
public final class ConsolidationInvariants {
    private ConsolidationInvariants() {}

    /** Each row is what members bring and entries do to it; members, entries and rows each add up to zero. */
    public static ImmutableList<Finding> groupIsTheSum(Consolidation figures) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (GroupRow row : figures.rows()) {
            BigInteger sum = sum(row.members().collect(MemberCell::minor))
                    .add(sum(row.eliminations().collect(each -> each.line().minor())));
            zero(found, "group-is-the-sum", "row " + row.account(), sum.subtract(BigInteger.valueOf(row.minor())));
        }
        zero(found, "group-is-the-sum", "the rows", sum(figures.rows().collect(GroupRow::minor)));
        for (TranslatedMember member : figures.members()) {
            BigInteger sum = sum(member.cells().collect(MemberCell::minor));
            zero(found, "group-is-the-sum", "member " + member.member().id(), sum);
        }
        for (GroupEntry entry : figures.entries()) {
            zero(
                    found,
                    "group-is-the-sum",
                    "entry " + entry.id(),
                    sum(entry.lines().collect(GroupLine::minor)));
        }
        BigInteger inRows = sum(figures.rows()
                .flatCollect(GroupRow::eliminations)
                .collect(each -> each.line().minor()));
        zero(found, "group-is-the-sum", "the entries", inRows);
        return found.toImmutable();
    }

    /** Every translation difference follows from net assets and rates. */
    public static ImmutableList<Finding> differencesAreProved(Consolidation figures) {
        return figures.members()
                .reject(member -> member.proof().holds())
                .collect(member -> new Finding(
                        "differences-proved",
                        member.member().id().value(),
                        "leaves unexplained " + member.proof().unexplained()));
    }

    /** A member translated at one rate throughout has no translation difference. */
    public static ImmutableList<Finding> equalRatesLeaveNothing(Consolidation figures) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (TranslatedMember member : figures.members()) {
            ImmutableSet<Optional<Rational>> rates = member.cells()
                    .flatCollect(MemberCell::parts)
                    .collect(CellPart::rate)
                    .collect(rate -> rate.map(ExchangeRate::rate))
                    .toSet()
                    .toImmutable();
            if (rates.size() <= 1 && rates.allSatisfy(Optional::isPresent) && member.differenceMinor() != 0) {
                found.add(new Finding(
                        "equal-rates",
                        member.member().id().value(),
                        "has a difference of " + member.differenceMinor() + " at one rate"));
            }
        }
        return found.toImmutable();
    }

    /** A company alone, in its own currency, is its group: account by account, without entries. */
    public static ImmutableList<Finding> oneMemberIsItsGroup(Consolidation figures, MemberBooks books) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (GroupRow row : figures.rows()) {
            BigInteger own = sum(books.amounts()
                    .select(a -> a.account().equals(row.account()))
                    .collect(DatedAmount::minor));
            zero(found, "one-member", "row " + row.account(), own.subtract(BigInteger.valueOf(row.minor())));
        }
        if (figures.entries().notEmpty() || figures.unmatched().notEmpty()) {
            found.add(new Finding("one-member", "entries", "are there, though there is nothing to take out"));
        }
        return found.toImmutable();
    }

    /** What two sides differ by is told and not zero, and no entry between members takes out more of a side than it has. */
    public static ImmutableList<Finding> differencesAreReported(Consolidation figures) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (IntercompanyDifference difference : figures.unmatched()) {
            String id = "intercompany:" + difference.pair() + ":" + difference.member() + ":"
                    + difference.counterparty() + ":"
                    + difference.relation().name().toLowerCase(Locale.ROOT);
            if (difference.differenceMinor() == 0) {
                found.add(new Finding("differences-reported", id, "differs by nothing"));
            }
            for (GroupEntry entry : figures.entries().select(e -> e.id().equals(id))) {
                BigInteger first = sum(entry.lines()
                        .select(l -> l.member().equals(Optional.of(difference.member())))
                        .collect(GroupLine::minor));
                BigInteger has = BigInteger.valueOf(difference.memberMinor());
                if (first.abs().compareTo(has.abs()) > 0) {
                    found.add(new Finding("differences-reported", id, "takes out " + first + " of " + has));
                }
            }
        }
        return found.toImmutable();
    }

    private static BigInteger sum(Iterable<Long> all) {
        BigInteger sum = BigInteger.ZERO;
        for (long each : all) {
            sum = sum.add(BigInteger.valueOf(each));
        }
        return sum;
    }

    private static void zero(MutableList<Finding> found, String invariant, String where, BigInteger difference) {
        if (difference.signum() != 0) {
            found.add(new Finding(invariant, where, "is off by " + difference));
        }
    }
}
