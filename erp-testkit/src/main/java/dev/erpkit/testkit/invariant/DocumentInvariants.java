package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.document.DocumentFigures;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentTax;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.document.LineTax;
import dev.erpkit.accounting.document.TaxKey;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.util.function.ToLongFunction;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of issued documents, whatever storage keeps them. All take every document of a tenant, in the order of issuing. */
public final class DocumentInvariants {
    private DocumentInvariants() {}

    /** Numbers of every series are 1, 2, 3 ... in the order of issuing. */
    public static ImmutableList<Finding> numbersAreGapless(ImmutableList<IssuedDocument> documents) {
        MutableList<Finding> found = Lists.mutable.empty();
        documents.groupBy(document -> document.number().series()).forEachKeyMultiValues((series, of) -> {
            long expected = 1;
            for (IssuedDocument document : of) {
                if (document.number().number() != expected) {
                    found.add(new Finding(
                            "document-numbers",
                            document.id().value(),
                            "has number " + document.number() + " where " + expected + " was next"));
                }
                expected = document.number().number() + 1;
            }
        });
        return found.toImmutable();
    }

    /** In both currencies the total is net, taxes and rounding; lines sum to net and taxes; instalments sum to the total. */
    public static ImmutableList<Finding> totalsAgree(ImmutableList<IssuedDocument> documents) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (IssuedDocument document : documents) {
            DocumentFigures figures = document.figures();
            long lines = sum(document.lines(), IssuedLine::grossMinor) + figures.roundingMinor();
            long owed = sum(figures.instalments(), part -> Amounts.minor(part.amount()));
            long base = sum(document.lines(), IssuedLine::netBaseMinor)
                    + sum(document.taxes(), DocumentTax::taxBaseMinor)
                    + figures.roundingBaseMinor();
            check(found, document, "lines and total", lines, figures.totalMinor());
            check(found, document, "instalments and total", owed, figures.totalMinor());
            check(found, document, "base net, taxes and total", base, figures.totalBaseMinor());
            boolean inBase = figures.currency().equals(figures.baseCurrency());
            if (inBase) {
                check(found, document, "base total and total", figures.totalBaseMinor(), figures.totalMinor());
            }
            document.taxes()
                    .forEach(tax -> check(
                            found, document, "tax " + tax.tax().code(), ofTax(document, tax.tax()), tax.taxMinor()));
        }
        return found.toImmutable();
    }

    /**
     * What credits a document never exceeds it, per line, per tax and in total, and is the same when every line is credited
     * in full; so is its base total, unless amounts below zero stand on the side of the total and share its translation.
     */
    public static ImmutableList<Finding> creditsNeverExceed(ImmutableList<IssuedDocument> documents) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (IssuedDocument original : documents) {
            ImmutableList<IssuedDocument> credits =
                    documents.select(document -> document.kind().reduces() && takesOf(document, original.id()));
            if (credits.notEmpty()) {
                creditsOf(original, credits, found);
            }
        }
        return found.toImmutable();
    }

    private static void creditsOf(
            IssuedDocument original, ImmutableList<IssuedDocument> credits, MutableList<Finding> found) {
        boolean all = true;
        ImmutableList<IssuedLine> taken = credits.flatCollect(IssuedDocument::lines);
        for (IssuedLine line : original.lines()) {
            ImmutableList<IssuedLine> of =
                    taken.select(each -> each.takes().orElseThrow().line() == line.number());
            Rational share = of.injectInto(
                    Rational.ZERO,
                    (Rational sum, IssuedLine each) ->
                            sum.add(each.takes().orElseThrow().share()));
            String where = "line " + line.number();
            if (share.compareTo(Rational.ONE) > 0) {
                found.add(finding(original, where, "is credited " + share + " times"));
            }
            boolean whole = share.equals(Rational.ONE);
            all &= whole;
            within(found, original, where, sum(of, IssuedLine::netMinor), line.netMinor(), whole);
            for (int i = 0; i < line.taxes().size(); i++) {
                LineTax tax = line.taxes().get(i);
                int at = i;
                within(
                        found,
                        original,
                        where + ", tax " + tax.tax().code(),
                        sum(of, each -> each.taxes().get(at).taxMinor()),
                        tax.taxMinor(),
                        whole);
            }
        }
        for (DocumentTax tax : original.taxes()) {
            within(
                    found,
                    original,
                    "tax " + tax.tax().code(),
                    sum(credits, credit -> ofTax(credit, tax.tax())),
                    tax.taxMinor(),
                    all);
        }
        long total = sum(credits, credit -> credit.figures().totalMinor());
        within(found, original, "total", total, original.figures().totalMinor(), all);
        if (all && (oneSided(original) || credits.size() == 1)) {
            long base = sum(credits, credit -> credit.figures().totalBaseMinor());
            within(found, original, "base total", base, original.figures().totalBaseMinor(), true);
        }
    }

    private static boolean oneSided(IssuedDocument document) {
        return document.figures().roundingMinor() >= 0
                && document.lines().allSatisfy(line -> line.netMinor() >= 0)
                && document.taxes().allSatisfy(tax -> tax.taxMinor() >= 0);
    }

    /** The figures of documents that were issued are those of before: for a host to call around a change of its settings. */
    public static ImmutableList<Finding> unchanged(
            ImmutableList<IssuedDocument> before, ImmutableList<IssuedDocument> after) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (IssuedDocument document : before) {
            IssuedDocument now = after.detect(each -> each.id().equals(document.id()));
            if (!document.equals(now)) {
                found.add(new Finding("documents-immutable", document.id().value(), "has changed or is gone"));
            }
        }
        return found.toImmutable();
    }

    private static boolean takesOf(IssuedDocument document, DocumentId id) {
        return document.lines()
                .anySatisfy(line -> line.takes()
                        .filter(reference -> reference.document().equals(id))
                        .isPresent());
    }

    private static long ofTax(IssuedDocument document, TaxKey key) {
        return sum(
                document.lines()
                        .flatCollect(IssuedLine::taxes)
                        .select(tax -> tax.tax().equals(key)),
                LineTax::taxMinor);
    }

    private static void within(
            MutableList<Finding> found, IssuedDocument original, String where, long taken, long whole, boolean all) {
        boolean inside = whole >= 0 ? taken >= 0 && taken <= whole : taken <= 0 && taken >= whole;
        if (!inside || all && taken != whole) {
            found.add(finding(original, where, "has " + taken + " credited of " + whole));
        }
    }

    private static Finding finding(IssuedDocument document, String where, String message) {
        return new Finding("credits-within", document.id() + ", " + where, message);
    }

    private static void check(MutableList<Finding> found, IssuedDocument document, String what, long one, long other) {
        if (one != other) {
            found.add(new Finding("document-totals", document.id().value(), what + " are " + one + " and " + other));
        }
    }

    private static <T> long sum(Iterable<T> parts, ToLongFunction<? super T> amount) {
        long sum = 0;
        for (T part : parts) {
            sum = Math.addExact(sum, amount.applyAsLong(part));
        }
        return sum;
    }
}
