package dev.erpkit.accounting.document;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import javax.money.MonetaryAmount;

/** The refusals of documents, each with its code and the sentence that says what to do. */
final class DocumentRefusals {
    private DocumentRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal idReused(DocumentId id) {
        return of("document.id-reused", "Document " + id + " was issued with other content; take another id")
                .with("document", id);
    }

    static Refusal unknown(DocumentId id) {
        return of("document.unknown", "There is no issued document " + id + "; name one that was issued")
                .with("document", id);
    }

    static Refusal empty(DocumentId id) {
        return of("document.empty", "Document " + id + " has no line; add one").with("document", id);
    }

    static Refusal form(DocumentId id, String what) {
        return of("document.form", "Document " + id + " " + what).with("document", id);
    }

    static Refusal date(DocumentDraft draft, Book book) {
        return of(
                        "document.date",
                        "Document " + draft.id() + " is dated " + draft.documentDate()
                                + ", which is in no fiscal year of book " + book.id()
                                + "; correct the date or extend the calendar")
                .with("document", draft.id())
                .with("date", draft.documentDate());
    }

    static Refusal otherParty(DocumentId id, DocumentId other) {
        return of(
                        "document.other-party",
                        "Document " + other + ", which " + id
                                + " refers to, is of another party, currency or side; name one of the same")
                .with("document", id)
                .with("other", other);
    }

    static Refusal supplierNumber(DocumentId id, DocumentId other, String number) {
        return of(
                        "document.duplicate-supplier-number",
                        "Bill " + number + " of this supplier was issued as " + other
                                + "; correct the number, or leave the bill out")
                .with("document", id)
                .with("other", other)
                .with("number", number);
    }

    static Refusal instalments(DocumentId id, MonetaryAmount owed, String given) {
        return of(
                        "document.instalments",
                        "The instalments of document " + id + " come to " + given + " but its total is "
                                + Amounts.canonical(owed) + "; make them sum to it")
                .with("document", id)
                .with("total", Amounts.canonical(owed))
                .with("given", given);
    }

    static Refusal printedTax(DocumentId id, String tax, MonetaryAmount computed, MonetaryAmount printed) {
        return of(
                        "document.printed-tax-differs",
                        "The supplier printed " + Amounts.canonical(printed) + " of tax " + tax + " on " + id
                                + " where " + Amounts.canonical(computed)
                                + " was worked out; check the bill, or raise the tolerance")
                .with("document", id)
                .with("tax", tax)
                .with("computed", Amounts.canonical(computed))
                .with("printed", Amounts.canonical(printed));
    }

    static Refusal advanceExceeds(DocumentId id, MonetaryAmount total) {
        return of(
                        "document.advance-exceeds",
                        "The down payment of document " + id + " must be above zero and at most the total of "
                                + Amounts.canonical(total) + "; ask for less")
                .with("document", id)
                .with("total", Amounts.canonical(total));
    }

    static Refusal deductionExceeds(DocumentId id, String of) {
        return of(
                        "document.deduction-exceeds",
                        "The down payments deducted in document " + id + " exceed its " + of
                                + "; deduct fewer of them, or credit one first")
                .with("document", id)
                .with("of", of);
    }

    static Refusal exceeds(IssuedDocument original, CreditableLine line) {
        return exceeds(
                original,
                "line " + line.line().number(),
                Amounts.canonical(Amounts.ofMinor(line.remainingNetMinor(), original.currency())));
    }

    static Refusal exceeds(IssuedDocument original, String of, long whole) {
        return exceeds(original, of, Amounts.canonical(Amounts.ofMinor(whole, original.currency())) + " in all");
    }

    private static Refusal exceeds(IssuedDocument original, String of, String remaining) {
        return of(
                        "document.credit-exceeds",
                        "Of document " + original.id() + ", " + of + ", only " + remaining
                                + " can be credited; credit that much or less")
                .with("document", original.id())
                .with("of", of)
                .with("remaining", remaining);
    }

    static Refusal creditLine(IssuedDocument original, int line) {
        return of(
                        "document.credit-line",
                        "Line " + line + " of document " + original.id()
                                + " is not there, is named twice, or would be credited by nothing or in another"
                                + " currency; name each line once with what to credit of it")
                .with("document", original.id())
                .with("line", line);
    }

    static Refusal nothingToCredit(IssuedDocument original) {
        return of(
                        "document.nothing-to-credit",
                        "Nothing of document " + original.id() + " remains to be credited; leave the credit out")
                .with("document", original.id());
    }

    static Refusal notCreditable(IssuedDocument original) {
        return of(
                        "document.not-creditable",
                        "Document " + original.id() + " is a " + original.kind().text()
                                + ", which is not credited; issue a new document instead")
                .with("document", original.id())
                .with("kind", original.kind().text());
    }
}
