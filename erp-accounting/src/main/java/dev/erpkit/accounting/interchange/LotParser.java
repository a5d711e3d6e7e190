package dev.erpkit.accounting.interchange;

/** Reads what an amount says about its lot: a price in braces, a day in brackets. */
final class LotParser {
    private final AmountParser amounts;
    private final RawAmount price = new RawAmount();

    LotParser(AmountParser amounts) {
        this.amounts = amounts;
    }

    static boolean startsLot(byte c) {
        return c == '{' || c == '[';
    }

    /** Reads one part; the other one may follow. */
    void parse(Line line, RawTransaction t, int i, int year) {
        t.lot(i);
        if (line.accept('[')) {
            day(line, t, i, year);
        } else {
            price(line, t, i);
        }
    }

    private static void day(Line line, RawTransaction t, int i, int year) {
        if (t.lotDays[i] != RawTransaction.NO_DAY) {
            throw new Malformed(JournalCodes.AMOUNT, "the posting has a second lot date");
        }
        t.lotDays[i] = DateParser.parse(line, year);
        close(line, ']');
    }

    private void price(Line line, RawTransaction t, int i) {
        if (t.lots.has(i)) {
            throw new Malformed(JournalCodes.AMOUNT, "the posting has a second lot price");
        }
        line.pos++;
        boolean total = line.accept('{');
        boolean fixed = line.accept('=');
        line.skipBlanks();
        amounts.parse(line, price);
        t.lots.set(i, price);
        t.lotFlags[i] |= (byte) ((total ? RawTransaction.LOT_TOTAL : 0) | (fixed ? RawTransaction.LOT_FIXED : 0));
        line.skipBlanks();
        close(line, '}');
        if (total) {
            close(line, '}');
        }
    }

    private static void close(Line line, char bracket) {
        if (!line.accept(bracket)) {
            throw new Malformed(JournalCodes.AMOUNT, "the lot's closing " + bracket + " is missing");
        }
    }
}
