package dev.erpkit.hr.payroll;

import dev.erpkit.core.calendar.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A figure or table of the law with the times that each of its versions holds. Versions follow one another without gap or
 * overlap; a date outside all of them is refused, never answered by the nearest version.
 *
 * @param name unique in the pack, such as {@code wage-base}
 * @param keyDate the date that decides which version holds
 * @param versions in the order of their validity
 * @param index its place in the pack, -1 before a pack has it
 * @param <T> an immutable value: a rate, an amount, a table
 */
public record Parameter<T>(String name, KeyDate keyDate, ImmutableList<Version<T>> versions, int index)
        implements Readable {
    /**
     * What holds for a time.
     *
     * @param id names the version within its parameter, such as {@code 2026}
     * @param validity when it holds
     * @param value the figure or table
     * @param source where it comes from
     * @param layer who laid it down
     */
    public record Version<T>(String id, DateRange validity, T value, Source source, String layer) {}

    /** A parameter without versions yet. */
    public static <T> Parameter<T> of(String name, KeyDate keyDate) {
        return new Parameter<>(name, keyDate, Lists.immutable.empty(), -1);
    }

    /** The same parameter with one more version. */
    public Parameter<T> version(String id, DateRange validity, T value, Source source) {
        return with(versions.newWith(new Version<>(id, validity, value, source, Level.STATUTE.text())));
    }

    /** The version that holds on a day. */
    public Optional<Version<T>> on(LocalDate day) {
        return versions.detectOptional(version -> version.validity().contains(day));
    }

    Parameter<T> with(ImmutableList<Version<T>> all) {
        return new Parameter<>(
                name,
                keyDate,
                all.toSortedListBy(version -> version.validity().startInclusive())
                        .toImmutable(),
                index);
    }

    Parameter<T> at(int place) {
        return new Parameter<>(name, keyDate, versions, place);
    }
}
