package dev.erpkit.core.value.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.spi.properties.ConstrainableExecutable;
import org.hibernate.validator.spi.properties.GetterPropertySelectionStrategy;

/** Treats every no-argument method with a result as an accessor: {@code lines()}, not {@code getLines()}. */
public final class RecordStyleGetters implements GetterPropertySelectionStrategy {
    private static final Set<String> NOT_PROPERTIES =
            Set.of("hashCode", "toString", "getClass", "clone", "notify", "notifyAll", "wait", "finalize", "check");

    @Override
    public Optional<String> getProperty(ConstrainableExecutable executable) {
        boolean accessor = executable.getReturnType() != void.class
                && executable.getParameterTypes().length == 0
                && !NOT_PROPERTIES.contains(executable.getName());
        return accessor ? Optional.of(executable.getName()) : Optional.empty();
    }

    @Override
    public List<String> getGetterMethodNameCandidates(String propertyName) {
        return List.of(propertyName);
    }
}
