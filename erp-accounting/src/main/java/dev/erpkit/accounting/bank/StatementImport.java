package dev.erpkit.accounting.bank;

import org.eclipse.collections.api.bag.MutableBag;
import org.eclipse.collections.api.factory.Bags;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Takes lines of overlapping files in without doubling and without losing any: pure functions.
 *
 * <p>A line with the bank's own reference is there once. Lines without one that look alike (same account, date, amount and
 * text) are counted: the n-th in a file is the n-th that is known already. So the same file again adds nothing, and two
 * coffees on one day stay two. Importing any files in any order gives the same lines.
 */
public final class StatementImport {
    private StatementImport() {}

    /** The lines of a file that are not known yet, in their order. */
    public static ImmutableList<BankLine> additions(ImmutableList<BankLine> known, ImmutableList<BankLine> file) {
        MutableBag<String> left = Bags.mutable.empty();
        known.forEach(line -> left.add(line.likeness()));
        MutableList<BankLine> added = Lists.mutable.empty();
        for (BankLine line : file) {
            String likeness = line.likeness();
            boolean there = line.reference().isPresent() ? left.contains(likeness) : left.remove(likeness);
            if (!there) {
                added.add(line);
                if (line.reference().isPresent()) {
                    left.add(likeness);
                }
            }
        }
        return added.toImmutable();
    }

    /** What is known once a file is taken in. */
    public static ImmutableList<BankLine> unite(ImmutableList<BankLine> known, ImmutableList<BankLine> file) {
        return known.newWithAll(additions(known, file));
    }
}
