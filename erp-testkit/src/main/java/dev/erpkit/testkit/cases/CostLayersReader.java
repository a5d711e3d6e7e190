package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.interchange.JournalRules;
import dev.erpkit.accounting.interchange.LedgerQuery;
import dev.erpkit.accounting.interchange.PlainAmount;
import dev.erpkit.accounting.interchange.PlainClose;
import dev.erpkit.accounting.interchange.PlainCost;
import dev.erpkit.accounting.interchange.PlainPosting;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import dev.erpkit.accounting.interchange.PlainTextWriter;
import dev.erpkit.accounting.interchange.PlainTransaction;
import dev.erpkit.accounting.interchange.memory.MemorySources;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What was bought at different costs, as a plain journal, and closed by commodity or by cost layer. */
final class CostLayersReader {
    private static final String HOLDINGS = "assets";
    private static final String EQUITY = "equity";
    private static final Pattern LISTS = Pattern.compile("acquisitions|purchases|disposals|sales|movements|holdings");
    private static final Pattern STEPS =
            Pattern.compile("close( the account)?( without| keeping| with| ignoring) (the )?costs?( layers?)?");
    private static final Pattern POSTING = Pattern.compile("(\\S+ \\S+)(?: (at|@|@@|for) (\\S+ \\S+))?");

    private CostLayersReader() {}

    static void run(Case current) {
        Field given = current.given();
        if (given.names().anySatisfy(n -> !LISTS.matcher(n).matches())) {
            throw new UnsupportedCaseException("no acquisitions alone");
        }
        if (!current.when().allSatisfy(step -> STEPS.matcher(step).matches())) {
            throw new UnsupportedCaseException("steps " + current.when());
        }
        PlainTransaction.Builder bought = PlainTransaction.builder();
        bought.date(CaseBooks.DAY);
        given.names().forEach(list -> given.at(list).elements().forEach(f -> bought.add(posting(f))));
        bought.add(PlainPosting.balancing(EQUITY));
        PlainTextLedger ledger = PlainTextLedger.read(
                        MemorySources.of("case", PlainTextWriter.text(bought.build())),
                        "case",
                        JournalRules.standard(),
                        false)
                .outcome()
                .orElseThrow();
        for (String name : current.expect().names()) {
            boolean keeps = switch (name) {
                case "without", "without_costs", "by_commodity" -> false;
                case "with", "with_costs", "keeping_costs", "by_layer" -> true;
                default -> throw new UnsupportedCaseException(name);
            };
            compare(current, current.expect().at(name), close(ledger, keeps));
        }
    }

    private static PlainPosting posting(Field field) {
        String cost = field.has("total_cost") ? "total_cost" : "cost";
        if (field.has(cost)) {
            field.requireNames("units", cost);
        } else {
            field.requireNames("units");
        }
        PlainPosting.Builder posting = PlainPosting.builder();
        posting.account(HOLDINGS).amount(amount(CaseAmount.of(field.at("units"))));
        field.find(cost)
                .ifPresent(c -> posting.cost(new PlainCost(cost.equals("total_cost"), amount(CaseAmount.of(c)))));
        return posting.build();
    }

    private static PlainAmount amount(CaseAmount amount) {
        return new PlainAmount(amount.number(), amount.commodity().orElse(""));
    }

    private static ImmutableList<String> close(PlainTextLedger ledger, boolean keepsCosts) {
        return ledger.close(
                        LedgerQuery.all().within(HOLDINGS),
                        new PlainClose(CaseBooks.DAY, "closing", "equity:closing", keepsCosts))
                .postings()
                .select(p -> p.account().equals(HOLDINGS))
                .collect(p -> text(p.amount().orElseThrow())
                        + p.cost()
                                .map(c -> (c.total() ? " for " : " at ") + text(c.amount()))
                                .orElse(""));
    }

    private static String text(PlainAmount amount) {
        BigDecimal number = amount.quantity().stripTrailingZeros();
        return number.toPlainString() + " " + amount.commodity();
    }

    private static void compare(Case current, Field expected, ImmutableList<String> actual) {
        ImmutableList<String> wanted = expected.elements().collect(CostLayersReader::normal);
        current.differences()
                .same(
                        expected,
                        Lists.immutable.withAll(wanted.toSortedList()),
                        Lists.immutable.withAll(actual.toSortedList()));
    }

    private static String normal(Field field) {
        Matcher posting = POSTING.matcher(field.text());
        if (!posting.matches()) {
            throw new UnsupportedCaseException(field.path() + ": " + field.text());
        }
        String units = text(amount(CaseAmount.parse(posting.group(1))));
        if (posting.group(2) == null) {
            return units;
        }
        boolean total = posting.group(2).equals("@@") || posting.group(2).equals("for");
        return units + (total ? " for " : " at ") + text(amount(CaseAmount.parse(posting.group(3))));
    }
}
