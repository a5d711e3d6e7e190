package dev.erpkit.accounting.dimension;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;

/**
 * One value of an axis.
 *
 * @param axis the axis, such as {@code cost-centre}
 * @param code the value by which lines name it
 * @param name what people read
 * @param parent the code of the member that sums this one up, on the same axis
 * @param validity the days on which lines may name it
 * @param heading whether it only sums up and no line may name it
 */
public record DimensionMember(
        String axis, String code, String name, Optional<String> parent, DateRange validity, boolean heading) {
    /** Checks the form of axis, code and parent, as {@link Dimensions} does. */
    public DimensionMember {
        Dimensions.of(axis, code);
        parent.ifPresent(above -> Dimensions.of(axis, above));
    }

    /** A member at the top of its axis, valid on all days. */
    public static DimensionMember of(String axis, String code, String name) {
        return new DimensionMember(axis, code, name, Optional.empty(), DateRange.all(), false);
    }

    /** A heading at the top of its axis. */
    public static DimensionMember heading(String axis, String code, String name) {
        return new DimensionMember(axis, code, name, Optional.empty(), DateRange.all(), true);
    }

    /** The same member below another. */
    public DimensionMember under(String above) {
        return new DimensionMember(axis, code, name, Optional.of(above), validity, heading);
    }

    /** The same member on these days only. */
    public DimensionMember valid(DateRange days) {
        return new DimensionMember(axis, code, name, parent, days, heading);
    }
}
