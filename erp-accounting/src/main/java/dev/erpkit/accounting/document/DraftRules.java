package dev.erpkit.accounting.document;

import dev.erpkit.core.outcome.RefusedException;

/** What the kind of a draft and its parts owe one another: refused with {@code document.form}. */
final class DraftRules {
    private DraftRules() {}

    static void check(DocumentDraft draft) {
        DocumentKind kind = draft.kind();
        require(
                draft,
                kind.reduces() || draft.creditOf().isEmpty(),
                "credits another one but is a " + kind.text() + "; make it a "
                        + kind.credit().text());
        require(
                draft,
                draft.creditOf().isEmpty() || draft.lines().isEmpty(),
                "credits another one, whose lines it takes; leave its own lines out");
        require(
                draft,
                draft.creditOf().isEmpty()
                        || draft.totalRounding().isEmpty()
                                && draft.globalDiscountPercent().isEmpty()
                                && draft.taxPoint().isEmpty(),
                "credits another one, whose tax point, discount and rounding it takes; leave its own out");
        require(
                draft,
                draft.advance().isPresent() == (kind == DocumentKind.ADVANCE_INVOICE),
                "says how much to ask for ahead, or is an advance invoice, but not both; do both or neither");
        require(
                draft,
                draft.advance().isEmpty() || draft.totalRounding().isEmpty(),
                "is an advance invoice, whose total is not rounded; round that of the final invoice");
        require(
                draft,
                draft.deducts().isEmpty() || kind == DocumentKind.FINAL_INVOICE,
                "deducts advance invoices but is a " + kind.text() + "; make it a final-invoice");
        require(
                draft,
                draft.deducts().distinct().size() == draft.deducts().size(),
                "deducts an advance invoice twice; name it once");
        require(
                draft,
                !kind.sale()
                        || draft.supplierNumber().isEmpty()
                                && draft.printedTaxes().isEmpty(),
                "is a sale but has the figures of a supplier; leave them out");
        require(
                draft,
                draft.addsTo().isEmpty() || kind == DocumentKind.SALES_DEBIT_NOTE,
                "adds to another one but is a " + kind.text() + "; make it a sales-debit-note");
    }

    private static void require(DocumentDraft draft, boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedException(DocumentRefusals.form(draft.id(), otherwise));
        }
    }
}
