package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.terms.DateRule;
import dev.erpkit.accounting.terms.PaymentTerms;
import dev.erpkit.accounting.terms.TermLine;
import dev.erpkit.accounting.terms.TermPart;
import dev.erpkit.accounting.terms.TermPolicy;
import dev.erpkit.accounting.terms.TermSplit;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The lines of payment terms as cases write them. */
final class TermLines {
    private static final ImmutableList<String> SHARE =
            Lists.immutable.of("share", "ratio", "percent", "percentage", "value_amount", "fraction", "portion");
    private static final ImmutableList<String> NAMED = Lists.immutable.of(
            "rest",
            "remainder",
            "balance",
            "fixed",
            "percent_of_rest",
            "percent_of_remainder",
            "percent_of_remaining",
            "percent_of_total",
            "percent_on_total");
    private static final ImmutableList<String> DUE =
            Lists.immutable.of("due", "delta", "relativedelta", "rule", "when", "after", "term");
    private static final ImmutableList<String> CALENDAR_FIELDS =
            Lists.immutable.of("days", "months", "weeks", "day", "weekday", "end_of_month", "nb_days", "day_of_month");

    private final CurrencyUnit currency;
    private final boolean percent;

    private TermLines(CurrencyUnit currency, boolean percent) {
        this.currency = currency;
        this.percent = percent;
    }

    /** Terms whose shares are rounded as the case says, to its cash unit too. */
    static PaymentTerms read(Field given, Field lines, CurrencyUnit currency) {
        PaymentTerms terms = exact(given, lines, currency);
        Optional<Field> unit =
                TermReaders.any(given, Lists.immutable.of("cash_rounding", "cash_unit", "rounding_unit", "unit"));
        return unit.isEmpty()
                ? terms
                : PaymentTerms.builder()
                        .lines(terms.lines())
                        .policy(terms.policy().rounded(CashReaders.policy(given, unit.get())))
                        .build();
    }

    /** Terms whose shares are rounded to the minor unit. */
    static PaymentTerms exact(Field given, Field lines, CurrencyUnit currency) {
        if (!lines.isList() && lines.text().matches("\\d+/\\d+(, ?\\d+/\\d+)+")) {
            ImmutableList<String> shares = Lists.immutable.with(lines.text().split(", ?"));
            return PaymentTerms.builder()
                    .lines(shares.collect(
                            s -> new TermLine(new TermLines(currency, false).share(s, false), DateRule.atOnce())))
                    .policy(policy(given, false))
                    .build();
        }
        if (!lines.isList()) {
            return PaymentTerms.parse(lines.text(), policy(given, false));
        }
        ImmutableList<Field> all = lines.elements();
        BigDecimal sum = all.flatCollect(TermLines::share).injectInto(BigDecimal.ZERO, BigDecimal::add);
        TermLines reader = new TermLines(currency, sum.compareTo(BigDecimal.ONE) > 0);
        ImmutableList<TermLine> read = all.collect(reader::line);
        if (read.allSatisfy(line -> line.part() instanceof TermPart.Fixed)) {
            // amounts that are the whole: the last one is what the others leave
            read = read.take(read.size() - 1)
                    .newWith(new TermLine(new TermPart.Rest(), read.getLast().due()));
        }
        boolean rest = read.getLast().part() instanceof TermPart.Rest;
        return PaymentTerms.builder().lines(read).policy(policy(given, rest)).build();
    }

    /** Cases without a policy: who has a line for the rest rounds as Tryton, who has none as Odoo. */
    private static TermPolicy policy(Field given, boolean rest) {
        TermPolicy policy = TermPolicy.of(rest ? TermSplit.REST_LINE : TermSplit.LAST_LINE);
        Optional<Field> named = TermReaders.any(given, Lists.immutable.of("policy", "remainder", "remainder_rule"));
        if (named.isPresent()) {
            String text = named.get().text().toLowerCase(Locale.ROOT);
            if (text.contains("largest") && text.contains("weight")) {
                policy = TermPolicy.standard().leaving(RemainderRule.LARGEST_WEIGHT);
            } else if (text.contains("largest")) {
                policy = TermPolicy.standard();
            } else if (text.contains("first")) {
                policy = TermPolicy.standard().leaving(RemainderRule.FIRST);
            } else if (text.contains("/")) {
                policy = TermPolicy.parse(text);
            } else if (!text.matches(".*(last|rest|remainder|tryton|odoo).*")) {
                throw new UnsupportedCaseException("policy: " + text);
            }
        }
        return policy;
    }

    private static ImmutableList<BigDecimal> share(Field line) {
        if (!line.isObject()) {
            return line.text().endsWith("%") || line.text().contains("/")
                    ? Lists.immutable.empty()
                    : Lists.immutable.of(line.decimal());
        }
        return SHARE.newWithAll(NAMED.select(name -> name.startsWith("percent")))
                .select(line::has)
                .reject(name -> line.at(name).text().matches(".*[%/].*|rest|remainder|balance"))
                .select(name -> !kind(line).equals("fixed"))
                .collect(name -> line.at(name).decimal());
    }

    private static String kind(Field line) {
        return TermReaders.any(line, Lists.immutable.of("type", "value", "kind"))
                .map(field -> field.text().replaceAll("[ -]", "_"))
                .orElse("");
    }

    private TermLine line(Field line) {
        if (!line.isObject()) {
            return new TermLine(share(line.text(), false), DateRule.atOnce());
        }
        TermReaders.requireOnly(
                line,
                SHARE.newWithAll(NAMED)
                        .newWithAll(DUE)
                        .newWithAll(CALENDAR_FIELDS)
                        .newWithAll(
                                Lists.immutable.of("type", "value", "kind", "amount", "of", "divisor", "sequence")));
        Optional<TermPart> named = named(line);
        if (named.isPresent()) {
            return new TermLine(named.get(), due(line));
        }
        Optional<Field> share = TermReaders.any(line, SHARE);
        TermPart part = switch (kind(line)) {
            case "remainder", "rest", "balance" -> new TermPart.Rest();
            case "fixed", "amount" ->
                new TermPart.Fixed(CaseCurrencies.amount(
                        line.has("amount")
                                ? line.at("amount").decimal()
                                : share.orElseThrow().decimal(),
                        currency));
            case "percent_of_rest",
                    "percent_of_remainder",
                    "percent_on_remainder",
                    "share_of_rest",
                    "percent_of_remaining" -> share(share.orElseThrow().text(), true);
            case "", "percent", "share", "percent_on_total" -> {
                if (share.isPresent()) {
                    boolean ofRest = line.has("of") && line.at("of").text().matches("rest|remainder|remaining");
                    yield share.get().text().matches("rest|remainder|balance")
                            ? new TermPart.Rest()
                            : share(share.get().text(), ofRest);
                }
                yield line.has("amount") && !line.at("amount").text().matches("rest|remainder|balance")
                        ? new TermPart.Fixed(
                                CaseCurrencies.amount(line.at("amount").decimal(), currency))
                        : new TermPart.Rest();
            }
            default -> throw new UnsupportedCaseException(line.path());
        };
        for (String read : new String[] {"divisor", "sequence"}) {
            line.find(read).ifPresent(Field::decimal);
        }
        return new TermLine(part, due(line));
    }

    /** A part that is the name of its field. */
    private Optional<TermPart> named(Field line) {
        for (String name : NAMED.select(line::has)) {
            Field field = line.at(name);
            if (name.matches("rest|remainder|balance")) {
                if (!field.truth()) {
                    throw new UnsupportedCaseException(field.path());
                }
                return Optional.of(new TermPart.Rest());
            }
            return Optional.of(
                    name.equals("fixed")
                            ? new TermPart.Fixed(CaseCurrencies.amount(field.decimal(), currency))
                            : share(field.text(), name.startsWith("percent_of_re")));
        }
        return Optional.empty();
    }

    private TermPart share(String text, boolean ofRest) {
        Rational share = text.endsWith("%")
                ? Rational.of(new BigDecimal(text.substring(0, text.length() - 1)))
                        .divide(Rational.of(100))
                : Rational.parse(text);
        Rational whole = percent && !text.endsWith("%") && !text.contains("/") ? share.divide(Rational.of(100)) : share;
        return ofRest ? new TermPart.ShareOfRest(whole) : new TermPart.Share(whole);
    }

    private static DateRule due(Field line) {
        Optional<Field> field = TermReaders.any(line, DUE);
        if (field.isPresent()) {
            if (field.get().isList()) {
                MutableList<DateRule> rules =
                        field.get().elements().collect(RuleTexts::of).toList();
                return new DateRule(rules.flatCollect(DateRule::steps).toImmutable());
            }
            return RuleTexts.of(field.get());
        }
        if (line.has("nb_days")) {
            return DateRule.atOnce().plusDays(RuleTexts.whole(line.at("nb_days")));
        }
        return CALENDAR_FIELDS.anySatisfy(line::has) ? RuleTexts.ofFields(line) : DateRule.atOnce();
    }

    /** The rounding policy of a rounding name and a step. */
    static RoundingPolicy step(String rule, String unit) {
        return RoundingPolicy.parse(rule + ":step-" + unit);
    }
}
