package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.posting.Dimensions;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Makes {@code @ForAll JournalEntry}, {@code @ForAll Chart} and {@code @ForAll Dimensions} work with the kit at hand. */
public final class KitArbitraryProvider implements ArbitraryProvider {
    /** For jqwik. */
    public KitArbitraryProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(JournalEntry.class) || type.isOfType(Chart.class) || type.isOfType(Dimensions.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        if (type.isOfType(Chart.class)) {
            return Set.of(ChartArbitraries.charts());
        }
        return type.isOfType(Dimensions.class)
                ? Set.of(JournalArbitraries.dimensions())
                : Set.of(JournalArbitraries.entries());
    }
}
