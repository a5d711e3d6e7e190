package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * A chart to start from, read from data, with names in one language or several.
 *
 * <p>The form is UTF-8 text of comma-separated lines without quoting. The first line is {@code id,parent,name:LANGUAGE...,
 * class,side,control,tags,currencies,postable} with one {@code name:} column for each language; tags and currencies are
 * separated by spaces; {@code side} and {@code control} may be empty, {@code postable} is {@code yes} or {@code no}. Blank
 * lines and lines that begin with {@code #} say nothing.
 */
public final class ChartTemplate {
    private static final String NAME = "name:";
    private static final ImmutableList<String> BEFORE = Lists.immutable.of("id", "parent");
    private static final ImmutableList<String> AFTER =
            Lists.immutable.of("class", "side", "control", "tags", "currencies", "postable");

    private final ImmutableList<String> languages;
    private final Chart chart;
    private final ImmutableSortedMap<AccountId, ImmutableList<String>> names;

    private ChartTemplate(
            ImmutableList<String> languages, Chart chart, ImmutableSortedMap<AccountId, ImmutableList<String>> names) {
        this.languages = languages;
        this.chart = chart;
        this.names = names;
    }

    /**
     * Reads a template.
     *
     * @throws InvalidValueException {@code template.header}, {@code template.columns}, {@code template.value} with the line
     *     as path, or what a chart refuses
     */
    public static ChartTemplate parse(String text) {
        return new ChartTemplate(Lists.immutable.empty(), Chart.empty(), SortedMaps.immutable.empty()).with(text);
    }

    /**
     * The same template with the accounts of a text of the same form: what an own chart has more than a standard one. An
     * account whose code is taken is replaced.
     *
     * @throws InvalidValueException {@code template.language} when it has other languages, or what {@link #parse} refuses
     */
    public ChartTemplate with(String text) {
        ImmutableList<String> lines = Lists.immutable.fromStream(text.lines());
        int header = lines.detectIndex(ChartTemplate::speaks);
        ImmutableList<String> spoken = languages(header < 0 ? "" : lines.get(header), header + 1);
        if (languages.notEmpty() && !spoken.equals(languages)) {
            throw invalid(header + 1, "template.language", "must have names in " + languages.makeString());
        }
        MutableSortedMap<AccountId, Account> accounts = SortedMaps.mutable.empty();
        chart.accounts().forEach(account -> accounts.put(account.id(), account));
        MutableSortedMap<AccountId, ImmutableList<String>> named = names.toSortedMap();
        MutableSet<AccountId> fresh = Sets.mutable.empty();
        for (int i = header + 1; i < lines.size(); i++) {
            if (speaks(lines.get(i))) {
                ImmutableList<String> cells = cells(lines.get(i));
                int expected = BEFORE.size() + spoken.size() + AFTER.size();
                if (cells.size() != expected) {
                    throw invalid(
                            i + 1, "template.columns", "must have " + expected + " columns but has " + cells.size());
                }
                Account account = account(cells, spoken.size(), i + 1);
                if (!fresh.add(account.id())) {
                    throw invalid(i + 1, "chart.duplicate", "has a code that is taken twice");
                }
                accounts.put(account.id(), account);
                named.put(
                        account.id(),
                        Lists.immutable.ofAll(cells.subList(BEFORE.size(), BEFORE.size() + spoken.size())));
            }
        }
        return new ChartTemplate(spoken, Chart.of(accounts.values()), named.toImmutable());
    }

    /**
     * Reads the template in a resource beside a class.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public static ChartTemplate resource(Class<?> beside, String name) {
        return parse(text(beside, name));
    }

    /**
     * The same template with the accounts in a resource beside a class; see {@link #with}.
     *
     * @throws IllegalStateException when there is no such resource
     */
    public ChartTemplate withResource(Class<?> beside, String name) {
        return with(text(beside, name));
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No chart template " + name + " beside " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The languages of the names, the usual one first. */
    public ImmutableList<String> languages() {
        return languages;
    }

    /** The chart with names in the usual language. */
    public Chart chart() {
        return chart;
    }

    /**
     * The chart with names in a language.
     *
     * @throws InvalidValueException {@code template.language} when the template does not know it
     */
    public Chart chart(String language) {
        int index = index(language);
        return Chart.of(chart.accounts()
                .collect(account -> Account.builder()
                        .from(account)
                        .name(names.get(account.id()).get(index))
                        .build()));
    }

    /**
     * The name of an account in a language, empty when there is no such account.
     *
     * @throws InvalidValueException {@code template.language} when the template does not know it
     */
    public Optional<String> name(AccountId id, String language) {
        int index = index(language);
        return Optional.ofNullable(names.get(id)).map(all -> all.get(index));
    }

    private int index(String language) {
        int index = languages.indexOf(language);
        if (index < 0) {
            throw new InvalidValueException(
                    "ChartTemplate", "language", "template.language", "must be one of " + languages.makeString());
        }
        return index;
    }

    private static boolean speaks(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static ImmutableList<String> cells(String line) {
        return Lists.immutable.with(line.split(",", -1)).collect(String::strip);
    }

    private static ImmutableList<String> languages(String header, int line) {
        ImmutableList<String> columns = cells(header);
        ImmutableList<String> languages =
                columns.select(column -> column.startsWith(NAME)).collect(column -> column.substring(NAME.length()));
        ImmutableList<String> expected = BEFORE.newWithAll(languages.collect(language -> NAME + language))
                .newWithAll(AFTER);
        if (languages.isEmpty() || !columns.equals(expected)) {
            throw invalid(
                    line,
                    "template.header",
                    "must be id,parent,name:LANGUAGE,class,side,control,tags,currencies,postable");
        }
        return languages;
    }

    private static Account account(ImmutableList<String> cells, int languages, int line) {
        int at = BEFORE.size() + languages;
        Account.Builder account = Account.builder();
        account.id(cells.get(0));
        account.name(cells.get(BEFORE.size()));
        account.accountClass(constant(AccountClass.class, cells.get(at), line));
        if (!cells.get(1).isEmpty()) {
            account.parent(cells.get(1));
        }
        if (!cells.get(at + 1).isEmpty()) {
            account.normalSide(constant(Side.class, cells.get(at + 1), line));
        }
        if (!cells.get(at + 2).isEmpty()) {
            account.control(constant(ControlKind.class, cells.get(at + 2), line));
        }
        words(cells.get(at + 3)).forEach(account::tag);
        words(cells.get(at + 4)).forEach(account::currency);
        return account.postable(flag(cells.get(at + 5), line)).build();
    }

    private static ImmutableList<String> words(String cell) {
        return Lists.immutable.with(cell.split(" ")).reject(String::isEmpty);
    }

    private static boolean flag(String cell, int line) {
        if (cell.equals("yes") || cell.equals("no")) {
            return cell.equals("yes");
        }
        throw invalid(line, "template.value", "must say yes or no in column postable: " + cell);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String cell, int line) {
        try {
            return Enum.valueOf(type, cell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            InvalidValueException refused = invalid(
                    line,
                    "template.value",
                    "must name one of "
                            + Lists.immutable.with(type.getEnumConstants()).makeString() + ": " + cell);
            refused.initCause(e);
            throw refused;
        }
    }

    private static InvalidValueException invalid(int line, String code, String message) {
        return new InvalidValueException("ChartTemplate", "line " + line, code, message);
    }
}
