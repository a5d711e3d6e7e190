package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.quantity.Rational;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Documents with taxes: computed under every variation that the steps or the expected fields name. */
final class TaxReader {
    private static final ImmutableSet<String> PER_STEP =
            Sets.immutable.of("tax_totals", "tax", "taxes_by_step", "total", "net", "base");

    private final Case current;
    private final TaxScene scene;
    private final ImmutableList<TaxVariation> steps;

    private TaxReader(Case current) {
        this.current = current;
        this.steps = TaxVariation.of(current.when());
        this.scene = new TaxScene(current);
    }

    static void run(Case current) {
        boolean taxed = current.given().has("taxes")
                || current.given().has("tax")
                || current.given().has("charges")
                || current.given().has("taxes_and_charges")
                || current.given().has("tax_rate")
                || current.given().has("vat_rate")
                || current.given().has("lines");
        if (!taxed) {
            throw new UnsupportedCaseException("no taxes");
        }
        new TaxReader(current).check();
    }

    private void check() {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (name.equals("forbidden")) {
                forbidden(expected);
            } else if (name.equals("reverse") && expected.isList()) {
                expected.elements().forEach(this::reverse);
            } else if (name.startsWith("reverse")) {
                TaxVariation back = steps.detectOptional(TaxVariation::reverse)
                        .orElseThrow(() -> new UnsupportedCaseException(expected.path()));
                figures(back).unitPrice(expected);
            } else if (PER_STEP.contains(name)
                    && expected.isList()
                    && expected.elements().size() == steps.size()
                    && expected.elements().noneSatisfy(Field::isObject)
                    && steps.size() > 1) {
                stepwise(name, expected.elements());
            } else if (expected.isObject() && TaxVariation.parse(name).says() && !isCurrency(name)) {
                figures(variation(name)).check(expected);
            } else {
                figures(forward()).figure(name, expected);
            }
        }
    }

    /** Beside the company's currency, the document is the document's currency and no way of rounding. */
    private boolean isCurrency(String name) {
        return name.equals("document") && current.expect().has("company");
    }

    private void stepwise(String name, ImmutableList<Field> expected) {
        for (int i = 0; i < expected.size(); i++) {
            figures(steps.get(i)).figure(name, expected.get(i));
        }
    }

    /** The first step that does not go back from a price with tax. */
    private TaxVariation forward() {
        return steps.detectOptional(step -> !step.reverse())
                .orElseThrow(() -> new UnsupportedCaseException("no step computes tax"));
    }

    /** The step that a name of an expected field speaks of, or else what the name itself says. */
    private TaxVariation variation(String name) {
        TaxVariation named = TaxVariation.parse(name);
        return steps.detectOptional(named::fits).orElse(named);
    }

    private TaxFigures figures(TaxVariation variation) {
        TaxResult result = scene.compute(variation);
        return new TaxFigures(current, result, variation, this::inCompanyCurrency);
    }

    private TaxResult inCompanyCurrency(TaxResult result) {
        Rational rate = Rational.parse(current.given()
                        .at("document_currency_per_company_currency")
                        .text())
                .reciprocal();
        CurrencyUnit company = Amounts.unit("company", Amounts.digits(result.currency()));
        return result.in(new ExchangeRate(result.currency(), company, rate, RateType.SPOT, result.taxPoint()));
    }

    private void forbidden(Field expected) {
        boolean met = steps.anySatisfy(step -> {
            TaxResult result = scene.compute(step);
            return Amounts.decimal(result.tax()).compareTo(expected.at("tax").decimal()) == 0
                    && Amounts.decimal(result.total())
                                    .compareTo(expected.at("total").decimal())
                            == 0;
        });
        current.differences().same(expected, false, met);
    }

    private void reverse(Field expected) {
        expected.requireNames("included", "on", "unit_price");
        TaxVariation back = TaxVariation.parse("reverse from "
                + expected.at("included").text() + " on " + expected.at("on").text());
        figures(back).unitPrice(expected.at("unit_price"));
    }
}
