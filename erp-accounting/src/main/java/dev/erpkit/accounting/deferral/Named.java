package dev.erpkit.accounting.deferral;

import dev.erpkit.core.value.InvalidValueException;
import java.util.function.Function;

/** Finds a policy by its stable name. */
final class Named {
    private Named() {}

    static <P> P parse(P[] values, Function<P, String> text, String type, String name) {
        for (P policy : values) {
            if (text.apply(policy).equals(name)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                type, "text", "deferral.unknown-policy", "is not the name of a policy: " + name);
    }
}
