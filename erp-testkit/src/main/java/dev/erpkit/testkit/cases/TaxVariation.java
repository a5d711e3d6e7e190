package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** What a step of a tax case, or the name of what it expects, says about how the tax is computed. */
record TaxVariation(
        Optional<TaxGranularity> granularity,
        Optional<RoundingRule> direction,
        Optional<LocalDate> date,
        Optional<Boolean> included,
        Optional<BigDecimal> price,
        boolean reverse,
        boolean unrounded,
        boolean global,
        OptionalInt lines) {
    /** The day that cases call D. */
    static final LocalDate D = LocalDate.of(2026, 6, 15);

    private static final ImmutableMap<String, Integer> NUMBERS = Maps.immutable
            .of("one", 1, "two", 2, "three", 3, "four", 4)
            .newWithKeyValue("five", 5)
            .newWithKeyValue("six", 6)
            .newWithKeyValue("seven", 7)
            .newWithKeyValue("eight", 8)
            .newWithKeyValue("nine", 9)
            .newWithKeyValue("ten", 10)
            .newWithKeyValue("twelve", 12);
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b|\\bd(?:([+-]\\d+))?\\b");
    private static final Pattern REVERSE = Pattern.compile(
            "\\b(?:reverse|back|net)\\b.*?\\bfrom (?:the )?(?:unit |gross |included )?(?:price )?(?:of )?" + NUMBER);
    private static final Pattern PRICE = Pattern.compile("\\b(?:price|amount) (?:of )?" + NUMBER);
    private static final Pattern SPLIT = Pattern.compile("\\b(\\w+) lines? of (\\w+)");
    private static final Pattern KNOWN = Pattern.compile(
            "comput|calculat|total|tax|reverse|round|lines? of|per[ -]?line|global|per rate|half|down|up\\b|trunc|price");

    static TaxVariation parse(String step) {
        String text = step.toLowerCase(Locale.ROOT).replace('_', ' ');
        Matcher reverse = REVERSE.matcher(text);
        boolean back = reverse.find();
        Matcher price = PRICE.matcher(text);
        boolean priced = !back && price.find();
        return new TaxVariation(
                granularity(text),
                direction(text),
                date(text),
                included(text),
                back
                        ? Optional.of(new BigDecimal(reverse.group(1)))
                        : priced ? Optional.of(new BigDecimal(price.group(1))) : Optional.empty(),
                back,
                text.contains("unrounded") || text.contains("no rounding"),
                text.contains("global"),
                lines(text));
    }

    /** Whether a step is about computing tax at all. */
    static boolean knows(String step) {
        String text = step.toLowerCase(Locale.ROOT).replace('_', ' ');
        return KNOWN.matcher(text).find() || date(text).isPresent();
    }

    static LocalDate day(String text) {
        return date(text.toLowerCase(Locale.ROOT)).orElseThrow(() -> new UnsupportedCaseException("no date: " + text));
    }

    /** Whether everything that this one says is what the other one says. */
    boolean fits(TaxVariation other) {
        return (granularity.isEmpty() || granularity.equals(other.granularity))
                && (direction.isEmpty() || direction.equals(other.direction))
                && (date.isEmpty() || date.equals(other.date))
                && (included.isEmpty() || included.equals(other.included))
                && reverse == other.reverse;
    }

    /** Whether it says anything. */
    boolean says() {
        return granularity.isPresent() || direction.isPresent() || date.isPresent() || included.isPresent();
    }

    private static Optional<TaxGranularity> granularity(String text) {
        if (text.matches(".*\\b(per|by|each) (tax )?rate\\b.*")) {
            return Optional.of(TaxGranularity.RATE);
        }
        if (text.matches(".*\\bresidual\\b.*")) {
            return Optional.of(TaxGranularity.LINE_SUM);
        }
        if (text.matches(
                ".*\\b(per|by|on|each|every)[ -]?lines?\\b.*|.*line by line.*|.*\\bline (level )?rounding.*|line")) {
            return Optional.of(TaxGranularity.LINE);
        }
        return text.matches(
                        ".*\\b(global(ly)?|(per|whole|by|on|on the) (document|invoice)|document (level )?rounding|once)\\b.*|document")
                ? Optional.of(TaxGranularity.TAX)
                : Optional.empty();
    }

    private static Optional<RoundingRule> direction(String text) {
        for (RoundingRule rule : RoundingRule.values()) {
            String name = rule.text().replace('-', '[').replace("[", "[ -]");
            if (text.matches(".*\\b" + name + "\\b.*")) {
                return Optional.of(rule);
            }
        }
        return text.matches(".*\\b(round(ed)? )?down\\b.*") ? Optional.of(RoundingRule.TRUNCATE) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.find()) {
            return Optional.empty();
        }
        if (date.group(1) != null) {
            return Optional.of(LocalDate.parse(date.group(1)));
        }
        return Optional.of(date.group(2) == null ? D : D.plusDays(Integer.parseInt(date.group(2))));
    }

    private static Optional<Boolean> included(String text) {
        if (text.matches(".*\\b(included|inclusive|gross)\\b.*")) {
            return Optional.of(true);
        }
        return text.matches(".*\\b(excluded|exclusive)\\b.*") ? Optional.of(false) : Optional.empty();
    }

    private static OptionalInt lines(String text) {
        Matcher split = SPLIT.matcher(text);
        if (!split.find()) {
            return OptionalInt.empty();
        }
        String count = split.group(1);
        return count.matches("\\d+")
                ? OptionalInt.of(Integer.parseInt(count))
                : NUMBERS.containsKey(count) ? OptionalInt.of(NUMBERS.get(count)) : OptionalInt.empty();
    }

    static ImmutableList<TaxVariation> of(ImmutableList<String> steps) {
        return steps.collect(step -> {
            if (!knows(step)) {
                throw new UnsupportedCaseException("step: " + step);
            }
            return parse(step);
        });
    }
}
