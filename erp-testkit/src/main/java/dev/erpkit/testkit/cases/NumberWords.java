package dev.erpkit.testkit.cases;

import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Numbers that cases write in words. */
final class NumberWords {
    private static final ImmutableList<String> NUMBERS = Lists.immutable.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final ImmutableList<String> TENS = Lists.immutable.of("twenty", "thirty", "forty", "fifty", "sixty");

    private NumberWords() {}

    /** A number in digits or words, such as {@code twenty_three}. */
    static int count(String word) {
        if (word.matches("\\d{1,4}")) {
            return Integer.parseInt(word);
        }
        int sum = 0;
        for (String part : word.split("[_-]")) {
            int index = NUMBERS.indexOf(part);
            int tens = TENS.indexOf(part);
            if (index < 0 && tens < 0) {
                throw new UnsupportedCaseException("number " + word);
            }
            sum += index >= 0 ? index : 10 * (tens + 2);
        }
        return sum;
    }

    /** The months of a frequency, such as {@code quarterly} or {@code 3}. */
    static int months(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "month", "monthly", "1" -> 1;
            case "quarter", "quarterly", "3" -> 3;
            case "half-year", "half-yearly", "half yearly", "6" -> 6;
            case "year", "yearly", "annual", "annually", "12" -> 12;
            default -> {
                if (text.matches("\\d+")) {
                    yield Integer.parseInt(text);
                }
                throw new UnsupportedCaseException("frequency " + text);
            }
        };
    }
}
