package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The facts of a case about Japanese payroll under the several names that cases use. */
final class JapaneseFacts {
    private static final String[] PREFECTURE = {"prefecture", "jis", "prefecture_code"};
    private final Case current;
    private final Alias given;

    JapaneseFacts(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
    }

    /** Requires a topic of Japan that contains one of these words. */
    static void topic(Case current, String... words) {
        for (String word : words) {
            if (current.topic().startsWith("jp.") && current.topic().contains(word)) {
                return;
            }
        }
        throw new UnsupportedCaseException("topic " + current.topic());
    }

    Optional<Field> any(String... names) {
        return given.any(names).filter(field -> !isNull(field));
    }

    private static boolean isNull(Field field) {
        return !field.isList() && !field.isObject() && field.text().equals("null");
    }

    Field need(String... names) {
        return given.need(names);
    }

    void nothingElse() {
        given.nothingElse();
    }

    long amount(String... names) {
        return need(names).decimal().longValueExact();
    }

    long amountOr(long otherwise, String... names) {
        return any(names).map(field -> field.decimal().longValueExact()).orElse(otherwise);
    }

    int countOr(int otherwise, String... names) {
        return Math.toIntExact(amountOr(otherwise, names));
    }

    boolean flag(String... names) {
        return any(names).map(Field::truth).orElse(false);
    }

    static YearMonth month(Field field) {
        String text = field.text();
        return text.length() > 7 ? YearMonth.from(LocalDate.parse(text)) : YearMonth.parse(text);
    }

    Optional<YearMonth> month(String... names) {
        return any(names).map(JapaneseFacts::month);
    }

    /** The day of payment that is given, else one in the year of the case. */
    LocalDate payment() {
        return any("payment_date", "paid_on", "pay_date", "date")
                .map(Field::date)
                .or(() -> month("pay_month", "payment_month").map(month -> month.atDay(25)))
                .orElseGet(() -> LocalDate.of(current.year(), 6, 25));
    }

    /** The column, or what the other facts say. */
    TaxColumn column(TaxColumn otherwise) {
        Optional<String> named = any("column").map(field -> field.text().toLowerCase(Locale.ROOT));
        return named.map(JapaneseFacts::column).orElse(otherwise);
    }

    private static TaxColumn column(String text) {
        return switch (text) {
            case "kou", "ko", "甲" -> TaxColumn.KOU;
            case "otsu", "乙" -> TaxColumn.OTSU;
            case "hei", "丙" -> TaxColumn.HEI;
            case "nonresident", "non_resident", "non-resident" -> TaxColumn.NON_RESIDENT;
            default -> throw new UnsupportedCaseException("column " + text);
        };
    }

    Optional<String> prefecture() {
        return any(PREFECTURE).map(field -> {
            String text = field.text();
            String padded = text.length() == 1 ? "0" + text : text;
            return InsuranceRates.prefecture(padded)
                    .orElseThrow(() -> new UnsupportedCaseException("prefecture " + text));
        });
    }

    /** Checks a case that expects a refusal; tells whether it was one. */
    static boolean refusal(Case current, Supplier<Outcome<?>> outcome) {
        Alias expect = new Alias(current.expect());
        Optional<Field> refused = expect.any("refused", "refusal", "error", "refuses", "unsupported");
        refused.ifPresent(field -> current.differences()
                .holds(field, outcome.get().isAccepted() == field.text().equals("false")));
        return refused.isPresent();
    }
}
