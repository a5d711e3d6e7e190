package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementImport;
import dev.erpkit.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Bank statements: their arithmetic, and files that overlap. */
final class BankReaders {
    private static final Pattern IMPORT =
            Pattern.compile("(?:re-?)?import (?:file|statement) (\\d+)( again)?( twice)?");
    private static final Pattern OPENING = Pattern.compile("opening(_booked|_balance)?|start(_balance)?|balance_start");
    private static final Pattern CLOSING =
            Pattern.compile("closing(_booked|_balance)?|end(_balance)?|balance_end(_real)?");
    private static final Pattern LINES = Pattern.compile("entries|lines|transactions");
    private static final Pattern COUNTS = Pattern.compile("lines_after|total_lines|lines");
    private static final Pattern ADDED = Pattern.compile("(lines_)?(added|new)(_lines)?");

    private BankReaders() {}

    /** Opening balance and lines give the closing balance, or not. */
    static void arithmetic(Case current) {
        Field given = current.given();
        String opening = only(given, OPENING);
        String closing = only(given, CLOSING);
        String entries = only(given, LINES);
        for (String name : given.names().reject(n -> n.equals(opening) || n.equals(closing) || n.equals(entries))) {
            if (!name.matches("format|currency|account|iban")) {
                throw new UnsupportedCaseException("given " + name);
            }
            given.at(name).text();
        }
        current.onlyStep("(?i)\\b(check|validate|import|verify)\\b.*|arithmetic");
        CurrencyUnit currency = new CaseCurrencies(
                        current, given.find("currency").map(Field::text).orElse("EUR"))
                .base();
        BankStatement statement = new BankStatement(
                balance(given.at(opening), currency),
                given.at(entries).elements().collect(entry -> line(entry, currency)),
                balance(given.at(closing), currency));
        BigDecimal difference = Amounts.decimal(statement.difference());
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "difference" -> current.differences().number(expected, difference);
                case "sum", "total", "movement" ->
                    current.differences()
                            .number(
                                    expected,
                                    CaseCurrencies.decimal(
                                            statement.lines().sumOfLong(l -> Amounts.minor(l.amount())), currency));
                case "computed_closing", "balance_end", "calculated_closing" ->
                    current.differences()
                            .number(
                                    expected,
                                    Amounts.decimal(statement.closing()).subtract(difference));
                case "valid", "balanced", "accepted", "is_valid", "is_complete" ->
                    current.differences().holds(expected, expected.truth() == (difference.signum() == 0));
                case "result", "verdict" -> {
                    boolean sound = switch (expected.text().toLowerCase(Locale.ROOT)) {
                        case "accepted", "valid", "ok", "balanced" -> true;
                        case "refused", "rejected", "invalid", "error", "unbalanced" -> false;
                        default -> throw new UnsupportedCaseException(expected.text());
                    };
                    current.differences().holds(expected, sound == (difference.signum() == 0));
                }
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static String only(Field given, Pattern pattern) {
        ImmutableList<String> found =
                given.names().select(n -> pattern.matcher(n).matches());
        if (found.size() != 1) {
            throw new UnsupportedCaseException("no single " + pattern);
        }
        return found.getOnly();
    }

    private static MonetaryAmount balance(Field field, CurrencyUnit currency) {
        if (!field.isObject()) {
            return CaseCurrencies.amount(field.decimal(), currency);
        }
        field.find("date").ifPresent(Field::date);
        return CaseCurrencies.amount(signed(field), currency);
    }

    /** An amount with its sign, or with a word that says which way. */
    private static BigDecimal signed(Field field) {
        BigDecimal amount = field.at("amount").decimal();
        for (String name : new String[] {"sign", "indicator", "credit_debit", "type", "dc"}) {
            Optional<Field> word = field.find(name);
            if (word.isPresent()) {
                return switch (word.get().text().toLowerCase(Locale.ROOT)) {
                    case "credit", "crdt", "c", "cr", "+", "in" -> amount;
                    case "debit", "dbit", "d", "dr", "-", "out" -> amount.negate();
                    default -> throw new UnsupportedCaseException(word.get().path());
                };
            }
        }
        return amount;
    }

    private static BankLine line(Field entry, CurrencyUnit currency) {
        if (!entry.isObject()) {
            return new BankLine(
                    "account", CaseBooks.DAY, CaseCurrencies.amount(entry.decimal(), currency), "", Optional.empty());
        }
        LocalDate date = CaseBooks.DAY;
        String text = "";
        Optional<String> reference = Optional.empty();
        for (String name : entry.names()) {
            switch (name) {
                case "booking_date", "date" -> date = entry.at(name).date();
                case "value_date" -> entry.at(name).date();
                case "text", "description", "label", "memo", "payment_ref" ->
                    text = entry.at(name).text();
                case "reference", "bank_reference", "unique_id", "unique_import_id", "fitid" ->
                    reference = Optional.of(entry.at(name).text());
                case "amount", "sign", "indicator", "credit_debit", "type", "dc" -> {}
                default -> throw new UnsupportedCaseException(entry.path() + "." + name);
            }
        }
        return new BankLine("account", date, CaseCurrencies.amount(signed(entry), currency), text, reference);
    }

    /** Files that overlap are imported one after the other. */
    static void overlappingFiles(Case current) {
        CurrencyUnit currency = new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("EUR"))
                .base();
        ImmutableList<BankLine> known = Lists.immutable.empty();
        ImmutableList<Integer> counts = Lists.immutable.empty();
        ImmutableList<Integer> added = Lists.immutable.empty();
        for (String each : current.when()) {
            Matcher step = IMPORT.matcher(each.toLowerCase(Locale.ROOT));
            if (!step.matches()) {
                throw new UnsupportedCaseException("step: " + each);
            }
            ImmutableList<BankLine> file = file(current, "file_" + step.group(1), currency);
            for (int time = 0; time < (step.group(3) == null ? 1 : 2); time++) {
                int before = known.size();
                known = StatementImport.unite(known, file);
                counts = counts.newWith(known.size());
                added = added.newWith(known.size() - before);
            }
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            if (COUNTS.matcher(name).matches()) {
                same(current, expected, counts);
            } else if (ADDED.matcher(name).matches()) {
                same(current, expected, added);
            } else if (name.equals("rule")
                    && expected.text().startsWith("key = account + date + amount + text + occurrence number")) {
                current.differences().holds(expected, ruleHolds(known));
            } else {
                throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A list has one figure for each import; a single one is that of the last. */
    private static void same(Case current, Field expected, ImmutableList<Integer> figures) {
        if (!expected.isList()) {
            current.differences().number(expected, figures.getLast());
            return;
        }
        ImmutableList<Field> all = expected.elements();
        if (all.size() != figures.size()) {
            throw new UnsupportedCaseException("imports and figures differ in number");
        }
        all.forEachWithIndex((field, i) -> current.differences().number(field, figures.get(i)));
    }

    private static ImmutableList<BankLine> file(Case current, String prefix, CurrencyUnit currency) {
        String name = current.given().names().detect(n -> n.equals(prefix) || n.startsWith(prefix + "_"));
        if (name == null) {
            throw new UnsupportedCaseException("no " + prefix);
        }
        return current.given().at(name).elements().collect(entry -> line(entry, currency));
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
