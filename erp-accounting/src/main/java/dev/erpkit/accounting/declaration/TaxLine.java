package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.TaxPosting;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What one tax of a document puts into one box. A box that takes the base alone gets a line without tax, a box that takes the
 * tax alone one without base.
 *
 * @param code the tax, 1 to 64 characters
 * @param box the box, 1 to 64 characters
 * @param currency the currency of the declaration, which is the base currency of the book
 * @param baseMinor what is taxed, in minor units, with the sign that the box adds
 * @param taxMinor the tax, in minor units, with the sign that the box adds
 */
public record TaxLine(String code, String box, CurrencyUnit currency, long baseMinor, long taxMinor) {
    /** Checks the names ({@code tax-fact.form}). */
    public TaxLine {
        check("code", code);
        check("box", box);
    }

    /**
     * A line of these amounts.
     *
     * @throws InvalidValueException {@code tax-fact.currency} when they differ in currency, {@code amount.too-many-decimals}
     */
    public static TaxLine of(String code, String box, MonetaryAmount base, MonetaryAmount tax) {
        if (!base.getCurrency().equals(tax.getCurrency())) {
            throw new InvalidValueException(
                    "TaxLine", "tax", "tax-fact.currency", "must have the currency of the base");
        }
        return new TaxLine(code, box, base.getCurrency(), Amounts.minor(base), Amounts.minor(tax));
    }

    /**
     * What the taxes of a document put into boxes: one line for each tax and box.
     *
     * @param result the taxes in the currency of the book
     */
    public static ImmutableList<TaxLine> of(TaxResult result) {
        Map<String, TaxLine> lines = new LinkedHashMap<>();
        for (TaxPosting posting : result.postings()) {
            String code = posting.tax().code();
            long minor = Amounts.minor(posting.amount());
            for (BoxTag tag : posting.boxes()) {
                long signed = Math.multiplyExact(minor, (long) tag.sign());
                boolean base = posting.kind() == TaxPosting.Kind.BASE;
                TaxLine line = new TaxLine(code, tag.box(), result.currency(), base ? signed : 0, base ? 0 : signed);
                lines.merge(code + "\n" + tag.box(), line, TaxLine::plus);
            }
        }
        return Lists.immutable.withAll(lines.values());
    }

    private TaxLine plus(TaxLine other) {
        return new TaxLine(
                code,
                box,
                currency,
                Math.addExact(baseMinor, other.baseMinor),
                Math.addExact(taxMinor, other.taxMinor));
    }

    /** The line that takes this one back. */
    public TaxLine negate() {
        return new TaxLine(code, box, currency, Math.negateExact(baseMinor), Math.negateExact(taxMinor));
    }

    static void check(String path, String text) {
        if (text.isBlank() || text.length() > 64 || !Texts.isLabel(text)) {
            throw new InvalidValueException(
                    "TaxLine", path, "tax-fact.form", "must have 1 to 64 characters and no control characters");
        }
    }
}
