package dev.erpkit.accounting.report;

import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Locale;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Reads the text form of layouts; {@link StatementLayout#parse} says what it looks like. */
final class LayoutParser {
    private String title = "";
    private ImmutableSet<AccountClass> covers = Sets.immutable.empty();
    private final MutableList<LayoutRow> rows = Lists.mutable.empty();

    private LayoutParser() {}

    static StatementLayout parse(String text) {
        LayoutParser parser = new LayoutParser();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    parser.line(line);
                } catch (IllegalArgumentException e) {
                    throw new InvalidValueException(
                            "StatementLayout", "line " + number, "layout.syntax", String.valueOf(e.getMessage()));
                }
            }
        }
        return new StatementLayout(parser.title, parser.covers, parser.rows.toImmutable());
    }

    private void line(String line) {
        if (line.startsWith("title:")) {
            title = line.substring("title:".length()).strip();
        } else if (line.startsWith("covers:")) {
            covers = words(line.substring("covers:".length()))
                    .collect(w -> one(AccountClass.class, w))
                    .toImmutableSet();
        } else {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 4) {
                throw new IllegalArgumentException("must have four cells: id | level | label | content");
            }
            rows.add(new LayoutRow(cells[0].strip(), level(cells[1].strip()), cells[2].strip(), content(cells[3])));
        }
    }

    private static int level(String text) {
        if (!text.matches("[0-9]")) {
            throw new IllegalArgumentException("must have a level from 0 to 9, not: " + text);
        }
        return text.charAt(0) - '0';
    }

    private static RowContent content(String text) {
        ImmutableList<String> words = words(text);
        String kind = words.isEmpty() ? "" : words.getFirst();
        return switch (kind) {
            case "heading" -> new RowContent.Heading();
            case "accounts" -> accounts(words.drop(1));
            case "total" -> total(words.drop(1));
            default -> throw new IllegalArgumentException("must be heading, accounts or total, not: " + text.strip());
        };
    }

    private static RowContent total(ImmutableList<String> given) {
        ImmutableList<String> words = given.notEmpty() && given.getFirst().equals("-") ? given.drop(1) : given;
        MutableList<RowContent.Term> terms = Lists.mutable.empty();
        for (int i = 0; i < words.size(); i += 2) {
            String sign = i > 0 ? words.get(i - 1) : words == given ? "+" : "-";
            if (!sign.equals("+") && !sign.equals("-")) {
                throw new IllegalArgumentException("must have + or - between the rows of a total, not: " + sign);
            }
            terms.add(new RowContent.Term(words.get(i), sign.equals("+")));
        }
        if (words.size() % 2 == 0) {
            throw new IllegalArgumentException("must name the rows of the total, with + or - between them");
        }
        return new RowContent.Total(terms.toImmutable());
    }

    private static RowContent accounts(ImmutableList<String> words) {
        if (words.size() < 2) {
            throw new IllegalArgumentException("must name a basis and a side behind accounts");
        }
        AccountSelector selector = AccountSelector.all();
        boolean rest = false;
        boolean detail = false;
        for (String word : words.drop(2)) {
            switch (word) {
                case "rest" -> rest = true;
                case "detail" -> detail = true;
                default -> selector = criterion(selector, word);
            }
        }
        return new RowContent.Accounts(
                one(Basis.class, words.get(0)), one(Side.class, words.get(1)), selector, rest, detail);
    }

    /** A selector of criteria alone. */
    static AccountSelector selector(ImmutableList<String> words) {
        return words.injectInto(AccountSelector.all(), LayoutParser::criterion);
    }

    private static AccountSelector criterion(AccountSelector selector, String word) {
        int equal = word.indexOf('=');
        if (equal < 0 || equal == word.length() - 1) {
            throw new IllegalArgumentException("must be criterion=value,value..., rest or detail, not: " + word);
        }
        String[] values = word.substring(equal + 1).split(",", -1);
        ImmutableList<String> list = Lists.immutable.with(values);
        return switch (word.substring(0, equal)) {
            case "class" ->
                selector.classes(list.collect(v -> one(AccountClass.class, v)).toArray(new AccountClass[0]));
            case "control" ->
                selector.controls(list.collect(v -> one(ControlKind.class, v)).toArray(new ControlKind[0]));
            case "tag" -> selector.tagged(values);
            case "without" -> selector.notTagged(values);
            case "prefix" -> selector.startingWith(values);
            case "under" -> selector.under(list.collect(AccountId::of).toArray(new AccountId[0]));
            default ->
                throw new IllegalArgumentException(
                        "must have a criterion of class, control, tag, without, prefix, under, not: " + word);
        };
    }

    static <E extends Enum<E>> E one(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known = Lists.immutable
                    .with(type.getEnumConstants())
                    .makeString(", ")
                    .toLowerCase(Locale.ROOT);
            throw new IllegalArgumentException("must be one of " + known + ", not: " + word, e);
        }
    }

    private static ImmutableList<String> words(String text) {
        return Lists.immutable.with(text.strip().split("\\s+")).reject(String::isEmpty);
    }
}
