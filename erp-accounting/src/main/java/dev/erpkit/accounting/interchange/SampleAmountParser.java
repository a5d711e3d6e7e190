package dev.erpkit.accounting.interchange;

import java.util.OptionalInt;

/** Reads the sample amounts of directives, of which only the form counts: decimal mark and number of decimals. */
final class SampleAmountParser {
    private final AmountParser amounts;
    private final Commodities commodities;
    private final RawAmount sample = new RawAmount();
    private int commodity;
    private byte mark;
    private int decimals;

    SampleAmountParser(AmountParser amounts, Commodities commodities) {
        this.amounts = amounts;
        this.commodities = commodities;
    }

    int commodity() {
        return commodity;
    }

    byte mark() {
        return mark;
    }

    int decimals() {
        return decimals;
    }

    /** Reads an amount. */
    void parse(Line line) {
        if (parseOrSymbol(line).isEmpty()) {
            throw AmountParser.expected(line);
        }
    }

    /** Reads an amount or a mere symbol; gives the decimals of an amount. */
    OptionalInt parseOrSymbol(Line line) {
        commodity = amounts.commodity(line);
        line.skipBlanks();
        if (!NumberParser.startsNumber(line.peek())) {
            if (commodity == AmountColumn.NONE) {
                throw AmountParser.expected(line);
            }
            return OptionalInt.empty();
        }
        int from = line.pos;
        NumberParser.parse(line, sample);
        readForm(line, from);
        if (commodity == AmountColumn.NONE) {
            line.skipBlanks();
            commodity = Math.max(0, amounts.commodity(line));
        }
        return OptionalInt.of(decimals);
    }

    /** The decimal mark is the last mark, when it stands there once. */
    private void readForm(Line line, int from) {
        int last = line.pos - 1;
        while (last >= from && line.bytes[last] != '.' && line.bytes[last] != ',') {
            last--;
        }
        if (last < from || line.indexOf((char) line.bytes[last], from) != last) {
            throw new Malformed(
                    JournalCodes.DIRECTIVE,
                    "the sample amount needs a decimal mark; to show no decimals write it last, as in 1000. EUR");
        }
        mark = line.bytes[last];
        decimals = line.pos - last - 1;
    }

    /** Makes the form that of the commodity. */
    void note() {
        commodities.mark(commodity, mark);
        commodities.decimals(commodity, decimals);
    }

    /** Makes the number of decimals that of the commodity, unless it has one. */
    void noteUnlessDeclared() {
        if (commodities.declaredDecimals(commodity) == Commodities.UNKNOWN) {
            commodities.decimals(commodity, decimals);
        }
    }
}
