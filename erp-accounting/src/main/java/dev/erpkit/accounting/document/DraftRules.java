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
                                && draft.globalDiscountAmount().isEmpty()
                                && draft.taxPoint().isEmpty(),
                "credits another one, whose tax point, discount and rounding it takes; leave its own out");
        require(
                draft,
                draft.advance().isPresent() == kind.isAdvance(),
                "says how much to ask for ahead, or is an advance, but not both; do both or neither");
        require(
                draft,
                draft.advance().isEmpty() || draft.totalRounding().isEmpty(),
                "is an advance, whose total is not rounded; round that of the final document");
        require(
                draft,
                draft.deducts().isEmpty() || kind.isFinal(),
                "deducts advances but is a " + kind.text() + "; make it a "
                        + (kind.sale() ? DocumentKind.FINAL_INVOICE : DocumentKind.FINAL_BILL).text());
        require(
                draft,
                draft.globalDiscountPercent().isEmpty()
                        || draft.globalDiscountAmount().isEmpty(),
                "takes a per cent and an amount off all lines; give one of them");
        require(
                draft,
                draft.globalDiscountAmount()
                        .map(off -> off.isPositive() && off.getCurrency().equals(draft.currency()))
                        .orElse(true),
                "takes an amount off all lines that is not above zero in its own currency; correct it");
        require(
                draft,
                draft.deducts().distinct().size() == draft.deducts().size(),
                "deducts an advance twice; name it once");
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
