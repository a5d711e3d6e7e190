package dev.erpkit.accounting.journal;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import dev.erpkit.core.value.Violation;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The rules of a line, checked by hand because lines are built in great numbers; violations are collected only if any. */
final class LineRules {
    private LineRules() {}

    /** The line in our kind of amounts, where it is not of that kind already. */
    static JournalLine normalised(JournalLine line) {
        MonetaryAmount amount = Amounts.normalise(line.amount());
        MonetaryAmount base = line.base() == line.amount() ? amount : Amounts.normalise(line.base());
        return amount == line.amount() && base == line.base()
                ? line
                : JournalLine.builder().from(line).amount(amount).base(base).build();
    }

    static void check(JournalLine line) {
        boolean sound = fits(line.note().orElse(""), 0, 500)
                && fits(line.document().orElse("-"), 1, 64)
                && !zero(line)
                && !signsDiffer(line)
                && !baseDiffers(line);
        if (!sound) {
            throw new InvalidValueException("JournalLine", violations(line).toImmutable());
        }
    }

    private static MutableList<Violation> violations(JournalLine line) {
        MutableList<Violation> found = Lists.mutable.empty();
        if (zero(line)) {
            found.add(new Violation("amount", "line.zero", "must not be zero in both currencies"));
        }
        if (baseDiffers(line)) {
            found.add(
                    new Violation("base", "line.base-differs", "must equal the amount, which is in the same currency"));
        }
        if (signsDiffer(line)) {
            found.add(new Violation(
                    "base", "line.sign", "must have the sign of the amount unless the line is an adjustment"));
        }
        line.document().ifPresent(text -> text(found, "document", text, 1, 64));
        line.note().ifPresent(text -> text(found, "note", text, 0, 500));
        return found;
    }

    private static boolean zero(JournalLine line) {
        return line.amountMinor() == 0 && line.baseMinor() == 0;
    }

    private static boolean signsDiffer(JournalLine line) {
        return !line.adjustment() && Long.signum(line.amountMinor()) != Long.signum(line.baseMinor());
    }

    private static boolean baseDiffers(JournalLine line) {
        return line.base() != line.amount()
                && line.baseMinor() != line.amountMinor()
                && line.baseCurrency().equals(line.currency())
                && !line.adjustment();
    }

    /** Whether a text has a length from {@code min} to {@code max} and can be stored. */
    static boolean fits(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && Texts.isStorable(text);
    }

    /** Adds what is wrong with a text. */
    static void text(MutableList<Violation> found, String path, String text, int min, int max) {
        if (text.length() < min || text.length() > max) {
            found.add(Violation.size(path, min, max));
        }
        if (!Texts.isStorable(text)) {
            found.add(Violation.notStorable(path));
        }
    }
}
