package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;

/** Derivations, made from the kept figures when somebody asks. */
final class TaxTrace {
    private TaxTrace() {}

    static TraceStep of(TaxResult result) {
        TraceStep step = TraceStep.of("tax-of-document", Amounts.canonical(result.total()))
                .with("net", Amounts.canonical(result.net()))
                .with("tax", Amounts.canonical(result.tax()))
                .with("policy", result.policy())
                .with("taxPoint", result.taxPoint());
        for (TaxTotal total : result.policy().granularity() == TaxGranularity.RATE ? result.rates() : result.totals()) {
            step = step.from(TraceStep.of("tax-total", Amounts.canonical(total.amount()))
                    .with("of", total.key())
                    .with("base", Amounts.canonical(total.base()))
                    .with("unrounded", text(total.unrounded()))
                    .with("deductible", Amounts.canonical(total.deductible())));
        }
        for (String code : result.request().adjustments().keysView()) {
            step = step.from(TraceStep.of(
                            "tax-by-hand",
                            Amounts.canonical(result.request().adjustments().get(code)))
                    .with("tax", code));
        }
        for (int i = 0; i < result.size(); i++) {
            step = step.from(ofLine(result, i));
        }
        return step;
    }

    static TraceStep ofLine(TaxResult result, int index) {
        LineTaxes line = result.line(index);
        TaxedLine asked = result.request().lines().get(index);
        TraceStep step = TraceStep.of("tax-of-line", Amounts.canonical(line.gross()))
                .with("line", line.id())
                .with("quantity", text(asked.quantity()))
                .with("price", text(asked.priced()))
                .with("net", Amounts.canonical(line.net()));
        for (TaxAmount tax : line.taxes()) {
            step = step.from(ofTax(tax));
        }
        return step;
    }

    private static TraceStep ofTax(TaxAmount amount) {
        return TraceStep.of("tax-" + amount.tax().tax().kind().text(), Amounts.canonical(amount.amount()))
                .with("tax", amount.tax().code())
                .with("rate", text(amount.tax().rate().value()))
                .with("validity", amount.tax().rate().validity())
                .with("included", amount.tax().included())
                .with("base", Amounts.canonical(amount.base()))
                .with("unrounded", text(amount.unrounded()));
    }

    private static String text(Rational number) {
        return Flattening.text(number);
    }
}
