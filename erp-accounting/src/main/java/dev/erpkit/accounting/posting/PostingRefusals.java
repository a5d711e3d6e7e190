package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.security.Permission;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/** The refusals of posting, each with its code and the sentence that says what to do. */
final class PostingRefusals {
    private PostingRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal denied(Permission permission) {
        return of(
                        "access.denied",
                        "The actor may not " + permission.action() + " in " + permission.scope()
                                + "; ask for the permission")
                .with("action", permission.action())
                .with("scope", permission.scope());
    }

    static Refusal idReused(Object id) {
        return of("entry.id-reused", "Entry " + id + " was posted with other content; take another id")
                .with("entry", id);
    }

    static Refusal unbalanced(CurrencyUnit currency, long differenceMinor, String kind) {
        String code = currency.getCurrencyCode();
        String difference = Amounts.canonical(Amounts.ofMinor(differenceMinor, currency));
        return of(
                        "entry.unbalanced",
                        "The " + kind + " amounts in " + code + " differ by " + difference + "; correct or add a line")
                .with("currency", code)
                .with("difference", difference);
    }

    static Refusal overflow() {
        return of(
                "journal.overflow",
                "The debits of the journal would sum to more than 2^62 minor units; begin another journal");
    }

    static Refusal outsideCalendar(Book book, LocalDate day) {
        return of(
                        "entry.date",
                        day + " is in no fiscal year of book " + book.id() + ", whose calendar covers "
                                + book.calendar().range())
                .with("book", book.id())
                .with("date", day);
    }

    static Refusal account(String code, Object account, int line, String message) {
        return of(code, "Account " + account + " " + message)
                .with("account", account)
                .with("line", line);
    }
}
