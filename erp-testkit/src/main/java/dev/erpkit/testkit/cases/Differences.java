package dev.erpkit.testkit.cases;

import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Compares expected fields with what the library computed and notes what differs. */
final class Differences {
    private final MutableList<String> found = Lists.mutable.empty();

    /** The field is a number equal to this one, whatever its zeros behind the point. */
    void number(Field expected, BigDecimal actual) {
        if (expected.decimal().compareTo(actual) != 0) {
            found.add(expected.path() + ": expected " + expected.text() + ", got " + actual.toPlainString());
        }
    }

    /** The field is a number equal to this one. */
    void number(Field expected, long actual) {
        number(expected, BigDecimal.valueOf(actual));
    }

    /** The field is an estimate that agrees with this one in all its decimals. */
    void estimate(Field expected, double actual) {
        BigDecimal said = expected.decimal();
        if (!Double.isFinite(actual)
                || Math.abs(said.doubleValue() - actual) > 0.5000001 * Math.pow(10, -Math.max(0, said.scale()))) {
            found.add(expected.path() + ": expected " + said.toPlainString() + ", got " + actual);
        }
    }

    /**
     * The field is a published estimate near this one: within a unit of its last digit where it has two decimals or more, within
     * half of one where it has fewer, and a whole number to nine decimals.
     */
    void near(Field expected, double actual) {
        BigDecimal printed = expected.decimal();
        int decimals = printed.stripTrailingZeros().scale();
        double unit = Math.pow(10, -decimals);
        double tolerance = decimals <= 0 ? 1e-9 : decimals == 1 ? unit / 2 + 1e-9 : Math.max(unit * 1.000001, 1e-12);
        if (!(Math.abs(printed.doubleValue() - actual) <= tolerance)) {
            found.add(expected.path() + ": expected " + expected.text() + ", got " + actual);
        }
    }

    /** The field is text equal to this. */
    void text(Field expected, Object actual) {
        if (!expected.text().equals(actual.toString())) {
            found.add(expected.path() + ": expected " + expected.text() + ", got " + actual);
        }
    }

    /** The field is a statement that the library has fulfilled or not. */
    void holds(Field expected, boolean fulfilled) {
        if (!fulfilled) {
            found.add(expected.path() + ": does not hold: " + expected.text());
        }
        expected.text();
    }

    /** Both are equal. */
    void same(Field at, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            found.add(at.path() + ": expected " + expected + ", got " + actual);
        }
    }

    ImmutableList<String> found() {
        return found.toImmutable();
    }
}
