package dev.erpkit.hr.payroll;

import java.time.temporal.ChronoField;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A fact about a person or a payment that rules ask for. A fact that is not given is refused by its name where a rule needs
 * it; the only default is one that the law itself names.
 *
 * @param name unique in the pack, such as {@code dependants}
 * @param type what it is
 * @param codes the alternatives of a code
 * @param certificate the declaration that it is part of: a filed certificate must have all its facts, and what the law says
 *     for those who file none holds only for these
 * @param byLaw what holds when the fact, or its certificate, is not there
 * @param index its place in the pack, -1 before a pack has it
 */
public record Fact(
        String name,
        FactType type,
        ImmutableList<String> codes,
        Optional<String> certificate,
        Optional<ByLaw> byLaw,
        int index)
        implements Readable {
    /** Millionths in one of a {@link FactType#DECIMAL}. */
    public static final long DECIMAL_UNIT = 1_000_000;

    /**
     * What the law says for whoever declares nothing.
     *
     * @param value the value inside: minor units, number, 1 for yes, millionths, epoch day, position of the code
     * @param citation where it says so
     */
    public record ByLaw(long value, String citation) {}

    private static Fact of(String name, FactType type) {
        return new Fact(name, type, Lists.immutable.empty(), Optional.empty(), Optional.empty(), -1);
    }

    /** An amount. */
    public static Fact amount(String name) {
        return of(name, FactType.AMOUNT);
    }

    /** A number of things. */
    public static Fact count(String name) {
        return of(name, FactType.COUNT);
    }

    /** Yes or no. */
    public static Fact flag(String name) {
        return of(name, FactType.FLAG);
    }

    /** A number with up to six decimals. */
    public static Fact decimal(String name) {
        return of(name, FactType.DECIMAL);
    }

    /** A day. */
    public static Fact date(String name) {
        return of(name, FactType.DATE);
    }

    /** One of several alternatives. */
    public static Fact code(String name, String... codes) {
        return new Fact(name, FactType.CODE, Lists.immutable.with(codes), Optional.empty(), Optional.empty(), -1);
    }

    /** The same fact as part of a certificate. */
    public Fact in(String declaration) {
        return new Fact(name, type, codes, Optional.of(declaration), byLaw, index);
    }

    /** The same fact with what the law says when it is not declared: see {@link ByLaw}. */
    public Fact byLaw(long value, String citation) {
        return new Fact(name, type, codes, certificate, Optional.of(new ByLaw(value, citation)), index);
    }

    /** The same code with what the law says when it is not declared. */
    public Fact byLaw(String code, String citation) {
        return byLaw(codes.indexOf(code), citation);
    }

    /** The lowest value that such a fact can have. */
    long lowest() {
        return type == FactType.DATE ? ChronoField.EPOCH_DAY.range().getMinimum() : 0;
    }

    /** The highest value that such a fact can have. */
    long highest() {
        return switch (type) {
            case AMOUNT, COUNT, DECIMAL -> Long.MAX_VALUE;
            case FLAG -> 1;
            case CODE -> codes.size() - 1L;
            case DATE -> ChronoField.EPOCH_DAY.range().getMaximum();
        };
    }

    Fact at(int place) {
        return new Fact(name, type, codes, certificate, byLaw, place);
    }
}
