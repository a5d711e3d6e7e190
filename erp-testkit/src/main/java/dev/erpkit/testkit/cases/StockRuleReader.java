package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A long history made by a rule, and one fact more that is backdated into it. */
final class StockRuleReader {
    private static final String LINE = "(\\d+)\\+\\((\\d+)i mod (\\d+)\\)";
    private static final Pattern RULE =
            Pattern.compile("for i = 1\\.\\.N at instant i: if i mod (\\d+) != 0 RECEIPT qty " + LINE + " unit_cost "
                    + LINE + " else ISSUE qty " + LINE);
    private static final Pattern SUM =
            Pattern.compile("receipts_total \\+ (\\S+) = after.value \\+ after.total_issue_cost");
    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private final Case current;
    private final StockGiven given;
    private final Matcher rule;
    private final MutableList<StockEvent> events = Lists.mutable.empty();
    private long received;

    private StockRuleReader(Case current) {
        Field all = current.given();
        if (!all.has("rule") || !all.has("N") || !all.has("backdated")) {
            throw new UnsupportedCaseException("no rule");
        }
        this.current = current;
        this.given = StockGiven.terms(all);
        this.rule = RULE.matcher(all.at("rule").text());
        if (!rule.matches()) {
            throw new UnsupportedCaseException("another rule");
        }
    }

    static void run(Case current) {
        StockRuleReader reader = new StockRuleReader(current);
        reader.make(current.given().at("N").decimal().longValueExact());
        ValuationLedger before = reader.value();
        reader.events.add(reader.backdated(current.given().at("backdated")));
        reader.check(before, reader.value());
    }

    private void make(long many) {
        for (long i = 1; i <= many; i++) {
            LocalDateTime at = START.plusMinutes(i);
            if (i % Long.parseLong(rule.group(1)) != 0) {
                Cost.Each cost = Cost.each(BigDecimal.valueOf(line(5, i)), given.currency());
                Rational quantity = Rational.of(line(2, i));
                events.add(new StockEvent.Receipt(i, at, Goods.of("A"), quantity, Optional.of(cost)));
                received += cost.of(quantity);
            } else {
                events.add(new StockEvent.Issue(i, at, Goods.of("A"), Rational.of(line(8, i))));
            }
        }
    }

    private long line(int group, long i) {
        return Long.parseLong(rule.group(group))
                + Long.parseLong(rule.group(group + 1)) * i % Long.parseLong(rule.group(group + 2));
    }

    private StockEvent backdated(Field f) {
        LocalDateTime at = START.plusMinutes(f.at("after_instant").decimal().longValueExact())
                .plusSeconds(30);
        Rational quantity = Rational.parse(f.at("qty").text());
        long number = events.size() + 1L;
        return switch (f.at("type").text()) {
            case "RECEIPT" ->
                new StockEvent.Receipt(number, at, Goods.of("A"), quantity, StockGiven.cost(f, given.currency()));
            case "ISSUE" -> new StockEvent.Issue(number, at, Goods.of("A"), quantity);
            default ->
                throw new UnsupportedCaseException("backdated " + f.at("type").text());
        };
    }

    private ValuationLedger value() {
        return Valuation.of(events, given.items(), given.policy(), given.currency())
                .orElseThrow();
    }

    private void check(ValuationLedger before, ValuationLedger after) {
        ImmutableList<Long> changed = before.costs()
                .keysView()
                .select(n -> !before.costs().get(n).equals(after.costs().get(n)))
                .toSortedList()
                .toImmutable();
        for (String name : current.expect().names()) {
            Field field = current.expect().at(name);
            switch (name) {
                case "before" -> figures(field, before);
                case "after" -> figures(field, after);
                case "issues_changed" -> current.differences().number(field, changed.size());
                case "first_changed" -> number(field, changed.getFirstOptional());
                case "last_changed" -> number(field, changed.getLastOptional());
                case "conservation" -> conserves(field, after);
                default -> throw new UnsupportedCaseException("expects " + name);
            }
        }
    }

    private void number(Field field, Optional<Long> event) {
        current.differences().text(field, event.map(String::valueOf).orElse("null"));
    }

    private void conserves(Field field, ValuationLedger after) {
        Matcher sum = SUM.matcher(field.text());
        if (!sum.matches()) {
            throw new UnsupportedCaseException("another sum");
        }
        BigDecimal in = decimal(received).add(new BigDecimal(sum.group(1)));
        current.differences().holds(field, in.compareTo(decimal(Math.addExact(after.value(), issued(after)))) == 0);
    }

    private static long issued(ValuationLedger ledger) {
        return ledger.costs().valuesView().sumOfLong(Long::longValue);
    }

    private void figures(Field field, ValuationLedger ledger) {
        for (String name : field.names()) {
            switch (name) {
                case "qty" ->
                    current.differences()
                            .same(field, Rational.parse(field.at(name).text()), ledger.quantity("A"));
                case "value" ->
                    current.differences()
                            .number(
                                    field.at(name),
                                    decimal(ledger.balances().valuesView().sumOfLong(Balance::value)));
                case "total_issue_cost" -> current.differences().number(field.at(name), decimal(issued(ledger)));
                case "receipts_total" -> current.differences().number(field.at(name), decimal(received));
                default -> throw new UnsupportedCaseException("figure " + name);
            }
        }
    }

    private BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, Amounts.digits(given.currency()));
    }
}
