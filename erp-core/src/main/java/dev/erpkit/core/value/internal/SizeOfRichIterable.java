package dev.erpkit.core.value.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.eclipse.collections.api.RichIterable;
import org.jspecify.annotations.Nullable;

/** Lets {@code @Size} constrain any Eclipse Collections container. */
public final class SizeOfRichIterable implements ConstraintValidator<Size, RichIterable<?>> {
    private int min;
    private int max;

    @Override
    public void initialize(Size constraint) {
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable RichIterable<?> value, ConstraintValidatorContext context) {
        return value == null || (value.size() >= min && value.size() <= max);
    }
}
