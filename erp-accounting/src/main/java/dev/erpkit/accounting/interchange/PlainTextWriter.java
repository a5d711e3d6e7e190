package dev.erpkit.accounting.interchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Writes journal items as canonical text that reads back as the same values: full dates, a point as decimal mark, no digit
 * groups, commodities after the number, every comment on a line of its own.
 */
public final class PlainTextWriter {
    private static final String INDENT = "    ";

    private PlainTextWriter() {}

    /** Appends an item and a blank line. */
    public static void write(JournalItem item, Appendable out) throws IOException {
        if (item instanceof PlainTransaction t) {
            transaction(t, out);
        } else if (item instanceof AccountDeclaration a) {
            out.append("account ").append(a.account()).append('\n');
            comments(a.comments(), out);
        } else if (item instanceof CommodityDeclaration c) {
            out.append("commodity ").append(sample(c)).append('\n');
        } else if (item instanceof AutoRule r) {
            rule(r, out);
        } else if (item instanceof MarketPrice p) {
            out.append("P ").append(date(p.date())).append(' ').append(quoted(p.commodity()));
            out.append(' ').append(text(p.price())).append('\n');
        }
        out.append('\n');
    }

    /** The text of an item, with the blank line after it. */
    public static String text(JournalItem item) {
        StringBuilder text = new StringBuilder();
        try {
            write(item, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void transaction(PlainTransaction t, Appendable out) throws IOException {
        out.append(date(t.date()));
        if (t.secondaryDate().isPresent()) {
            out.append('=').append(date(t.secondaryDate().get()));
        }
        out.append(t.status() == TransactionStatus.UNMARKED ? "" : " ").append(mark(t.status()));
        if (t.code().isPresent()) {
            out.append(" (").append(t.code().get()).append(')');
        }
        if (!t.description().isEmpty()) {
            out.append(' ').append(t.description());
        }
        out.append('\n');
        comments(t.comments(), out);
        for (PlainPosting posting : t.postings()) {
            posting(posting, out);
        }
    }

    private static void posting(PlainPosting p, Appendable out) throws IOException {
        out.append(INDENT);
        if (p.status() != TransactionStatus.UNMARKED) {
            out.append(mark(p.status())).append(' ');
        }
        out.append(bracketed(p.kind(), p.account()));
        if (p.amount().isPresent()) {
            out.append("  ").append(text(p.amount().get()));
        }
        if (p.lot().isPresent()) {
            lot(p.lot().get(), out);
        }
        if (p.cost().isPresent()) {
            cost(p.cost().get(), out);
        }
        if (p.assertion().isPresent()) {
            PlainAssertion a = p.assertion().get();
            out.append(a.sole() ? "  ==" : "  =")
                    .append(a.inclusive() ? "* " : " ")
                    .append(text(a.amount()));
            if (a.cost().isPresent()) {
                cost(a.cost().get(), out);
            }
        }
        out.append('\n');
        comments(p.comments(), out);
    }

    private static void cost(PlainCost cost, Appendable out) throws IOException {
        out.append(cost.total() ? " @@ " : " @ ").append(text(cost.amount()));
    }

    private static void lot(PlainLot lot, Appendable out) throws IOException {
        if (lot.price().isPresent()) {
            PlainCost price = lot.price().get();
            out.append(price.total() ? " {{" : " {").append(lot.fixed() ? "=" : "");
            out.append(text(price.amount())).append(price.total() ? "}}" : "}");
        }
        if (lot.date().isPresent()) {
            out.append(" [").append(date(lot.date().get())).append(']');
        }
    }

    private static void rule(AutoRule rule, Appendable out) throws IOException {
        out.append("= ").append(slashed(rule.pattern())).append('\n');
        for (AutoPosting p : rule.postings()) {
            out.append(INDENT).append(bracketed(p.kind(), p.account()));
            out.append(p.multiplied() ? "  *" : "  ").append(text(p.amount())).append('\n');
        }
    }

    /** A pattern with blanks stands between slashes. */
    private static String slashed(String pattern) {
        return pattern.indexOf(' ') < 0 ? pattern : "/" + pattern + "/";
    }

    private static String bracketed(PostingKind kind, String account) {
        return switch (kind) {
            case REAL -> account;
            case VIRTUAL -> "(" + account + ")";
            case BALANCED_VIRTUAL -> "[" + account + "]";
        };
    }

    private static void comments(ImmutableList<String> lines, Appendable out) throws IOException {
        for (String line : lines) {
            out.append(INDENT).append(line.isEmpty() ? ";" : "; ").append(line).append('\n');
        }
    }

    private static String mark(TransactionStatus status) {
        return switch (status) {
            case UNMARKED -> "";
            case PENDING -> "!";
            case CLEARED -> "*";
        };
    }

    private static String date(LocalDate date) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static String sample(CommodityDeclaration c) {
        if (c.decimals().isEmpty()) {
            return quoted(c.commodity());
        }
        String number = "1000." + "0".repeat(c.decimals().getAsInt());
        return c.commodity().isEmpty() ? number : number + " " + quoted(c.commodity());
    }

    /** The canonical text of an amount. */
    static String text(PlainAmount amount) {
        String number = amount.quantity().toPlainString();
        return amount.commodity().isEmpty() ? number : number + " " + quoted(amount.commodity());
    }

    private static String quoted(String commodity) {
        boolean plain = !commodity.isEmpty();
        for (byte b : commodity.getBytes(StandardCharsets.UTF_8)) {
            plain &= AmountParser.isSymbol(b);
        }
        return plain ? commodity : '"' + commodity + '"';
    }
}
