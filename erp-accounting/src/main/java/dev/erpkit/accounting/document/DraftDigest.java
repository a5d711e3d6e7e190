package dev.erpkit.accounting.document;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.Digest;
import java.util.Optional;

/**
 * The fingerprint of a draft, each field behind its length: equal for equal commands, whatever the amounts' number of zeros.
 * The narrative stays out: it may be personal and be erased.
 */
final class DraftDigest {
    private final StringBuilder fields = new StringBuilder(512);

    private DraftDigest() {}

    static Digest of(DocumentDraft draft) {
        DraftDigest digest = new DraftDigest();
        digest.field("document-1")
                .field(draft.id())
                .field(draft.kind().text())
                .field(draft.party())
                .field(draft.documentDate())
                .field(draft.effectiveDate())
                .option(draft.taxPoint())
                .field(draft.currency().getCurrencyCode())
                .option(draft.globalDiscountPercent())
                .field(draft.taxPolicy().name())
                .option(draft.totalRounding())
                .option(draft.addsTo())
                .option(draft.supplierNumber());
        digest.field(draft.lines().size());
        draft.lines().forEach(digest::line);
        digest.field(draft.instalments().size());
        draft.instalments()
                .forEach(part -> digest.field(part.due()).field(Amounts.canonical(Amounts.normalise(part.amount()))));
        draft.creditOf().ifPresent(digest::credit);
        draft.advance().ifPresent(digest::advance);
        draft.globalDiscountAmount()
                .ifPresent(off -> digest.field("discount").field(Amounts.canonical(Amounts.normalise(off))));
        digest.field(draft.deducts().size());
        draft.deducts().forEach(digest::field);
        draft.printedTaxes().ifPresent(digest::printed);
        draft.facts().forEachKeyValue((name, fact) -> digest.field(name).field(fact));
        return Digest.ofText(digest.fields);
    }

    private void line(DocumentLine line) {
        field(line.text())
                .field(line.quantity())
                .field(line.unit())
                .field(line.unitPrice())
                .field(line.discountPercent())
                .field(line.discountAmount())
                .field(line.taxes().size());
        line.taxes().forEach(this::field);
        field(line.pricing())
                .field(line.deductibleShare())
                .field(line.qualifier())
                .field(line.dimensions());
    }

    private void credit(CreditOf credit) {
        field("credit").field(credit.original()).field(credit.lines().size());
        credit.lines()
                .forEach(line -> field(line.line())
                        .option(line.quantity())
                        .option(line.amount().map(amount -> Amounts.canonical(Amounts.normalise(amount)))));
    }

    private void advance(AdvanceTerms advance) {
        field("advance")
                .field(advance.text())
                .option(advance.percent()
                        .map(percent -> percent.stripTrailingZeros().toPlainString()))
                .option(advance.amount().map(amount -> Amounts.canonical(Amounts.normalise(amount))))
                .field(advance.policy().text());
    }

    private void printed(PrintedTaxes printed) {
        field("printed").field(printed.name());
        printed.byCode()
                .forEachKeyValue((code, amount) -> field(code).field(Amounts.canonical(Amounts.normalise(amount))));
    }

    private DraftDigest option(Optional<?> value) {
        return value.isPresent() ? field("+").field(value.get()) : field("-");
    }

    private DraftDigest field(Object value) {
        String text = value.toString();
        fields.append(text.length()).append(':').append(text);
        return this;
    }
}
