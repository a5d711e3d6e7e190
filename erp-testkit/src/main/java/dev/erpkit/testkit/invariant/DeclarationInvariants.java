package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationDecisions;
import dev.erpkit.accounting.declaration.DeclarationFact.Prepared;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.Declarations;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.journal.BookId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of the declarations of a form and the tax facts they are made of. */
public final class DeclarationInvariants {
    private DeclarationInvariants() {}

    /** Every declaration, filed or not, is made up again from the facts exactly as it was. */
    public static ImmutableList<Finding> rebuilt(
            Declarations declarations, ImmutableList<TaxFact> facts, BookId book, DeclarationForm form) {
        return declarations
                .facts()
                .collect(fact -> fact.change())
                .selectInstancesOf(Prepared.class)
                .collect(Prepared::declaration)
                .select(declaration ->
                        declaration.book().equals(book) && declaration.form().equals(form.id()))
                .reject(declaration -> DeclarationDecisions.rebuild(declarations, facts, form, declaration)
                        .equals(declaration))
                .collect(declaration -> new Finding(
                        "declaration-rebuilt", "declaration " + declaration.key(), "is made up differently again"));
    }

    /**
     * Every fact is declared once or still waits: what was filed in all and what waits come to what the facts come to, box by
     * box, in base, tax and number.
     *
     * @param facts all tax facts of the form
     * @param undeclared those that no filed declaration is said to have taken
     */
    public static ImmutableList<Finding> declaredOnce(
            Declarations declarations,
            ImmutableList<TaxFact> facts,
            ImmutableList<TaxFact> undeclared,
            BookId book,
            DeclarationForm form) {
        MutableMap<String, long[]> wanted = sums(facts);
        MutableMap<String, long[]> actual = sums(undeclared);
        for (Declaration declaration : declarations.filed(book, form.id())) {
            for (BoxTotal box : declaration.boxes()) {
                add(
                        actual,
                        box.box() + " in " + box.currency().getCurrencyCode(),
                        box.baseMinor(),
                        box.taxMinor(),
                        box.facts());
            }
        }
        MutableList<Finding> found = Lists.mutable.empty();
        for (String box : wanted.keysView().toSet().withAll(actual.keysView()).toSortedList()) {
            long[] facit = wanted.getIfAbsent(box, () -> new long[3]);
            long[] told = actual.getIfAbsent(box, () -> new long[3]);
            if (facit[0] != told[0] || facit[1] != told[1] || facit[2] != told[2]) {
                found.add(new Finding(
                        "declared-once",
                        "box " + box,
                        "base " + told[0] + ", tax " + told[1] + " of " + told[2]
                                + " facts are declared or wait, but there are " + facit[0] + ", " + facit[1] + " of "
                                + facit[2]));
            }
        }
        return found.toImmutable();
    }

    private static MutableMap<String, long[]> sums(ImmutableList<TaxFact> facts) {
        MutableMap<String, long[]> sums = Maps.mutable.empty();
        facts.forEach(fact -> add(
                sums,
                fact.line().box() + " in " + fact.line().currency().getCurrencyCode(),
                fact.line().baseMinor(),
                fact.line().taxMinor(),
                1));
        return sums;
    }

    private static void add(MutableMap<String, long[]> sums, String box, long base, long tax, long count) {
        long[] sum = sums.getIfAbsentPut(box, () -> new long[3]);
        sum[0] = Math.addExact(sum[0], base);
        sum[1] = Math.addExact(sum[1], tax);
        sum[2] = Math.addExact(sum[2], count);
    }
}
