package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementImport;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Bank statements: their arithmetic, and files that overlap. */
final class BankReaders {
    private static final Pattern IMPORT = Pattern.compile("import file (\\d+)( again)?");

    private BankReaders() {}

    /** Opening balance and lines give the closing balance. */
    static void arithmetic(Case current) {
        Field given = current.given();
        current.requireGiven("format", "currency", "opening_booked", "entries", "closing_booked");
        current.onlyStep("^check the statement arithmetic$");
        given.at("format").text();
        CurrencyUnit currency = new CaseCurrencies(current, given.at("currency").text()).base();
        for (String balance : new String[] {"opening_booked", "closing_booked"}) {
            given.at(balance).requireNames("date", "amount");
            given.at(balance).at("date").date();
        }
        BankStatement statement = new BankStatement(
                CaseCurrencies.amount(given.at("opening_booked").at("amount").decimal(), currency),
                given.at("entries").elements().collect(entry -> line(entry, currency)),
                CaseCurrencies.amount(given.at("closing_booked").at("amount").decimal(), currency));
        current.expect().requireNames("difference");
        current.differences().number(current.expect().at("difference"), Amounts.decimal(statement.difference()));
    }

    private static BankLine line(Field entry, CurrencyUnit currency) {
        entry.requireNames("booking_date", "value_date", "amount", "sign");
        entry.at("value_date").date();
        BigDecimal amount = entry.at("amount").decimal();
        boolean credit = switch (entry.at("sign").text()) {
            case "credit" -> true;
            case "debit" -> false;
            default -> throw new UnsupportedCaseException(entry.path());
        };
        return new BankLine(
                "account",
                entry.at("booking_date").date(),
                CaseCurrencies.amount(credit ? amount : amount.negate(), currency),
                "",
                Optional.empty());
    }

    /** Files that overlap are imported one after the other. */
    static void overlappingFiles(Case current) {
        current.expect().requireNames("lines_after", "rule");
        ImmutableList<Field> counts = current.expect().at("lines_after").elements();
        if (counts.size() != current.when().size()) {
            throw new UnsupportedCaseException("imports and counts differ in number");
        }
        CurrencyUnit currency = new CaseCurrencies(current, "EUR").base();
        ImmutableList<BankLine> known = Lists.immutable.empty();
        for (int i = 0; i < counts.size(); i++) {
            Matcher step = IMPORT.matcher(current.when().get(i).toLowerCase(Locale.ROOT));
            if (!step.matches()) {
                throw new UnsupportedCaseException("step: " + current.when().get(i));
            }
            known = StatementImport.unite(known, file(current, "file_" + step.group(1), currency));
            current.differences().number(counts.get(i), known.size());
        }
        Field rule = current.expect().at("rule");
        if (!rule.text().startsWith("key = account + date + amount + text + occurrence number")) {
            throw new UnsupportedCaseException(rule.text());
        }
        current.differences().holds(rule, ruleHolds(known));
    }

    private static ImmutableList<BankLine> file(Case current, String prefix, CurrencyUnit currency) {
        String name = current.given().names().detect(n -> n.equals(prefix) || n.startsWith(prefix + "_"));
        if (name == null) {
            throw new UnsupportedCaseException("no " + prefix);
        }
        return current.given().at(name).elements().collect(line -> {
            line.requireNames("date", "amount", "text");
            return new BankLine(
                    "account",
                    line.at("date").date(),
                    CaseCurrencies.amount(line.at("amount").decimal(), currency),
                    line.at("text").text(),
                    Optional.empty());
        });
    }

    /** Another account is another line; one more alike is one more; a reference of the bank goes before the content. */
    private static boolean ruleHolds(ImmutableList<BankLine> known) {
        BankLine one = known.getFirst();
        BankLine elsewhere = new BankLine("other", one.date(), one.amount(), one.text(), Optional.empty());
        BankLine own = new BankLine(one.account(), one.date(), one.amount(), one.text(), Optional.of("own"));
        ImmutableList<BankLine> more = known.newWith(one).newWith(elsewhere).newWith(own);
        return StatementImport.unite(known, more).size() == known.size() + 3
                && StatementImport.unite(more, Lists.immutable.of(own, own)).size() == more.size();
    }
}
