package dev.erpkit.core.value;

import dev.erpkit.core.value.internal.RecordStyleGetters;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Enforces the Jakarta constraints declared on a value's accessors. Every value calls {@link #check} first in its
 * {@code @Value.Check}; hot facts enforce the same constraints by hand.
 */
public final class Constraints {
    private Constraints() {}

    /** Built once, when the first value is checked: bootstrapping the validator costs most of a second. */
    private static final class Holder {
        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .configure()
                // a META-INF/validation.xml of the host must not change what is told
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH, Locale.JAPANESE), Locale.ENGLISH, context -> Locale.ENGLISH, true))
                .getterPropertySelectionStrategy(new RecordStyleGetters())
                .buildValidatorFactory()
                .getValidator();
    }

    /**
     * Checks a value that is being built.
     *
     * @param type the name of the value type, for the message
     * @param value the value
     * @throws InvalidValueException with all violations
     */
    public static void check(String type, Object value) {
        ImmutableList<Violation> violations = violations(value);
        if (violations.notEmpty()) {
            throw new InvalidValueException(type, violations);
        }
    }

    /** All violations of the declared constraints, ordered by path and code; empty when the value is sound. */
    public static ImmutableList<Violation> violations(Object value) {
        Set<ConstraintViolation<Object>> found = Holder.VALIDATOR.validate(value);
        if (found.isEmpty()) {
            return Lists.immutable.empty();
        }
        return Lists.immutable
                .fromStream(found.stream().map(Constraints::violation))
                .toImmutableSortedList(Comparator.comparing(Violation::path).thenComparing(Violation::code));
    }

    private static ImmutableSortedMap<String, String> bounds(ConstraintViolation<?> v) {
        MutableSortedMap<String, String> bounds = SortedMaps.mutable.empty();
        v.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (value instanceof Number) {
                bounds.put(name, value.toString());
            }
        });
        return bounds.toImmutable();
    }

    private static Violation violation(ConstraintViolation<?> v) {
        String code =
                v.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new Violation(v.getPropertyPath().toString(), code, v.getMessage(), bounds(v));
    }
}
