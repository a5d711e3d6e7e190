package dev.erpkit.accounting.document;

import dev.erpkit.accounting.tax.GlobalDiscount;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxRequest;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxUse;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The lines of a draft with their taxes, from the tax engine. Refuses by {@link RefusedException}. */
final class Drafting {
    private final DocumentDraft draft;
    private final Taxes taxes;

    Drafting(DocumentDraft draft, Taxes taxes) {
        this.draft = draft;
        this.taxes = taxes;
    }

    /** Lines and what of their taxes a supplier printed otherwise. */
    record Drafted(ImmutableList<IssuedLine> lines, ImmutableList<TaxDifference> differences) {}

    LocalDate taxPoint() {
        return draft.taxPoint().orElse(draft.documentDate());
    }

    Drafted lines() {
        if (draft.lines().isEmpty()) {
            throw new RefusedException(DocumentRefusals.empty(draft.id()));
        }
        TaxRequest.Builder request = TaxRequest.builder();
        request.policy(draft.taxPolicy())
                .taxPoint(taxPoint())
                .currency(draft.currency())
                .use(draft.kind().reduces() ? TaxUse.REFUND : TaxUse.INVOICE);
        request.lines(taxedLines());
        TaxResult result = TaxEngine.compute(request.build(), taxes).orElseThrow();
        ImmutableList<TaxDifference> differences = draft.printedTaxes()
                .map(printed -> differences(printed, result))
                .orElseGet(Lists.immutable::empty);
        if (differences.isEmpty()) {
            return new Drafted(lines(result), differences);
        }
        differences.forEach(difference ->
                request.adjust(difference.tax(), Amounts.ofMinor(difference.printedMinor(), draft.currency())));
        return new Drafted(lines(TaxEngine.compute(request.build(), taxes).orElseThrow()), differences);
    }

    private ImmutableList<TaxDifference> differences(PrintedTaxes printed, TaxResult result) {
        MutableList<TaxDifference> differences = Lists.mutable.empty();
        for (String code : printed.byCode().keysView()) {
            MonetaryAmount computed = result.total(code).amount();
            MonetaryAmount asPrinted = printed.byCode().get(code);
            if (!asPrinted.getCurrency().equals(draft.currency())) {
                throw new RefusedException(
                        DocumentRefusals.form(draft.id(), "prints a tax in another currency than its own; convert it"));
            }
            TaxDifference difference = new TaxDifference(code, Amounts.minor(computed), Amounts.minor(asPrinted));
            if (Math.abs(difference.differenceMinor()) > printed.toleranceMinor()) {
                throw new RefusedException(DocumentRefusals.printedTax(draft.id(), code, computed, asPrinted));
            }
            if (difference.differenceMinor() != 0) {
                differences.add(difference);
            }
        }
        return differences.toImmutable();
    }

    private ImmutableList<TaxedLine> taxedLines() {
        ImmutableList<TaxedLine> lines =
                draft.lines().collectWithIndex((line, i) -> taxed(line, i + 1)).toImmutableList();
        return draft.globalDiscountAmount()
                .map(off -> GlobalDiscount.amount(lines, off, RemainderRule.LARGEST_REMAINDER)
                        .orElseThrow())
                .orElse(lines);
    }

    private TaxedLine taxed(DocumentLine line, int number) {
        TaxedLine.Builder taxed = TaxedLine.builder();
        taxed.id(Integer.toString(number))
                .quantity(line.quantity())
                .taxes(line.taxes())
                .pricing(line.pricing())
                .deductibleShare(line.deductibleShare());
        Optional<Rational> all = draft.globalDiscountPercent();
        if (all.isEmpty()) {
            return taxed.unitPrice(line.unitPrice())
                    .discountPercent(line.discountPercent())
                    .discountAmount(line.discountAmount())
                    .build();
        }
        Rational kept = Rational.of(100).subtract(all.get()).divide(Rational.of(100));
        return taxed.amount(priced(line).multiply(kept)).build();
    }

    private static Rational priced(DocumentLine line) {
        Rational kept = Rational.of(100).subtract(line.discountPercent()).divide(Rational.of(100));
        return line.unitPrice().multiply(line.quantity()).multiply(kept).subtract(line.discountAmount());
    }

    private ImmutableList<IssuedLine> lines(TaxResult result) {
        ImmutableList<ImmutableList<LineTax>> lineTaxes =
                DocumentTaxes.of(result, draft.kind().sale());
        return draft.lines()
                .collectWithIndex((line, i) -> new IssuedLine(
                        i + 1,
                        LineRole.ITEM,
                        line.text(),
                        line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.discountPercent(),
                        line.discountAmount(),
                        line.qualifier(),
                        line.dimensions(),
                        result.netMinor(i),
                        0,
                        lineTaxes.get(i),
                        Optional.empty()))
                .toImmutableList();
    }
}
