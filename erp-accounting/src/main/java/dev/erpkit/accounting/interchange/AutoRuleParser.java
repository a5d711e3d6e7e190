package dev.erpkit.accounting.interchange;

import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Reads an auto posting rule: a pattern, and the postings below it. */
final class AutoRuleParser {
    private final Commodities commodities;
    private final AmountParser amounts;
    private final AutoRules rules;
    private final RawAmount amount = new RawAmount();
    private final MutableList<AutoPosting> postings = Lists.mutable.empty();
    private String pattern = "";
    private int[] symbols = new int[4];
    private long[] places = new long[4];
    private int line;

    AutoRuleParser(Commodities commodities, AmountParser amounts, AutoRules rules) {
        this.commodities = commodities;
        this.amounts = amounts;
        this.rules = rules;
    }

    /** The line on which the rule begins. */
    int line() {
        return line;
    }

    /** Reads the line with the pattern, which Ledger's users write between slashes. */
    void header(Line in) {
        line = in.number;
        postings.clear();
        in.pos++;
        int semicolon = in.indexOf(';', in.pos);
        String text = in.text(in.pos, semicolon < 0 ? in.end : semicolon);
        boolean slashes = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        pattern = slashes ? text.substring(1, text.length() - 1) : text;
        if (!slashes && pattern.indexOf(' ') >= 0) {
            throw new Malformed(
                    JournalCodes.UNSUPPORTED, "a rule matches one pattern of an account's name; write a rule for each");
        }
        new AutoRule(pattern, Lists.immutable.empty());
    }

    /** Reads a posting, or a comment. The blanks at the line's start are read. */
    void indented(Line in, Scope scope, int source) {
        if (in.peek() == ';') {
            return;
        }
        int from = in.pos;
        while (!in.atEnd() && in.peek() != '\t' && !(in.peek() == ' ' && (in.peek(1) == ' ' || in.peek(1) == '\t'))) {
            in.pos++;
        }
        String written = in.text(from, in.pos);
        PostingKind kind = PostingKind.of(written);
        String inner = kind == PostingKind.REAL ? written : written.substring(1, written.length() - 1);
        if (inner.indexOf('%') >= 0 || inner.indexOf('$') >= 0) {
            throw new Malformed(JournalCodes.UNSUPPORTED, "names of accounts that are put together are not read");
        }
        String account = scope.account(inner);
        in.skipBlanks();
        boolean multiplied = in.accept('*');
        amounts.parse(in, amount, !multiplied);
        in.skipBlanks();
        if (!in.atEnd() && in.peek() != ';') {
            throw new Malformed(JournalCodes.UNSUPPORTED, "cannot read '" + in.rest() + "' after an auto posting");
        }
        int i = postings.size();
        PlainAmount value = new PlainAmount(
                Decimals.value(amount.mantissa, amount.scale, amount.big), commodities.name(amount.commodity));
        postings.add(new AutoPosting(account, kind, multiplied, value));
        if (i == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * i);
            places = Arrays.copyOf(places, 2 * i);
        }
        places[i] = (long) source << 32 | in.number;
        symbols[i] = value.commodity().isEmpty() ? AmountColumn.NONE : amount.commodity;
    }

    /** Makes the rule count. */
    AutoRule end() {
        if (postings.isEmpty()) {
            throw new Malformed(JournalCodes.SYNTAX, line, "the rule adds no posting");
        }
        AutoRule rule = new AutoRule(pattern, postings.toImmutable());
        try {
            rules.add(rule, symbols, Arrays.copyOf(places, postings.size()));
        } catch (Malformed e) {
            throw new Malformed(e.code(), line, e.text());
        }
        return rule;
    }
}
