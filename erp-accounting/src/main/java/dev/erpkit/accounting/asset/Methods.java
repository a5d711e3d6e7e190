package dev.erpkit.accounting.asset;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The depreciation methods that a service knows, by their names.
 *
 * <table>
 * <caption>Names of the standard methods</caption>
 * <tr><th>{@code straight-line}</th><td>what is above the residual value, in equal parts over the life</td></tr>
 * <tr><th>{@code straight-line:on-cost}</th><td>the cost in equal parts over the life, down to the residual value</td></tr>
 * <tr><th>{@code declining:0.4/year}</th><td>40 % of the book value at the start of the year</td></tr>
 * <tr><th>{@code declining:0.12945/period}</th><td>12.945 % of the book value at the start of each period</td></tr>
 * <tr><th>{@code declining:x2/year}</th><td>double declining: twice the book value, divided by the years of the life</td></tr>
 * <tr><th>{@code declining:x2/year+straight-line}</th><td>the same until what is left over the rest of the life is more</td></tr>
 * <tr><th>{@code declining:0.4/year+straight-line-on-cost}</th><td>until the whole over the whole life is more</td></tr>
 * <tr><th>{@code sum-of-years}</th><td>the sum of the years' digits</td></tr>
 * <tr><th>{@code units-of-production}</th><td>by the units used</td></tr>
 * </table>
 *
 * <p>Safe for many threads.
 */
public final class Methods {
    private static final Methods STANDARD = new Methods(Lists.immutable.of(Methods::standard));

    private final ImmutableList<Function<String, Optional<DepreciationMethod>>> readers;
    private final Map<String, Optional<DepreciationMethod>> known = new ConcurrentHashMap<>();

    private Methods(ImmutableList<Function<String, Optional<DepreciationMethod>>> readers) {
        this.readers = readers;
    }

    /** The methods above. */
    public static Methods standard() {
        return STANDARD;
    }

    /** These methods and others, such as those of a country or a host's own. */
    public Methods with(Function<String, Optional<DepreciationMethod>> others) {
        return new Methods(readers.newWith(others));
    }

    /**
     * The method with this name.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code asset.rate} for a rate out of bounds
     */
    public Optional<DepreciationMethod> find(String name) {
        Optional<DepreciationMethod> found = known.get(name);
        if (found == null) {
            found = Optional.empty();
            for (Function<String, Optional<DepreciationMethod>> reader : readers) {
                found = found.isPresent() ? found : reader.apply(name);
            }
            if (found.isPresent()) {
                known.put(name, found);
            }
        }
        return found;
    }

    private static Optional<DepreciationMethod> standard(String name) {
        return switch (name) {
            case "straight-line" -> Optional.of(new StraightLine(false));
            case "straight-line:on-cost" -> Optional.of(new StraightLine(true));
            case "sum-of-years" -> Optional.of(new SumOfYears());
            case "units-of-production" -> Optional.of(new UnitsOfProduction());
            default -> Declining.parse(name);
        };
    }
}
