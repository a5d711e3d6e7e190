package dev.erpkit.core.value;

import dev.erpkit.core.outcome.ErpException;
import java.util.stream.Collectors;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Thrown when a value is built that breaks its own rules; carries every violation. */
public final class InvalidValueException extends ErpException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Violation> violations;

    /**
     * Creates the exception.
     *
     * @param type the name of the value type
     * @param violations all that is wrong, at least one
     */
    public InvalidValueException(String type, ImmutableList<Violation> violations) {
        super("Invalid " + type + ": "
                + violations.castToList().stream().map(Violation::toString).collect(Collectors.joining("; ")));
        this.violations = violations;
    }

    /**
     * The exception for a single violation.
     *
     * @param type the name of the value type
     * @param path the attribute
     * @param code the stable code
     * @param message what is wrong, without personal content
     */
    public InvalidValueException(String type, String path, String code, String message) {
        this(type, Lists.immutable.of(new Violation(path, code, message)));
    }

    /**
     * The exception that {@link Constraints} would throw for a {@code Size}, for values that enforce it by hand.
     *
     * @param type the name of the value type
     * @param path the attribute
     */
    public static InvalidValueException size(String type, String path, int min, int max) {
        return new InvalidValueException(type, Lists.immutable.of(Violation.size(path, min, max)));
    }

    /** All violations, in the order of their paths. */
    public ImmutableList<Violation> violations() {
        return violations;
    }

    /** Tells whether one of the violations has this code. */
    public boolean has(String code) {
        return violations.anySatisfy(v -> v.code().equals(code));
    }
}
