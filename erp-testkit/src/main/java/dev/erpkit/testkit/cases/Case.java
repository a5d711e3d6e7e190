package dev.erpkit.testkit.cases;

import java.util.regex.Pattern;
import org.eclipse.collections.api.list.ImmutableList;

/** A case while a reader runs it: its fields, which remember whether they were read, and what differs. */
final class Case {
    private final String id;
    private final ImmutableList<String> when;
    private final Field given;
    private final Field expect;
    private final Differences differences = new Differences();
    private final String text;

    Case(CaseFile file) {
        this.id = file.id();
        this.when = file.when();
        this.given = Field.root("given", file.given());
        this.expect = Field.root("expect", file.expect());
        this.text = file.given() + " " + file.when() + " " + file.expect();
    }

    /** Its name, which sometimes alone says what is computed. */
    String id() {
        return id;
    }

    /** The facts; a fact that nobody read makes the case unsupported. */
    Field given() {
        return given;
    }

    /** The expected fields; a field that nobody checked makes the case unsupported. */
    Field expect() {
        return expect;
    }

    /** What happens. */
    ImmutableList<String> when() {
        return when;
    }

    /** All of the case as text, to see which currencies it names. */
    String text() {
        return text;
    }

    /** Where readers note what differs. */
    Differences differences() {
        return differences;
    }

    /** Requires that the given fields are exactly of these names; others change what the case means. */
    void requireGiven(String... names) {
        given.requireNames(names);
    }

    /** Requires a single step that contains a match of the pattern. */
    String onlyStep(String pattern) {
        if (when.size() != 1
                || !Pattern.compile(pattern).matcher(when.getFirst()).find()) {
            throw new UnsupportedCaseException("steps " + when);
        }
        return when.getFirst();
    }

    /** Fields that nobody has read. */
    ImmutableList<String> unread() {
        return given.unread().newWithAll(expect.unread());
    }
}
