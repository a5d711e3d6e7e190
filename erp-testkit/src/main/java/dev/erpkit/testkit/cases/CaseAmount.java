package dev.erpkit.testkit.cases;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount as cases write it: {@code "100"}, {@code "-50 SEC"}, {@code {"amount": "42.30", "currency": "USD"}}.
 *
 * @param number the signed number, debit positive
 * @param commodity the currency or commodity, empty where the case names none
 */
record CaseAmount(BigDecimal number, Optional<String> commodity) {
    private static final Pattern TEXT = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)(?:\\s+([A-Za-z]+))?");

    static CaseAmount of(Field field) {
        if (field.isObject()) {
            field.requireNames("amount", "currency");
            return new CaseAmount(
                    field.at("amount").decimal(),
                    Optional.of(field.at("currency").text()));
        }
        return parse(field.text());
    }

    static CaseAmount parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UnsupportedCaseException("no amount: " + text);
        }
        return new CaseAmount(new BigDecimal(matcher.group(1)), Optional.ofNullable(matcher.group(2)));
    }
}
