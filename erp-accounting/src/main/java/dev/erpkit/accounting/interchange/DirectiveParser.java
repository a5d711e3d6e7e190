package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.JournalParser.Block;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/** Reads directives. */
final class DirectiveParser {
    /** Known words that change no figure of a default report; they and what is indented below them are skipped. */
    private static final Set<String> IGNORED = Set.of(
            "payee", "tag", "N", "A", "assert", "bucket", "capture", "check", "define", "eval", "expr", "python",
            "value");

    private static final Set<String> IGNORED_ENDS = Set.of("tag", "apply tag", "apply fixed", "apply year");

    private final JournalParser parser;
    private final Accounts accounts;
    private final AmountParser amounts;
    private final Commodities commodities;
    private final SampleAmountParser samples;
    private final JournalHandler handler;
    private final RawAmount price = new RawAmount();
    private final MutableList<String> comments = Lists.mutable.empty();
    /** The account being declared; null while a commodity is. */
    private @Nullable String account;

    private int commodity;
    private OptionalInt decimals = OptionalInt.empty();
    private int line;

    DirectiveParser(
            JournalParser parser,
            Accounts accounts,
            Commodities commodities,
            AmountParser amounts,
            JournalHandler handler) {
        this.parser = parser;
        this.accounts = accounts;
        this.commodities = commodities;
        this.amounts = amounts;
        this.samples = new SampleAmountParser(amounts, commodities);
        this.handler = handler;
    }

    /** The line of the directive being read. */
    int line() {
        return line;
    }

    /** Reads a directive and tells what indented lines below it belong to. */
    Block read(Line in) {
        line = in.number;
        int from = in.pos;
        while (!in.atEnd() && in.peek() != ' ' && in.peek() != '\t') {
            in.pos++;
        }
        String word = Line.decode(in.bytes, from, in.pos);
        in.skipBlanks();
        Scope scope = parser.scope();
        switch (word) {
            case "account":
                return account(in, scope);
            case "commodity":
                return commodity(in);
            case "comment":
                return Block.COMMENT;
            case "include":
                include(argument(in, word));
                return Block.NOTHING;
            case "alias":
                alias(argument(in, word), scope);
                break;
            case "decimal-mark":
                parser.scope(scope.withDecimalMark(decimalMark(argument(in, word))));
                break;
            case "D":
                samples.parse(in);
                parser.scope(scope.withCommodity(samples.commodity(), samples.mark()));
                samples.noteUnlessDeclared();
                break;
            case "P":
                price(in, scope);
                break;
            case "Y", "year":
                year(argument(in, word), scope);
                break;
            case "apply":
                apply(argument(in, word), scope);
                break;
            case "end":
                end(argument(in, word), scope);
                break;
            default:
                other(word, scope);
        }
        return Block.SKIPPED;
    }

    private static String argument(Line in, String word) {
        String rest = in.rest();
        if (rest.isEmpty()) {
            throw new Malformed(JournalCodes.DIRECTIVE, "the directive '" + word + "' needs an argument");
        }
        return rest;
    }

    private void other(String word, Scope scope) {
        if (word.length() > 1 && word.charAt(0) == 'Y' && word.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
            year(word.substring(1), scope);
        } else if (!IGNORED.contains(word) && !word.startsWith("--")) {
            throw new Malformed(
                    JournalCodes.SYNTAX, "'" + word + "' begins no transaction, directive or comment that is known");
        }
    }

    private Block account(Line in, Scope scope) {
        int from = in.pos;
        int p = from;
        while (p < in.end
                && in.bytes[p] != '\t'
                && !(in.bytes[p] == ' ' && (p + 1 == in.end || in.bytes[p + 1] == ' ' || in.bytes[p + 1] == '\t'))) {
            p++;
        }
        if (p == from) {
            throw new Malformed(JournalCodes.DIRECTIVE, "the directive 'account' needs an argument");
        }
        String written = Line.decode(in.bytes, from, p);
        PlainText.account("AccountDeclaration", written);
        in.pos = p;
        account = scope.account(written);
        comments.clear();
        tail(in);
        return Block.DIRECTIVE;
    }

    private Block commodity(Line in) {
        account = null;
        comments.clear();
        if (in.atEnd()) {
            throw new Malformed(JournalCodes.DIRECTIVE, "the directive 'commodity' needs a symbol or a sample amount");
        }
        decimals = samples.parseOrSymbol(in);
        commodity = samples.commodity();
        if (decimals.isPresent()) {
            samples.note();
        }
        tail(in);
        return Block.DIRECTIVE;
    }

    /** The comment at the end of a line, if there is one. */
    private void tail(Line in) {
        in.skipBlanks();
        if (in.accept(';')) {
            comments.add(in.rest());
        } else if (!in.atEnd()) {
            throw new Malformed(JournalCodes.DIRECTIVE, "cannot read '" + in.rest() + "' after the directive");
        }
    }

    /** Reads a line below an account or commodity directive; what is unknown there is skipped. */
    void indented(Line in) {
        if (in.accept(';')) {
            comments.add(in.rest());
        } else if (account == null && in.text(in.pos, in.end).startsWith("format")) {
            in.pos += "format".length();
            in.skipBlanks();
            samples.parse(in);
            if (samples.commodity() != commodity) {
                throw new Malformed(
                        JournalCodes.DIRECTIVE, "the format must be of the commodity that the directive is about");
            }
            samples.note();
            decimals = OptionalInt.of(samples.decimals());
        }
    }

    /** Hands over the account or commodity that is declared. */
    void end() {
        if (account != null) {
            AccountDeclaration declaration = new AccountDeclaration(account, comments.toImmutable());
            declaration.type();
            accounts.declare(account);
            handler.item(declaration);
        } else {
            commodities.declare(commodity);
            handler.item(new CommodityDeclaration(commodities.name(commodity), decimals));
        }
    }

    private void include(String reference) {
        if (reference.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0)) {
            throw new Malformed(JournalCodes.UNSUPPORTED, "include patterns are not read; name each source");
        }
        parser.include(reference);
    }

    private void alias(String argument, Scope scope) {
        int equals = argument.indexOf('=');
        if (argument.charAt(0) == '/') {
            throw new Malformed(JournalCodes.UNSUPPORTED, "aliases by pattern are not read; name the account");
        }
        String old = equals < 0 ? "" : argument.substring(0, equals).strip();
        String replacement = equals < 0 ? "" : argument.substring(equals + 1).strip();
        PlainText.account("Alias", old);
        PlainText.account("Alias", replacement);
        parser.scope(scope.withAlias(new Scope.Alias(old, replacement)));
    }

    private static byte decimalMark(String argument) {
        if (!argument.equals(".") && !argument.equals(",")) {
            throw new Malformed(JournalCodes.DIRECTIVE, "the decimal mark is . or , and not '" + argument + "'");
        }
        return (byte) argument.charAt(0);
    }

    private void year(String argument, Scope scope) {
        boolean sound = argument.length() >= 4
                && argument.length() <= 8
                && argument.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!sound) {
            throw new Malformed(JournalCodes.DIRECTIVE, "the default year must have four digits: '" + argument + "'");
        }
        parser.scope(scope.withYear(Integer.parseInt(argument)));
    }

    private void apply(String argument, Scope scope) {
        if (argument.startsWith("account ")) {
            String parent = argument.substring("account ".length()).strip();
            PlainText.account("apply account", parent);
            parser.scope(scope.below(parent));
        } else if (argument.startsWith("year ")) {
            year(argument.substring("year ".length()).strip(), scope);
        } else if (!argument.startsWith("tag ") && !argument.startsWith("fixed ")) {
            throw new Malformed(JournalCodes.DIRECTIVE, "'apply " + argument + "' is not known");
        }
    }

    private void end(String argument, Scope scope) {
        if (argument.equals("aliases")) {
            parser.scope(scope.withAliases(Lists.immutable.empty()));
        } else if (argument.equals("apply account")) {
            if (scope.parents().isEmpty()) {
                throw new Malformed(JournalCodes.DIRECTIVE, "no 'apply account' is open here");
            }
            parser.scope(scope.above());
        } else if (!IGNORED_ENDS.contains(argument)) {
            throw new Malformed(JournalCodes.DIRECTIVE, "'end " + argument + "' ends nothing that is open here");
        }
    }

    private void price(Line in, Scope scope) {
        int day = DateParser.parse(in, scope.year());
        in.skipBlanks();
        if (in.peek() >= '0' && in.peek() <= '9') {
            while (in.peek() == ':' || (in.peek() >= '0' && in.peek() <= '9')) {
                in.pos++;
            }
            in.skipBlanks();
        }
        int priced = amounts.commodity(in);
        if (priced < 0) {
            throw new Malformed(JournalCodes.DIRECTIVE, "a price needs the commodity that is priced, then an amount");
        }
        in.skipBlanks();
        amounts.parse(in, price);
        in.skipBlanks();
        if (!in.atEnd() && in.peek() != ';') {
            throw new Malformed(JournalCodes.DIRECTIVE, "cannot read '" + in.rest() + "' after the price");
        }
        PlainAmount amount = new PlainAmount(
                Decimals.value(price.mantissa, price.scale, price.big), commodities.name(price.commodity));
        handler.item(new MarketPrice(LocalDate.ofEpochDay(day), commodities.name(priced), amount));
    }
}
