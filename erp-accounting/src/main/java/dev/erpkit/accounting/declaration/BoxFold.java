package dev.erpkit.accounting.declaration;

import dev.erpkit.core.value.Digest;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Folds facts to the boxes of a form. */
final class BoxFold {
    private BoxFold() {}

    /** The facts that a declaration takes, after those that were filed before it. */
    static ImmutableList<TaxFact> taken(
            Declaration declaration, ImmutableList<Declaration> filedBefore, ImmutableList<TaxFact> facts) {
        return facts.select(fact -> declaration.takes(fact) && filedBefore.noneSatisfy(earlier -> earlier.takes(fact)));
    }

    static ImmutableList<BoxTotal> of(DeclarationForm form, ImmutableList<TaxFact> facts) {
        return sum(form, facts.collect(BoxTotal::of));
    }

    /** One total for each box and currency, in the order of the form and then of the codes of the currencies. */
    static ImmutableList<BoxTotal> sum(DeclarationForm form, ImmutableList<BoxTotal> parts) {
        MutableMap<String, BoxTotal> sums = Maps.mutable.empty();
        parts.forEach(part -> sums.merge(part.box() + "\n" + part.currency().getCurrencyCode(), part, BoxTotal::plus));
        return sums.toList()
                .sortThisBy(total -> total.currency().getCurrencyCode())
                .sortThisByInt(total -> form.boxes().indexOf(total.box()))
                .toImmutable();
    }

    static Digest hash(Declaration.Builder head, ImmutableList<TaxFact> facts, ImmutableList<BoxTotal> boxes) {
        Declaration unsigned =
                head.through(0).position(0).boxes(boxes).hash(Digest.ZERO).build();
        StringBuilder text = new StringBuilder("declaration:v1\n")
                .append(unsigned.book())
                .append('\n')
                .append(unsigned.form())
                .append('\n')
                .append(unsigned.period())
                .append('\n')
                .append(unsigned.correction())
                .append('\n')
                .append(unsigned.late().text());
        for (TaxFact fact : facts) {
            TaxLine line = fact.line();
            text.append("\nfact ")
                    .append(fact.number())
                    .append(' ')
                    .append(fact.date())
                    .append(' ')
                    .append(line.currency().getCurrencyCode())
                    .append(' ')
                    .append(line.baseMinor())
                    .append(' ')
                    .append(line.taxMinor())
                    .append(' ')
                    .append(line.box())
                    .append('\t')
                    .append(line.code());
        }
        boxes.forEach(box -> text.append("\nbox ")
                .append(box.baseMinor())
                .append(' ')
                .append(box.taxMinor())
                .append(' ')
                .append(box.facts())
                .append(' ')
                .append(box.currency().getCurrencyCode())
                .append(' ')
                .append(box.box()));
        return Digest.ofText(text);
    }
}
