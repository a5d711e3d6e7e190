package dev.erpkit.accounting.journal;

import dev.erpkit.core.value.InvalidValueException;

/** The rules of a line, checked by hand because lines are built in great numbers. */
final class LineRules {
    private LineRules() {}

    static void check(JournalLine line) {
        long amount = line.amountMinor();
        long base = line.baseMinor();
        if (line.note().isPresent() && line.note().get().length() > 500) {
            throw InvalidValueException.size("JournalLine", "note", 0, 500);
        }
        if (line.document().isPresent()
                && (line.document().get().isEmpty() || line.document().get().length() > 64)) {
            throw InvalidValueException.size("JournalLine", "document", 1, 64);
        }
        if (amount == 0 && base == 0) {
            throw invalid("amount", "line.zero", "must not be zero in both currencies");
        }
        if (!line.adjustment() && Long.signum(amount) != Long.signum(base)) {
            throw invalid("base", "line.sign", "must have the sign of the amount unless the line is an adjustment");
        }
        if (line.base() != line.amount()
                && base != amount
                && line.baseCurrency().equals(line.currency())
                && !line.adjustment()) {
            throw invalid("base", "line.base-differs", "must equal the amount, which is in the same currency");
        }
    }

    private static InvalidValueException invalid(String path, String code, String message) {
        return new InvalidValueException("JournalLine", path, code, message);
    }
}
