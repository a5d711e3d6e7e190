package dev.erpkit.testkit.cases;

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
}
