package dev.erpkit.company.people;

import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What somebody, a municipality or an employer before has put on paper for payroll.
 *
 * @param dependants on the declaration of dependants
 * @param fare the commuting allowance of a month, in yen
 * @param overtimeHours the most overtime of a month; 0 for who has none or is paid by the hour
 * @param resident2024 resident tax by the notice of June 2024, 0 when it is not collected from pay
 * @param resident2025 by that of June 2025
 * @param declared for the year-end adjustment, by the name of the pack's fact
 * @param before what an employer before paid and withheld in the year, by the name of the pack's accumulator
 */
record Papers(
        int dependants,
        long fare,
        int overtimeHours,
        long resident2024,
        long resident2025,
        ImmutableSortedMap<String, Long> declared,
        ImmutableSortedMap<String, Long> before) {

    static Papers of(int dependants, long fare, int overtimeHours, long resident2024, long resident2025) {
        return new Papers(
                dependants,
                fare,
                overtimeHours,
                resident2024,
                resident2025,
                SortedMaps.immutable.empty(),
                SortedMaps.immutable.empty());
    }

    Papers declaring(String fact, long value) {
        return new Papers(
                dependants,
                fare,
                overtimeHours,
                resident2024,
                resident2025,
                declared.newWithKeyValue(fact, value),
                before);
    }

    Papers before(String accumulator, long yen) {
        return new Papers(
                dependants,
                fare,
                overtimeHours,
                resident2024,
                resident2025,
                declared,
                before.newWithKeyValue(accumulator, yen));
    }

    /** Without what they say. */
    @Override
    public String toString() {
        return "Papers";
    }
}
