package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxKind;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The taxes of a case, read from their fields. */
final class TaxCaseTaxes {
    private final MutableList<Tax> all = Lists.mutable.empty();
    private boolean included;
    private boolean columns;
    private int described;

    /** The code of the tax that a field describes, or names when it was described before. */
    String code(Field field) {
        if (!field.isObject()) {
            String text = field.text();
            if (all.anySatisfy(tax -> tax.code().equals(text))) {
                return text;
            }
            return ofRate(text);
        }
        return add(described(field));
    }

    /** The code of a percent tax of this rate. */
    String ofRate(String rate) {
        String percent = rate.replaceAll("\\s*%$", "");
        if (!percent.matches("-?\\d+(\\.\\d+)?(/\\d+)?")) {
            throw new UnsupportedCaseException("no tax: " + rate);
        }
        return known("rate " + percent, percent);
    }

    /** The code of a percent tax of this rate in a column of taxes. */
    String ofColumn(String column, String rate) {
        if (!rate.matches("-?\\d+(\\.\\d+)?")) {
            throw new UnsupportedCaseException(column + " is no rate: " + rate);
        }
        columns = true;
        String code = column + "@" + rate;
        if (all.noneSatisfy(tax -> tax.code().equals(code))) {
            all.add(Tax.percent(code, rate).invoice(Repartition.to(column)).build());
        }
        return code;
    }

    Taxes made() {
        return Taxes.of(all);
    }

    boolean anyIncluded() {
        return included;
    }

    /** Whether lines have columns of taxes, each an account with rates of its own by line. */
    boolean inColumns() {
        return columns;
    }

    private String known(String code, String rate) {
        if (all.noneSatisfy(tax -> tax.code().equals(code))) {
            all.add(Tax.percent(code, rate).build());
        }
        return code;
    }

    private String add(Tax tax) {
        all.add(tax);
        return tax.code();
    }

    /** A charge as ERPNext writes it: on the net, an amount, or on the row before or on all rows before it. */
    private Optional<Tax> charge(Field field) {
        String type = first(field, "type", "charge_type")
                .map(f -> f.text().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        if (!type.matches("on net total|actual|on previous row (amount|total)")) {
            return Optional.empty();
        }
        first(field, "account", "account_head", "name", "description").ifPresent(Field::text);
        int row = first(field, "row", "row_id")
                .map(r -> r.decimal().intValueExact())
                .orElse(all.size());
        if (row < 1 && !type.equals("on net total") && !type.equals("actual")
                || row > all.size()
                || row != all.size() && type.endsWith("row total")) {
            throw new UnsupportedCaseException(field.path() + ": a row that does not stand before it");
        }
        Tax.Builder tax = Tax.builder().code("row " + (all.size() + 1)).affectsLaterBase(true);
        if (type.equals("actual")) {
            return Optional.of(tax.kind(TaxKind.FIXED_PER_UNIT)
                    .rate(first(field, "amount", "rate")
                            .orElseThrow(() -> new UnsupportedCaseException("no amount"))
                            .text())
                    .affectedByEarlier(false)
                    .build());
        }
        Rational rate = Rational.parse(first(field, "rate", "percent")
                .orElseThrow(() -> new UnsupportedCaseException("no rate"))
                .text());
        boolean amount = type.endsWith("row amount");
        if (amount && all.get(row - 1).kind() != TaxKind.PERCENT) {
            throw new UnsupportedCaseException("on the amount of no percentage");
        }
        if (amount) {
            rate = rate.multiply(all.get(row - 1).rates().getFirst().value()).divide(Rational.of(100));
        }
        boolean affected = amount ? all.get(row - 1).affectedByEarlier() : type.endsWith("row total");
        if (amount && affected) {
            throw new UnsupportedCaseException("on the amount of a row on rows before");
        }
        return Optional.of(tax.kind(TaxKind.PERCENT)
                .rate(rate.toString())
                .affectedByEarlier(affected)
                .build());
    }

    private Tax described(Field field) {
        Optional<Tax> charge = charge(field);
        if (charge.isPresent()) {
            return charge.get();
        }
        Tax.Builder tax = Tax.builder()
                .code(first(field, "name", "code", "id").map(Field::text).orElse("tax " + nextNumber()))
                .kind(kind(first(field, "type", "kind", "amount_type")
                        .map(Field::text)
                        .orElse("percent")));
        Optional<Field> children = first(field, "children", "taxes");
        if (children.isPresent() && (field.has("rate") || field.has("amount"))) {
            throw new UnsupportedCaseException("a group with a rate at " + field.path());
        }
        if (children.isPresent()) {
            tax.kind(TaxKind.GROUP).children(children.get().elements().collect(this::code));
        } else if (first(field, "type", "kind")
                .filter(f -> f.text().equals("none"))
                .isPresent()) {
            tax.children(Lists.immutable.empty());
        } else {
            tax.rate(first(field, "rate", "amount", "percentage", "percent")
                    .orElseThrow(() -> new UnsupportedCaseException("no rate at " + field.path()))
                    .text());
        }
        first(field, "sequence").ifPresent(at -> tax.sequence(at.decimal().intValueExact()));
        first(field, "included", "price_included", "price_include").ifPresent(at -> {
            included |= at.truth();
            tax.priceIncluded(at.truth());
        });
        first(field, "adds_to_base_of_later", "include_base_amount", "enters_base", "affects_base", "adds_to_base")
                .ifPresent(at -> tax.affectsLaterBase(at.truth()));
        first(field, "affected_by_earlier", "is_base_affected", "base_affected", "base_affected_by_earlier", "affected")
                .ifPresent(at -> tax.affectedByEarlier(at.truth()));
        first(field, "compound").ifPresent(at -> tax.affectsLaterBase(true).affectedByEarlier(at.truth()));
        first(field, "reverse_charge")
                .filter(Field::truth)
                .ifPresent(at -> tax.reverseCharge(true).invoice(Repartition.reverseCharge("deducted", "owed")));
        first(field, "deductible", "deductible_share", "deductible_percent")
                .ifPresent(at -> tax.deductibleShare(share(at)));
        validity(field).ifPresent(tax::validity);
        return tax.build();
    }

    private int nextNumber() {
        return ++described;
    }

    private static Rational share(Field field) {
        Rational number = Rational.parse(field.text());
        return field.path().endsWith("percent") || number.compareTo(Rational.ONE) > 0
                ? number.divide(Rational.of(100))
                : number;
    }

    private static Optional<DateRange> validity(Field field) {
        Optional<Field> from = first(field, "valid_from", "from", "start_date");
        Optional<Field> to = first(field, "valid_to", "to", "end_date");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(DateRange.ofClosed(
                from.map(Field::text).map(TaxVariation::day).orElse(LocalDate.MIN),
                to.map(Field::text).map(TaxVariation::day).orElse(LocalDate.MAX)));
    }

    private static TaxKind kind(String type) {
        return switch (type.replace('_', ' ').replace('-', ' ')) {
            case "percent", "percentage" -> TaxKind.PERCENT;
            case "division" -> TaxKind.DIVISION;
            case "fixed", "fixed per unit", "per unit" -> TaxKind.FIXED_PER_UNIT;
            case "group", "none" -> TaxKind.GROUP;
            default -> throw new UnsupportedCaseException("type of tax: " + type);
        };
    }

    private static Optional<Field> first(Field field, String... names) {
        return Lists.immutable.of(names).detectOptional(field::has).map(field::at);
    }
}
