package dev.erpkit.stock;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.CostNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import org.eclipse.collections.api.list.ImmutableList;

/** Prints what was asked for, as text in columns or as CSV. */
final class Report {
    private static final String ROW = "%-24s %14s %16s%n".replace("%n", "\n");
    private final PrintStream out;
    private final boolean csv;
    private final int digits;

    Report(Arguments arguments, PrintStream out) {
        this.out = out;
        this.csv = arguments.csv();
        this.digits = Amounts.digits(arguments.currency());
    }

    void stock(ImmutableList<Balance> balances) {
        long total = 0;
        out.print(csv ? "item,lot,quantity,value\n" : ROW.formatted("item", "quantity", "value"));
        for (Balance balance : balances) {
            total = Math.addExact(total, balance.value());
            String quantity = plain(balance.quantity());
            if (csv) {
                out.print(quoted(balance.pool().item()) + ","
                        + quoted(balance.pool().lot()) + "," + quantity + "," + money(balance.value()) + "\n");
            } else {
                out.print(ROW.formatted(balance.pool(), quantity, money(balance.value())));
            }
        }
        if (!csv) {
            out.print(ROW.formatted("total", "", money(total)));
        }
    }

    void trace(CostNode cost, MoveFile file) {
        if (csv) {
            out.print("depth,what,id,quantity,value\n");
        }
        trace(cost, file, 0);
    }

    private void trace(CostNode node, MoveFile file, int depth) {
        String id = node.event() == 0 ? "" : file.id(node.event());
        String quantity = node.quantity().isZero() ? "" : plain(node.quantity());
        if (csv) {
            out.print(depth + "," + node.source().text() + "," + quoted(id) + "," + quantity + "," + money(node.value())
                    + "\n");
        } else {
            out.print("  ".repeat(depth) + node.source().text() + (id.isEmpty() ? "" : " " + id)
                    + (quantity.isEmpty() ? "" : ": " + quantity) + " = " + money(node.value()) + "\n");
        }
        node.parts().forEach(part -> trace(part, file, depth + 1));
    }

    private String money(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private static String plain(Rational quantity) {
        return quantity.exactDecimal().map(BigDecimal::toPlainString).orElse(quantity.toString());
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
