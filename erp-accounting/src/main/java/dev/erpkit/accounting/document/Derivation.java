package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/** How the figures of an issued document came about, told by what is frozen in it alone. */
final class Derivation {
    private final IssuedDocument document;

    private Derivation(IssuedDocument document) {
        this.document = document;
    }

    static TraceStep of(IssuedDocument document) {
        return new Derivation(document).document();
    }

    /** What a total is rounded from. */
    private static final class Total {
        private Rational unrounded = Rational.ZERO;
        private long taxableMinor;
        private long taxMinor;
    }

    private TraceStep document() {
        DocumentFigures figures = document.figures();
        TraceStep step = TraceStep.of("document", Amounts.canonical(figures.total()))
                .with("document", document.id())
                .with("number", document.number())
                .with("net", Amounts.canonical(figures.net()))
                .with("tax", Amounts.canonical(figures.tax()))
                .with("rounding", text(figures.roundingMinor()))
                .with("policy", figures.taxPolicy())
                .with("taxPoint", figures.taxPoint());
        MutableSortedMap<String, Total> totals = totals();
        for (String name : totals.keysView()) {
            Total total = totals.getIfAbsentPut(name, Total::new);
            step = step.from(TraceStep.of("tax-total", text(total.taxMinor))
                    .with("of", name)
                    .with("base", text(total.taxableMinor))
                    .with("unrounded", text(total.unrounded)));
        }
        for (TaxDifference difference : figures.taxDifferences()) {
            step = step.from(TraceStep.of("tax-by-hand", text(difference.printedMinor()))
                    .with("tax", difference.tax())
                    .with("computed", text(difference.computedMinor())));
        }
        for (IssuedLine line : document.lines()) {
            step = step.from(line(line));
        }
        return step;
    }

    /** What lines bear together under each name; each line brings its base once, however many parts its tax has. */
    private MutableSortedMap<String, Total> totals() {
        MutableSortedMap<String, Total> totals = SortedMaps.mutable.empty();
        for (IssuedLine line : document.lines()) {
            MutableSet<String> based = Sets.mutable.empty();
            MutableSet<String> counted = Sets.mutable.empty();
            for (LineTax tax : taxes(line)) {
                tax.origin().ifPresent(origin -> {
                    Total total = totals.getIfAbsentPut(origin.total(), Total::new);
                    total.taxMinor = Math.addExact(total.taxMinor, tax.taxMinor());
                    if (based.add(origin.total())) {
                        total.taxableMinor = Math.addExact(total.taxableMinor, tax.taxableMinor());
                    }
                    if (counted.add(tax.tax().code())) {
                        total.unrounded = total.unrounded.add(origin.unrounded());
                    }
                });
            }
        }
        return totals;
    }

    private TraceStep line(IssuedLine line) {
        TraceStep step = TraceStep.of("line", text(line.grossMinor()))
                .with("line", line.number())
                .with("role", line.role().text())
                .with("quantity", text(line.quantity()))
                .with("unitPrice", text(line.unitPrice()))
                .with("discountPercent", text(line.discountPercent()));
        if (!line.discountAmount().isZero()) {
            step = step.with("discountAmount", text(line.discountAmount()));
        }
        step = step.with("net", text(line.netMinor()));
        if (line.takes().isPresent()) {
            LineReference taken = line.takes().get();
            step = step.with("of", taken.document() + "/" + taken.line()).with("share", taken.share());
        }
        for (LineTax tax : taxes(line)) {
            TraceStep part = TraceStep.of("tax", text(tax.taxMinor()))
                    .with("tax", tax.tax().code())
                    .with("base", text(tax.taxableMinor()));
            if (tax.tax().rate().isPresent()) {
                part = part.with("rate", text(tax.tax().rate().get()));
            }
            if (tax.origin().isPresent()) {
                part = part.with("unrounded", text(tax.origin().get().unrounded()));
            }
            step = step.from(part);
        }
        return step;
    }

    private static ImmutableList<LineTax> taxes(IssuedLine line) {
        return line.taxes().select(tax -> tax.tax().part() == TaxPart.Of.TAX);
    }

    private String text(long minor) {
        return Amounts.canonical(Amounts.ofMinor(minor, document.currency()));
    }

    private static String text(Rational number) {
        return number.exactDecimal()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .orElseGet(number::toString);
    }
}
