package dev.erpkit.books;

import dev.erpkit.accounting.interchange.PlainBalance;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import java.io.PrintStream;
import org.eclipse.collections.api.list.ImmutableList;

/** What each account holds. */
final class BalanceReport {
    private BalanceReport() {}

    static void print(PlainTextLedger ledger, Arguments arguments, PrintStream out) {
        ImmutableList<PlainBalance> balances = ledger.balances(arguments.query());
        if (arguments.csv()) {
            out.print(Csv.line("account", "commodity", "amount"));
            balances.each(b ->
                    out.print(Csv.line(b.account(), b.commodity(), b.amount().toPlainString())));
            return;
        }
        Table table = new Table(">", "<", "<");
        Totals totals = new Totals();
        for (PlainBalance b : balances) {
            table.row(b.amount().toPlainString(), b.commodity(), b.account());
            totals.add(b.commodity(), b.amount());
        }
        table.rule();
        if (totals.isZero()) {
            table.row("0", "", "");
        }
        totals.forEach((commodity, sum) -> table.row(sum.toPlainString(), commodity, ""));
        table.print(out);
    }
}
