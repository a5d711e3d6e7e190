package dev.erpkit.inventory.purchase;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;

/** The refusals of purchasing, each with its code and the sentence that says what to do. */
final class PurchaseRefusals {
    private static final RefusalCode KEY_REUSED = RefusalCode.of("purchase.key-reused");
    private static final RefusalCode DOCUMENT_TAKEN = RefusalCode.of("purchase.document-taken");
    private static final RefusalCode UNKNOWN = RefusalCode.of("purchase.unknown");
    private static final RefusalCode OWN_APPROVAL = RefusalCode.of("purchase.own-approval");
    private static final RefusalCode APPROVED_TWICE = RefusalCode.of("purchase.approved-twice");
    private static final RefusalCode REJECTED = RefusalCode.of("purchase.rejected");
    private static final RefusalCode NOT_APPROVED = RefusalCode.of("purchase.not-approved");
    private static final RefusalCode QUANTITY = RefusalCode.of("purchase.quantity");
    private static final RefusalCode OVER_RECEIPT = RefusalCode.of("purchase.over-receipt");
    private static final RefusalCode OVER_RETURN = RefusalCode.of("purchase.over-return");
    private static final RefusalCode QUANTITY_MISMATCH = RefusalCode.of("purchase.quantity-mismatch");
    private static final RefusalCode PRICE_MISMATCH = RefusalCode.of("purchase.price-mismatch");
    private static final RefusalCode TOO_LARGE = RefusalCode.of("purchase.too-large");
    private static final RefusalCode CLOSED = RefusalCode.of("purchase.line-closed");

    private PurchaseRefusals() {}

    static Refusal keyReused(IdempotencyKey key) {
        return Refusal.of(KEY_REUSED, "Key " + key + " names a purchase command with other content; take another key")
                .with("key", key);
    }

    static Refusal taken(String document) {
        return Refusal.of(DOCUMENT_TAKEN, "There is a document " + document + " of this kind already; take another id")
                .with("document", document);
    }

    static Refusal unknown(String what) {
        return Refusal.of(UNKNOWN, "There is no " + what + "; check the id").with("what", what);
    }

    static Refusal ownApproval(String order) {
        return Refusal.of(OWN_APPROVAL, "Who ordered " + order + " cannot approve it too; let somebody else do it")
                .with("order", order);
    }

    static Refusal approvedTwice(String order) {
        return Refusal.of(APPROVED_TWICE, "The actor has approved order " + order + " already; another person has to")
                .with("order", order);
    }

    static Refusal rejected(String order) {
        return Refusal.of(REJECTED, "Order " + order + " was turned down; order anew")
                .with("order", order);
    }

    static Refusal notApproved(String order, int missing) {
        return Refusal.of(NOT_APPROVED, "Order " + order + " lacks " + missing + " approvals; have it approved first")
                .with("order", order)
                .with("missing", missing);
    }

    static Refusal quantity(String document) {
        return Refusal.of(
                        QUANTITY,
                        "Document " + document
                                + " has a quantity, price or rate out of bounds, or a line twice; correct it")
                .with("document", document);
    }

    static Refusal overReceipt(String order, int line, Rational most) {
        return Refusal.of(
                        OVER_RECEIPT,
                        "Of line " + line + " of order " + order + " no more than " + most
                                + " may come; send the rest back or order more")
                .with("order", order)
                .with("line", line)
                .with("most", most);
    }

    static Refusal overReturn(String receipt, Rational most) {
        return Refusal.of(
                        OVER_RETURN,
                        "Of receipt " + receipt + " no more than " + most + " are left; return no more than that")
                .with("receipt", receipt)
                .with("most", most);
    }

    static Refusal quantityMismatch(String order, int line, Rational least, Rational most) {
        return Refusal.of(
                        QUANTITY_MISMATCH,
                        "Of line " + line + " of order " + order + " from " + least + " to " + most
                                + " can be billed; ask the vendor or record the receipt first")
                .with("order", order)
                .with("line", line)
                .with("least", least)
                .with("most", most);
    }

    static Refusal priceMismatch(String order, int line, Rational price) {
        return Refusal.of(
                        PRICE_MISMATCH,
                        "Line " + line + " of order " + order + " costs " + price
                                + " minor units each and the bill is too far from it; ask the vendor")
                .with("order", order)
                .with("line", line)
                .with("price", price);
    }

    static Refusal tooLarge(String document) {
        return Refusal.of(
                        TOO_LARGE,
                        "With document " + document
                                + " the amounts exceed what can be counted in minor units; check quantities and prices")
                .with("document", document);
    }

    static Refusal closed(String order, int line) {
        return Refusal.of(CLOSED, "Line " + line + " of order " + order + " is closed; order anew")
                .with("order", order)
                .with("line", line);
    }
}
