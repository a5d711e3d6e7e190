package dev.erpkit.testkit.cases;

import dev.erpkit.hr.japan.yearend.Deductions;
import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.YearEnd;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The last lines of the Japanese year-end adjustment alone, and its dependants by themselves. */
final class YearEndPartReaders {
    private YearEndPartReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(YearEndPartReaders::annual, YearEndPartReaders::family);
    }

    /** From taxable income to what is given back. */
    static void annual(Case current) {
        JapaneseFacts.topic(current, "year_end.annual", "year_end.housing", "year_end.credit", "year_end.computed");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<Long> taxable = given.any("taxable", "taxable_income")
                .map(field -> field.decimal().longValueExact());
        long computed = taxable.map(Deductions::tax).orElseGet(() -> given.amount("computed_tax", "tax"));
        long credit = given.amountOr(0, "housing_credit", "housing_loan_credit", "credit");
        Optional<Long> withheld = given.any("withheld_tax", "withheld")
                .map(field -> field.decimal().longValueExact());
        given.nothingElse();
        long left = Math.max(0, computed - credit);
        long annual = YearEnd.withSurtax(left);
        Alias expect = new Alias(current.expect());
        taxable.ifPresent(income -> expect.any("computed_tax", "tax")
                .ifPresent(field -> current.differences().number(field, computed)));
        expect.any("tax_after_credit").ifPresent(field -> current.differences().number(field, left));
        expect.any("annual_tax", "annual")
                .ifPresent(field -> current.differences().number(field, annual));
        withheld.ifPresent(before -> {
            expect.any("difference").ifPresent(field -> current.differences().number(field, annual - before));
            expect.any("refund").ifPresent(field -> current.differences().number(field, Math.max(0, before - annual)));
            expect.any("collect", "shortfall")
                    .ifPresent(field -> current.differences().number(field, Math.max(0, annual - before)));
        });
        expect.nothingElse();
    }

    /** Dependants and the disabled named by their counts, or one of a kind. */
    static void family(Case current) {
        JapaneseFacts.topic(current, "dependant", "disab");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<String> kind = given.any("kind", "type").map(Field::text);
        Family family = new Family(
                count(given, kind, "general"),
                count(given, kind, "specified"),
                count(given, kind, "elderly"),
                count(given, kind, "elderly_cohabiting_parent", "elderly_cohabiting"),
                count(given, kind, "disabled", "ordinary"),
                count(given, kind, "special_disabled", "specially_disabled", "special"),
                count(given, kind, "special_disabled_cohabiting", "special_cohabiting"));
        given.nothingElse();
        if (kind.isPresent() && family.equals(Family.NONE)) {
            throw new UnsupportedCaseException("kind " + kind.get());
        }
        Alias expect = new Alias(current.expect());
        current.differences()
                .number(
                        expect.need("deduction", "amount", "dependants", "disability", "disabled", "total"),
                        family.deduction());
        expect.nothingElse();
    }

    private static int count(JapaneseFacts given, Optional<String> kind, String... names) {
        int one = kind.filter(Lists.immutable.of(names)::contains).isPresent() ? 1 : 0;
        return one + given.countOr(0, names);
    }
}
