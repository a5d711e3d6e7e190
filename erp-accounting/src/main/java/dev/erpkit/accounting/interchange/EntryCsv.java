package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import java.io.IOException;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Posted entries as comma-separated values (RFC 4180, lines ended by a line feed): one record for each line of an entry, what
 * the entry itself says repeated in each. Amounts are signed, debit positive, with a point as decimal mark.
 */
public final class EntryCsv {
    private EntryCsv() {}

    /** Appends the record that names the columns. */
    public static void header(Appendable out) throws IOException {
        record(
                out,
                "position",
                "number",
                "id",
                "book",
                "date",
                "document_date",
                "kind",
                "narrative",
                "line",
                "account",
                "amount",
                "currency",
                "base_amount",
                "base_currency",
                "party",
                "document",
                "due_date",
                "dimensions",
                "note");
    }

    /** Appends the lines of an entry. */
    public static void write(PostedEntry posted, Appendable out) throws IOException {
        JournalEntry entry = posted.entry();
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            record(
                    out,
                    String.valueOf(posted.position()),
                    posted.number().toString(),
                    entry.id().value(),
                    entry.book().value(),
                    entry.date().toString(),
                    entry.documentDate().map(LocalDate::toString).orElse(""),
                    entry.kind().name(),
                    entry.narrative().orElse(""),
                    String.valueOf(i + 1),
                    line.account().value(),
                    number(line.amount()),
                    line.amount().getCurrency().getCurrencyCode(),
                    number(line.base()),
                    line.base().getCurrency().getCurrencyCode(),
                    line.party().map(PartyId::value).orElse(""),
                    line.document().orElse(""),
                    line.dueDate().map(LocalDate::toString).orElse(""),
                    line.dimensions().toString(),
                    line.note().orElse(""));
        }
    }

    private static String number(MonetaryAmount amount) {
        String canonical = Amounts.canonical(amount);
        return canonical.substring(canonical.lastIndexOf(' ') + 1);
    }

    private static void record(Appendable out, String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            out.append(i == 0 ? "" : ",").append(quoted(fields[i]));
        }
        out.append('\n');
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
