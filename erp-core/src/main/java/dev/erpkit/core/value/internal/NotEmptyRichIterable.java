package dev.erpkit.core.value.internal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotEmpty;
import org.eclipse.collections.api.RichIterable;
import org.jspecify.annotations.Nullable;

/** Lets {@code @NotEmpty} constrain any Eclipse Collections container. */
public final class NotEmptyRichIterable implements ConstraintValidator<NotEmpty, RichIterable<?>> {
    @Override
    public boolean isValid(@Nullable RichIterable<?> value, ConstraintValidatorContext context) {
        return value != null && value.notEmpty();
    }
}
