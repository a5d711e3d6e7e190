package dev.erpkit.accounting.tax;

import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Taxes by code. */
public final class Taxes {
    private final ImmutableList<Tax> all;
    private final ImmutableMap<String, Tax> byCode;

    private Taxes(ImmutableList<Tax> all) {
        this.all = all;
        this.byCode = all.groupByUniqueKey(Tax::code).toImmutable();
    }

    /**
     * These taxes.
     *
     * @throws InvalidValueException {@code tax.duplicate} for two of one code
     */
    public static Taxes of(Iterable<Tax> taxes) {
        ImmutableList<Tax> all = Lists.immutable.ofAll(taxes);
        if (all.collect(Tax::code).distinct().size() != all.size()) {
            throw new InvalidValueException("Taxes", "code", "tax.duplicate", "must be the code of one tax only");
        }
        return new Taxes(all);
    }

    /** These taxes. */
    public static Taxes of(Tax... taxes) {
        return of(Lists.immutable.of(taxes));
    }

    /** These taxes and more. */
    public Taxes with(Taxes more) {
        return of(all.newWithAll(more.all));
    }

    /** The tax of a code. */
    public Optional<Tax> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All taxes. */
    public ImmutableList<Tax> all() {
        return all;
    }
}
