package dev.erpkit.books;

import dev.erpkit.accounting.interchange.PlainTextLedger;
import dev.erpkit.accounting.interchange.RegisterLine;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Locale;

/** The postings by date with a running total for each commodity; printed as it goes. */
final class RegisterReport {
    private RegisterReport() {}

    static void print(PlainTextLedger ledger, Arguments arguments, PrintStream out) {
        Totals totals = new Totals();
        if (arguments.csv()) {
            out.print(Csv.line("date", "description", "account", "commodity", "amount", "total"));
        }
        ledger.register(arguments.query(), line -> {
            BigDecimal total = totals.add(line.commodity(), line.amount());
            out.print(arguments.csv() ? csv(line, total) : text(line, total));
        });
    }

    private static String csv(RegisterLine line, BigDecimal total) {
        return Csv.line(
                line.date().toString(),
                line.description(),
                line.account(),
                line.commodity(),
                line.amount().toPlainString(),
                total.toPlainString());
    }

    private static String text(RegisterLine line, BigDecimal total) {
        return String.format(
                        Locale.ROOT,
                        "%s  %-24s  %-32s  %16s  %16s",
                        line.date(),
                        line.description(),
                        line.account(),
                        amount(line.amount(), line.commodity()),
                        amount(total, line.commodity()))
                + "\n";
    }

    private static String amount(BigDecimal amount, String commodity) {
        return commodity.isEmpty() ? amount.toPlainString() : amount.toPlainString() + " " + commodity;
    }
}
