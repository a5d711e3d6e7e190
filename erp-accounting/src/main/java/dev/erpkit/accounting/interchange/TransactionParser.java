package dev.erpkit.accounting.interchange;

import org.eclipse.collections.api.factory.Lists;

/** Reads the lines of one transaction into a {@link RawTransaction}. */
final class TransactionParser {
    private final Accounts accounts;
    private final Commodities commodities;
    private final AmountParser amounts;
    private final boolean keepsText;
    private final RawTransaction transaction = new RawTransaction();
    private final RawAmount amount = new RawAmount();
    private final LotParser lots;
    private Scope scope = Scope.TOP;
    private long place;

    /** @param keepsText whether code, description and comments are wanted */
    TransactionParser(Accounts accounts, Commodities commodities, AmountParser amounts, boolean keepsText) {
        this.accounts = accounts;
        this.commodities = commodities;
        this.amounts = amounts;
        this.lots = new LotParser(amounts);
        this.keepsText = keepsText;
    }

    RawTransaction transaction() {
        return transaction;
    }

    /** Reads the first line: dates, status, code, description, comment. */
    void header(Line line, Scope inScope, int source) {
        scope = inScope;
        place = (long) source << 32;
        RawTransaction t = transaction;
        t.begin(line.number);
        t.day = DateParser.parse(line, inScope.year());
        if (line.accept('=')) {
            t.secondaryDay = DateParser.parse(line, year(t.day));
        }
        if (line.skipBlanks() == 0 && !line.atEnd() && line.peek() != ';') {
            throw new Malformed(JournalCodes.DATE, "a space must follow the date");
        }
        t.status = status(line);
        if (line.peek() == '(') {
            int close = line.indexOf(')', line.pos);
            if (close < 0) {
                throw new Malformed(JournalCodes.SYNTAX, "the code's closing parenthesis is missing");
            }
            if (keepsText) {
                t.code = line.text(line.pos + 1, close);
            }
            t.hasCode = true;
            line.pos = close + 1;
        }
        if (keepsText) {
            int semicolon = line.indexOf(';', line.pos);
            t.description = line.text(line.pos, semicolon < 0 ? line.end : semicolon);
            if (semicolon >= 0) {
                t.comments.add(line.text(semicolon + 1, line.end));
            }
        }
    }

    private static TransactionStatus status(Line line) {
        byte c = line.peek();
        if (c != '*' && c != '!') {
            return TransactionStatus.UNMARKED;
        }
        line.pos++;
        line.skipBlanks();
        return c == '*' ? TransactionStatus.CLEARED : TransactionStatus.PENDING;
    }

    /** Reads an indented line: a posting, or a comment on what came before. The blanks at its start are read. */
    void indented(Line line) {
        if (line.peek() == ';') {
            comment(line);
            return;
        }
        RawTransaction t = transaction;
        TransactionStatus mark = status(line);
        int i = posting(line, mark);
        if (keepsText) {
            t.postingComments.add(Lists.mutable.empty());
        }
        if (AmountParser.startsAmount(line.peek()) && line.peek() != ';') {
            amount(line, i);
        }
        line.skipBlanks();
        if (line.peek() == '=') {
            assertion(line, i);
            line.skipBlanks();
        }
        if (line.peek() == ';') {
            comment(line);
        } else if (!line.atEnd()) {
            throw unexpected(line);
        }
    }

    /** Reads the account's name, to two blanks, a tab or the end, and adds a posting. */
    private int posting(Line line, TransactionStatus mark) {
        byte[] b = line.bytes;
        int from = line.pos;
        int to = line.end;
        int p = from;
        int hash = 0;
        while (p < to) {
            byte c = b[p];
            if (c == '\t' || (c == ' ' && (p + 1 == to || b[p + 1] == ' ' || b[p + 1] == '\t'))) {
                break;
            }
            hash = 31 * hash + c;
            p++;
        }
        PostingKind kind = PostingKind.REAL;
        int nameFrom = from;
        int nameTo = p;
        while (nameTo - nameFrom > 1 && isWrapped(b[nameFrom], b[nameTo - 1])) {
            if (kind == PostingKind.REAL) {
                kind = b[nameFrom] == '(' ? PostingKind.VIRTUAL : PostingKind.BALANCED_VIRTUAL;
            }
            nameFrom++;
            nameTo--;
        }
        if (kind != PostingKind.REAL) {
            hash = NameTable.hash(b, nameFrom, nameTo);
        }
        if (nameFrom == nameTo) {
            throw new Malformed(JournalCodes.ACCOUNT, "the posting has no account name");
        }
        line.pos = p;
        line.skipBlanks();
        int account = accounts.number(b, nameFrom, nameTo, hash, scope, place | line.number);
        return transaction.add(account, kind, mark, line.number);
    }

    private static boolean isWrapped(byte first, byte last) {
        return (first == '(' && last == ')') || (first == '[' && last == ']');
    }

    private void amount(Line line, int i) {
        RawTransaction t = transaction;
        amounts.parse(line, amount);
        commodities.meet(amount, place | line.number);
        t.amounts.set(i, amount);
        line.skipBlanks();
        while (startsCost(line) || LotParser.startsLot(line.peek())) {
            if (LotParser.startsLot(line.peek())) {
                lots.parse(line, t, i, year(t.day));
            } else if (t.costs.has(i)) {
                throw new Malformed(JournalCodes.AMOUNT, "the posting has a second cost");
            } else {
                t.costTotal[i] = cost(line);
                t.costs.set(i, amount);
                t.hasCosts = true;
            }
            line.skipBlanks();
        }
    }

    private static boolean startsCost(Line line) {
        return line.peek() == '@' || (line.peek() == '(' && line.peek(1) == '@');
    }

    /** Reads a cost into {@link #amount}; tells whether it is a total. */
    private boolean cost(Line line) {
        boolean bracketed = line.accept('(');
        line.pos++;
        boolean total = line.accept('@');
        if (bracketed && !line.accept(')')) {
            throw unexpected(line);
        }
        line.skipBlanks();
        amounts.parse(line, amount);
        return total;
    }

    private void assertion(Line line, int i) {
        RawTransaction t = transaction;
        line.pos++;
        byte flags = RawTransaction.ASSERTED;
        if (line.accept('=')) {
            flags |= RawTransaction.SOLE;
        }
        if (line.accept('*')) {
            flags |= RawTransaction.INCLUSIVE;
        }
        line.skipBlanks();
        amounts.parse(line, amount);
        t.assertions.set(i, amount);
        t.assertionFlags[i] = flags;
        t.hasAssertions = true;
        if (!t.amounts.has(i)) {
            t.assigned = true;
            commodities.meet(amount, place | line.number);
        }
        line.skipBlanks();
        if (startsCost(line)) {
            t.assertionCostTotal[i] = cost(line);
            t.assertionCosts.set(i, amount);
        }
    }

    private void comment(Line line) {
        line.pos++;
        RawTransaction t = transaction;
        if (t.size > 0 && Comments.mayHoldDate(line)) {
            int day = Comments.postingDay(line.text(line.pos, line.end), year(t.day));
            if (day != RawTransaction.NO_DAY) {
                t.days[t.size - 1] = day;
                t.hasPostingDates = true;
            }
        }
        if (keepsText) {
            (t.size == 0 ? t.comments : t.postingComments.get(t.size - 1)).add(line.rest());
        }
    }

    private static int year(int day) {
        return java.time.LocalDate.ofEpochDay(day).getYear();
    }

    private static Malformed unexpected(Line line) {
        return switch (line.peek()) {
            case '{', '[', '(' ->
                new Malformed(
                        JournalCodes.UNSUPPORTED,
                        "lot notes, expressions and lots of asserted amounts are not read: '" + line.rest() + "'");
            default -> new Malformed(JournalCodes.AMOUNT, "cannot read '" + line.rest() + "' after the posting");
        };
    }
}
