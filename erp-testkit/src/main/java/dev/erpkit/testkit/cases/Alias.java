package dev.erpkit.testkit.cases;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.MutableSet;

/** The several names under which cases write one thing. */
final class Alias {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Field of;
    private final MutableSet<String> known = Sets.mutable.empty();

    Alias(Field of) {
        this.of = of;
    }

    /** The first of these names that there is. */
    Optional<Field> any(String... names) {
        known.addAllIterable(Lists.immutable.with(names));
        return Lists.immutable.with(names).detectOptional(of::has).map(of::at);
    }

    Field need(String... names) {
        return any(names).orElseThrow(() -> new UnsupportedCaseException(of.path() + " has none of " + names[0]));
    }

    /** Requires that nothing was given under a name that nobody asked for. */
    void nothingElse() {
        ImmutableList<String> others = of.names().reject(known::contains);
        if (others.notEmpty()) {
            throw new UnsupportedCaseException(of.path() + " has " + others);
        }
    }

    /** The first date in the steps. */
    static Optional<LocalDate> date(Case current) {
        Matcher found = DATE.matcher(current.when().makeString(" "));
        return found.find() ? Optional.of(LocalDate.parse(found.group())) : Optional.empty();
    }

    /** The first date of each step that has one. */
    static ImmutableList<LocalDate> dates(Case current) {
        return current.when()
                .collect(DATE::matcher)
                .select(Matcher::find)
                .collect(found -> LocalDate.parse(found.group()));
    }

    /** Tells whether a step says one of these words, in whatever case. */
    static boolean steps(Case current, String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(current.when().makeString("\n"))
                .find();
    }

    /** Tells whether the case says one of these words, in whatever case. */
    static boolean says(Case current, String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                .matcher(current.text())
                .find();
    }
}
