package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.allocation.AllocationStep;
import dev.erpkit.accounting.allocation.Movement;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.PartRounding;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Service periods, deferrals, and waterfalls of allocations. */
public final class SpreadArbitraries {
    private SpreadArbitraries() {}

    /** Periods from a day to some two years; single days and whole months come often. */
    public static Arbitrary<DateRange> services() {
        Arbitrary<DateRange> any = Combinators.combine(
                        DateArbitraries.days(), Arbitraries.integers().between(1, 800))
                .as((first, days) -> DateRange.of(first, first.plusDays(days)));
        Arbitrary<DateRange> months = Combinators.combine(
                        DateArbitraries.days(), Arbitraries.integers().between(1, 24))
                .as((day, count) -> DateRange.of(
                        day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(count)));
        return Arbitraries.oneOf(any, months);
    }

    /** Deferrals of either kind under any policy, in any currency. */
    public static Arbitrary<Deferral> deferrals(String id) {
        return Combinators.combine(
                        MoneyArbitraries.positiveMinor(),
                        MoneyArbitraries.currencies(),
                        services(),
                        Arbitraries.of(SpreadBasis.class),
                        Arbitraries.of(PartRounding.class),
                        Arbitraries.of(DeferralKind.class))
                .as((minor, currency, service, basis, rounding, kind) -> Deferral.builder()
                        .id(id)
                        .kind(kind)
                        .total(Amounts.ofMinor(minor, currency))
                        .service(service)
                        .basis(basis)
                        .rounding(rounding)
                        .source(SourceDocument.of("kit", "invoice", id))
                        .build());
    }

    /** Movements on two accounts and up to five cost centres, named 0 to 4. */
    public static Arbitrary<List<Movement>> movements() {
        return Combinators.combine(
                        Arbitraries.of("cost", "more"),
                        Arbitraries.integers().between(0, 4),
                        MoneyArbitraries.nonZeroMinor())
                .as((account, centre, minor) -> new Movement(AccountId.of(account), centre(centre), minor))
                .list()
                .ofMaxSize(12);
    }

    /** Steps of a waterfall: cost centre 0 gives to later ones, then 1, and so on; some weigh nothing, never all. */
    public static Arbitrary<List<AllocationStep>> waterfalls() {
        return Arbitraries.integers().between(0, 9).list().ofSize(16).map(weights -> {
            List<AllocationStep> steps = new ArrayList<>();
            for (int from = 0; from < 3; from++) {
                AllocationStep step = AllocationStep.of("step " + from, centre(from), "cost", "more");
                for (int to = from + 1; to < 5; to++) {
                    int weight = weights.get(from * 5 + to - 1 - from);
                    step = step.to(centre(to), Integer.toString(to == 4 ? weight + 1 : weight));
                }
                steps.add(step);
            }
            return steps;
        });
    }

    private static Dimensions centre(int number) {
        return Dimensions.of("cc", Integer.toString(number));
    }
}
