package dev.erpkit.books;

import dev.erpkit.accounting.interchange.PlainAccountType;
import dev.erpkit.accounting.interchange.PlainBalance;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Income statement and balance sheet: accounts by type, credit balances shown positive where they are the normal ones. */
final class Statement {
    private final Map<PlainAccountType, List<PlainBalance>> byType = new EnumMap<>(PlainAccountType.class);
    private final List<PlainBalance> unclassified = new ArrayList<>();
    private final Map<PlainAccountType, Totals> totals = new EnumMap<>(PlainAccountType.class);
    private final boolean csv;
    private final Table table = new Table("<", ">", "<");
    private final StringBuilder lines = new StringBuilder(Csv.line("section", "account", "commodity", "amount"));

    private Statement(PlainTextLedger ledger, Arguments arguments) {
        csv = arguments.csv();
        for (PlainAccountType type : PlainAccountType.values()) {
            byType.put(type, new ArrayList<>());
            totals.put(type, new Totals());
        }
        for (PlainBalance balance : ledger.balances(arguments.query())) {
            ledger.type(balance.account())
                    .ifPresentOrElse(
                            type -> {
                                PlainBalance shown = isCredit(type) ? negated(balance) : balance;
                                byType.getOrDefault(type, unclassified).add(shown);
                                totals(type).add(shown.commodity(), shown.amount());
                            },
                            () -> unclassified.add(balance));
        }
    }

    /** Revenues, expenses and what remains; accounts of which nobody knows what they are stand below. */
    static Statement income(PlainTextLedger ledger, Arguments arguments) {
        Statement statement = new Statement(ledger, arguments);
        statement.section("Revenues", PlainAccountType.REVENUE);
        statement.section("Expenses", PlainAccountType.EXPENSE);
        statement.total("Net income", statement.result());
        statement.unclassified();
        return statement;
    }

    /** Assets; liabilities, equity and the result that no closing entry has moved to equity yet. */
    static Statement balanceSheet(PlainTextLedger ledger, Arguments arguments) {
        Statement statement = new Statement(ledger, arguments);
        statement.section("Assets", PlainAccountType.ASSET);
        statement.section("Liabilities", PlainAccountType.LIABILITY);
        statement.section("Equity", PlainAccountType.EQUITY);
        Totals result = statement.result();
        statement.total("Result not closed", result);
        Totals sources = new Totals();
        sources.addAll(statement.totals(PlainAccountType.LIABILITY));
        sources.addAll(statement.totals(PlainAccountType.EQUITY));
        sources.addAll(result);
        statement.total("Liabilities, equity and result", sources);
        statement.unclassified();
        return statement;
    }

    void print(PrintStream out) {
        if (csv) {
            out.print(lines);
        } else {
            table.print(out);
        }
    }

    private Totals totals(PlainAccountType type) {
        return totals.computeIfAbsent(type, t -> new Totals());
    }

    private Totals result() {
        Totals result = new Totals();
        result.addAll(totals(PlainAccountType.REVENUE));
        result.subtractAll(totals(PlainAccountType.EXPENSE));
        return result;
    }

    private static boolean isCredit(PlainAccountType type) {
        return switch (type) {
            case LIABILITY, EQUITY, REVENUE -> true;
            case ASSET, EXPENSE -> false;
        };
    }

    private static PlainBalance negated(PlainBalance balance) {
        return new PlainBalance(
                balance.account(), balance.commodity(), balance.amount().negate());
    }

    private void section(String title, PlainAccountType type) {
        table.row(title, "", "");
        byType.getOrDefault(type, List.of()).forEach(b -> row(title, b));
        total("Total " + title.toLowerCase(java.util.Locale.ROOT), totals(type));
    }

    /** Accounts that neither a declaration nor their name classifies; a statement without them would not add up. */
    private void unclassified() {
        if (!unclassified.isEmpty()) {
            table.row("Unclassified", "", "");
            unclassified.forEach(b -> row("Unclassified", b));
        }
    }

    private void row(String section, PlainBalance b) {
        String amount = b.amount().toPlainString();
        table.row("  " + b.account(), amount, b.commodity());
        lines.append(Csv.line(section, b.account(), b.commodity(), amount));
    }

    private void total(String title, Totals sums) {
        if (sums.isZero()) {
            table.row(title, "0", "");
        }
        sums.forEach((String commodity, BigDecimal sum) -> {
            table.row(title, sum.toPlainString(), commodity);
            lines.append(Csv.line(title, "", commodity, sum.toPlainString()));
        });
    }
}
