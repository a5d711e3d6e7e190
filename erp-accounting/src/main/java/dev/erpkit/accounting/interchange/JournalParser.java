package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import dev.erpkit.core.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * Pushes a journal through, line by line: knows what an indented line belongs to, follows includes, and goes on after a
 * problem at the next line that begins something.
 */
final class JournalParser {
    /** What indented lines belong to. */
    enum Block {
        NOTHING,
        TRANSACTION,
        DIRECTIVE,
        RULE,
        SKIPPED,
        COMMENT
    }

    private static final int DEEPEST_INCLUDE = 64;

    private final SourceResolver sources;
    private final Problems problems;
    private final JournalHandler handler;
    private final Accounts accounts;
    private final AmountParser amounts;
    private final TransactionParser transactions;
    private final DirectiveParser directives;
    private final AutoRuleParser rules;
    private final MutableList<String> open = Lists.mutable.empty();
    private Scope scope = Scope.TOP;
    private Block block = Block.NOTHING;
    private int source;

    JournalParser(
            SourceResolver sources,
            Problems problems,
            Accounts accounts,
            Commodities commodities,
            boolean keepsText,
            AutoRules autoRules,
            int year,
            JournalHandler handler) {
        this.sources = sources;
        this.problems = problems;
        this.handler = handler;
        this.accounts = accounts;
        this.amounts = new AmountParser(commodities);
        this.transactions = new TransactionParser(accounts, commodities, amounts, keepsText);
        this.directives = new DirectiveParser(this, accounts, commodities, amounts, handler);
        this.rules = new AutoRuleParser(commodities, amounts, autoRules);
        this.scope = Scope.TOP.withYear(year);
    }

    /** Reads the source with this name and all it includes. */
    void read(String name) {
        try {
            readSource(name);
        } catch (Malformed e) {
            problems.add(problems.source(name), 0, e);
        }
    }

    /** Reads an included source as if it stood here; what its directives set ends with it. */
    void include(String reference) {
        Scope outerScope = scope;
        int outerSource = source;
        String name = sources.resolve(open.getLast(), reference);
        if (open.contains(name)) {
            throw new Malformed(JournalCodes.INCLUDE_CYCLE, "the include of '" + reference + "' leads back to itself");
        }
        if (open.size() > DEEPEST_INCLUDE) {
            throw new Malformed(JournalCodes.INCLUDE_CYCLE, "includes are nested deeper than " + DEEPEST_INCLUDE);
        }
        try {
            readSource(name);
        } finally {
            source = outerSource;
            block = Block.NOTHING;
            scope(outerScope);
        }
    }

    private void readSource(String name) {
        int depth = open.size();
        try (InputStream in = sources.open(name)) {
            open.add(name);
            source = problems.source(name);
            block = Block.NOTHING;
            readLines(new LineReader(in));
        } catch (IOException e) {
            throw new Malformed(JournalCodes.UNREADABLE, "cannot read '" + name + "'");
        } finally {
            while (open.size() > depth) {
                open.remove(open.size() - 1);
            }
        }
    }

    private void readLines(LineReader reader) throws IOException {
        Line line = reader.line();
        try {
            while (!problems.areFull() && reader.advance()) {
                read(line);
            }
        } catch (Malformed e) {
            // A line that cannot even be fetched ends its source.
            problems.add(source, line.number, e);
        }
        endBlock(line.number);
    }

    private void read(Line line) {
        if (block == Block.COMMENT) {
            if (line.text(line.pos, line.end).equals("end comment")) {
                block = Block.NOTHING;
            }
            return;
        }
        byte first = line.peek();
        boolean indented = first == ' ' || first == '\t';
        if (indented) {
            line.skipBlanks();
        }
        if (!indented || line.atEnd()) {
            endBlock(line.number);
        }
        if (line.atEnd()) {
            return;
        }
        try {
            if (indented) {
                indented(line);
            } else {
                topLevel(line, first);
            }
        } catch (Malformed e) {
            problems.add(source, line.number, e);
            block = Block.SKIPPED;
        } catch (InvalidValueException e) {
            problems.add(source, line.number, JournalCodes.DIRECTIVE, said(e));
            block = Block.SKIPPED;
        }
    }

    private static String said(InvalidValueException e) {
        return e.violations().getFirst().path() + " "
                + e.violations().getFirst().message();
    }

    private void indented(Line line) {
        switch (block) {
            case TRANSACTION -> transactions.indented(line);
            case DIRECTIVE -> directives.indented(line);
            case RULE -> rules.indented(line, scope, source);
            case NOTHING -> {
                if (line.peek() != ';' && line.peek() != '#' && line.peek() != '*') {
                    throw new Malformed(JournalCodes.SYNTAX, "the line is indented but belongs to no transaction");
                }
            }
            default -> {
                // belongs to something that is not read
            }
        }
    }

    private void topLevel(Line line, byte first) {
        if (first >= '0' && first <= '9') {
            transactions.header(line, scope, source);
            block = Block.TRANSACTION;
            return;
        }
        switch (first) {
            case ';', '#', '*' -> block = Block.NOTHING;
            case '~' -> block = Block.SKIPPED;
            case '=' -> {
                rules.header(line);
                block = Block.RULE;
            }
            default -> block = directives.read(line);
        }
    }

    /** Completes what the lines so far belong to. */
    private void endBlock(int line) {
        Block ended = block;
        block = Block.NOTHING;
        try {
            if (ended == Block.TRANSACTION) {
                handler.transaction(transactions.transaction(), source);
            } else if (ended == Block.DIRECTIVE) {
                directives.end();
            } else if (ended == Block.RULE) {
                handler.item(rules.end());
            }
        } catch (Malformed e) {
            problems.add(source, line, e);
        } catch (InvalidValueException e) {
            int at = switch (ended) {
                case TRANSACTION -> transactions.transaction().line;
                case RULE -> rules.line();
                default -> directives.line();
            };
            problems.add(source, at, JournalCodes.DIRECTIVE, said(e));
        }
    }

    Scope scope() {
        return scope;
    }

    void scope(Scope value) {
        if (!value.namesLike(scope)) {
            accounts.scopeChanged();
        }
        scope = value;
        amounts.scope(value);
    }
}
