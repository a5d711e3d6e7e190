package dev.erpkit.accounting.interchange;

/** Reads an amount: number and commodity in either order, signs before or after the commodity. */
final class AmountParser {
    private final Commodities commodities;
    private Scope scope = Scope.TOP;

    AmountParser(Commodities commodities) {
        this.commodities = commodities;
    }

    void scope(Scope value) {
        scope = value;
    }

    /** Tells whether an amount can begin with this byte. */
    static boolean startsAmount(byte c) {
        return NumberParser.startsNumber(c) || c == '-' || c == '+' || c == '"' || isSymbol(c);
    }

    /** Reads the amount at the reading position. */
    void parse(Line line, RawAmount out) {
        parse(line, out, true);
    }

    /** @param defaulted whether an amount without commodity is of the default one */
    void parse(Line line, RawAmount out, boolean defaulted) {
        boolean negative = sign(line);
        if (NumberParser.startsNumber(line.peek())) {
            NumberParser.parse(line, out);
            out.commodity = commodityAfter(line);
        } else {
            int symbol = commodity(line);
            if (symbol < 0) {
                throw expected(line);
            }
            line.skipBlanks();
            negative ^= sign(line);
            if (!NumberParser.startsNumber(line.peek())) {
                throw expected(line);
            }
            NumberParser.parse(line, out);
            out.commodity = symbol;
        }
        settle(out, defaulted);
        if (negative) {
            out.negate();
        }
    }

    /** Decides what a doubtful mark means and gives an amount without commodity the default one. */
    private void settle(RawAmount out, boolean defaulted) {
        byte mark = scope.decimalMark();
        if (out.commodity == AmountColumn.NONE) {
            out.commodity = defaulted && scope.commodity() != AmountColumn.NONE ? scope.commodity() : 0;
        }
        if (out.doubtful == 0) {
            return;
        }
        if (mark == 0) {
            mark = commodities.mark(out.commodity);
        }
        if (mark == 0 && out.commodity == scope.commodity()) {
            mark = scope.commodityMark();
        }
        if (mark != 0 && mark != out.doubtful) {
            out.scale = 0;
            if (out.big != null) {
                out.big = new java.math.BigDecimal(out.big.unscaledValue());
            }
        }
    }

    private static boolean sign(Line line) {
        byte c = line.peek();
        if (c != '-' && c != '+') {
            return false;
        }
        line.pos++;
        line.skipBlanks();
        return c == '-';
    }

    private int commodityAfter(Line line) {
        int mark = line.pos;
        line.skipBlanks();
        int commodity = commodity(line);
        if (commodity < 0) {
            line.pos = mark;
        }
        return commodity;
    }

    /** Reads a commodity symbol, quoted or plain; -1 where there is none. */
    int commodity(Line line) {
        byte[] b = line.bytes;
        int from = line.pos;
        if (line.peek() == '"') {
            int close = line.indexOf('"', from + 1);
            if (close < 0) {
                throw new Malformed(JournalCodes.AMOUNT, "the commodity's closing quote is missing");
            }
            line.pos = close + 1;
            return commodities.number(b, from + 1, close);
        }
        int p = from;
        while (p < line.end && isSymbol(b[p])) {
            p++;
        }
        if (p == from) {
            return AmountColumn.NONE;
        }
        line.pos = p;
        return commodities.number(b, from, p);
    }

    /** Tells whether a byte may stand in a commodity symbol without quotes. */
    static boolean isSymbol(byte c) {
        if (c >= '0' && c <= '9') {
            return false;
        }
        return switch (c) {
            case 0, '-', '+', '.', ',', '@', '*', ';', '\t', ' ', '"', '{', '}', '=' -> false;
            default -> true;
        };
    }

    static Malformed expected(Line line) {
        String found = line.atEnd() ? "the line ends" : "found '" + line.rest() + "'";
        return new Malformed(JournalCodes.AMOUNT, "expected an amount such as 10.00 EUR, " + found);
    }
}
