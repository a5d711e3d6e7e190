package dev.erpkit.accounting.dimension;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;
import org.eclipse.collections.api.set.MutableSet;

/** The axes and their members: on each axis a forest in which every parent exists and nothing is its own ancestor. */
public final class DimensionCatalogue {
    private static final RefusalCode UNKNOWN_AXIS = RefusalCode.of("dimension.unknown-axis");

    private final ImmutableSet<String> axes;
    private final ImmutableList<DimensionMember> members;
    private final MutableMap<String, MutableMap<String, DimensionMember>> byCode = Maps.mutable.empty();

    private DimensionCatalogue(ImmutableSet<String> axes, ImmutableList<DimensionMember> members) {
        this.axes = axes;
        this.members = members;
        axes.forEach(axis -> byCode.put(axis, Maps.mutable.empty()));
        members.forEach(this::add);
        members.forEach(this::checkAbove);
    }

    /**
     * A catalogue.
     *
     * @throws InvalidValueException {@code dimension.no-such-axis}, {@code dimension.duplicate},
     *     {@code dimension.no-such-parent}, {@code dimension.cycle}
     */
    public static DimensionCatalogue of(Iterable<String> axes, Iterable<DimensionMember> members) {
        return new DimensionCatalogue(Sets.immutable.withAll(axes), Lists.immutable.withAll(members));
    }

    private void add(DimensionMember member) {
        MutableMap<String, DimensionMember> axis = byCode.get(member.axis());
        if (axis == null) {
            throw invalid("dimension.no-such-axis", "names an axis that is not declared: " + member.axis());
        }
        if (axis.put(member.code(), member) != null) {
            throw invalid("dimension.duplicate", "has a member twice: " + member.code());
        }
    }

    private void checkAbove(DimensionMember member) {
        MutableSet<String> seen = Sets.mutable.empty();
        Optional<String> above = Optional.of(member.code());
        while (above.isPresent()) {
            if (!seen.add(above.get())) {
                throw invalid("dimension.cycle", "has a member below itself: " + member.code());
            }
            DimensionMember at = find(member.axis(), above.get()).orElse(null);
            if (at == null) {
                throw invalid("dimension.no-such-parent", "has a member below one that is not there: " + above.get());
            }
            above = at.parent();
        }
    }

    private static InvalidValueException invalid(String code, String message) {
        return new InvalidValueException("DimensionCatalogue", "members", code, message);
    }

    /** The axes. */
    public ImmutableSet<String> axes() {
        return axes;
    }

    /** The members in the order in which they were given. */
    public ImmutableList<DimensionMember> members() {
        return members;
    }

    /** The member with a code on an axis. */
    public Optional<DimensionMember> find(String axis, String code) {
        return Optional.ofNullable(byCode.get(axis)).flatMap(on -> Optional.ofNullable(on.get(code)));
    }

    /** Tells whether a value is another one or below it; a value that is not in the catalogue is only within itself. */
    public boolean isWithin(String axis, String code, String ancestor) {
        Optional<String> at = Optional.of(code);
        while (at.isPresent()) {
            if (at.get().equals(ancestor)) {
                return true;
            }
            at = find(axis, at.get()).flatMap(DimensionMember::parent);
        }
        return false;
    }

    /** Tells whether every coordinate of {@code wider} is one of {@code narrow}'s or above it. */
    public boolean covers(Dimensions wider, Dimensions narrow) {
        return wider.values()
                .keyValuesView()
                .allSatisfy(coordinate -> narrow.get(coordinate.getOne())
                        .filter(value -> isWithin(coordinate.getOne(), value, coordinate.getTwo()))
                        .isPresent());
    }

    /**
     * What stands against coordinates on a day: {@code dimension.unknown-axis}, {@code dimension.unknown-member},
     * {@code dimension.heading}, {@code dimension.not-valid-on}.
     */
    public Optional<Refusal> check(Dimensions dimensions, LocalDate day) {
        for (Map.Entry<String, String> each :
                dimensions.values().castToSortedMap().entrySet()) {
            Optional<Refusal> refusal = known(each.getKey(), each.getValue());
            if (refusal.isPresent()) {
                return refusal;
            }
            DimensionMember member = find(each.getKey(), each.getValue()).orElseThrow();
            if (member.heading()) {
                return Optional.of(refusal(
                        "dimension.heading", member.axis(), member.code(), "only sums up; name a member below it"));
            }
            if (!member.validity().contains(day)) {
                return Optional.of(refusal(
                                "dimension.not-valid-on",
                                member.axis(),
                                member.code(),
                                "takes no lines on " + day + "; choose another day or member, or change its validity")
                        .with("date", day));
            }
        }
        return Optional.empty();
    }

    /** What stands against naming coordinates in a plan, where headings and any day will do. */
    public Optional<Refusal> check(Dimensions dimensions) {
        return dimensions
                .values()
                .keyValuesView()
                .collect(each -> known(each.getOne(), each.getTwo()))
                .detectOptional(Optional::isPresent)
                .flatMap(refusal -> refusal);
    }

    private Optional<Refusal> known(String axis, String code) {
        if (!axes.contains(axis)) {
            return Optional.of(Refusal.of(
                            UNKNOWN_AXIS,
                            "There is no axis " + axis + "; name one of "
                                    + axes.toSortedList().makeString(", ") + " or declare it")
                    .with("axis", axis));
        }
        return find(axis, code).isPresent()
                ? Optional.empty()
                : Optional.of(refusal("dimension.unknown-member", axis, code, "is not in the catalogue; add it first"));
    }

    private static Refusal refusal(String code, String axis, String member, String message) {
        return Refusal.of(RefusalCode.of(code), "Member " + member + " of axis " + axis + " " + message)
                .with("axis", axis)
                .with("member", member);
    }

    /**
     * Figures by value, with those of all members below: for every member that has a figure or sums one up. Figures of
     * values outside the catalogue stand for themselves.
     *
     * @param axis the axis
     * @param figures minor units by value, such as balances of lines
     */
    public ImmutableMap<String, Long> rollUp(String axis, ImmutableMap<String, Long> figures) {
        MutableMap<String, Long> sums = Maps.mutable.empty();
        figures.forEachKeyValue((code, minor) -> {
            Optional<String> at = Optional.of(code);
            while (at.isPresent()) {
                sums.merge(at.get(), minor, Math::addExact);
                at = find(axis, at.get()).flatMap(DimensionMember::parent);
            }
        });
        return sums.toImmutable();
    }
}
