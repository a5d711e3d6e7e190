package dev.erpkit.testkit.generate;

import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.Garnishment;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayrollInput;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What payroll is computed from: inputs of any pack, orders of creditors. */
public final class PayrollArbitraries {
    private PayrollArbitraries() {}

    /** An amount of pay in minor units: often round, sometimes nothing or odd. */
    public static Arbitrary<Long> pay() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 500).map(thousands -> thousands * 1_000),
                Arbitraries.longs().between(0, 50_000_000));
    }

    /** An input in which every fact of a pack is given and fits its type. */
    public static Arbitrary<PayrollInput> inputs(Pack pack) {
        return Combinators.combine(pack.facts().collect(PayrollArbitraries::value).castToList())
                .as(values -> {
                    var input = PayrollInput.of(pack, "E");
                    pack.facts().forEachWithIndex((fact, i) -> input.set(fact, values.get(i)));
                    return input.build();
                });
    }

    private static Arbitrary<Long> value(Fact fact) {
        return switch (fact.type()) {
            case AMOUNT -> pay();
            case COUNT -> Arbitraries.longs().between(0, 8);
            case FLAG -> Arbitraries.longs().between(0, 1);
            case DECIMAL -> Arbitraries.longs().between(0, 200 * Fact.DECIMAL_UNIT);
            case DATE -> Arbitraries.longs().between(0, 21_000);
            case CODE -> Arbitraries.longs().between(0, fact.codes().size() - 1L);
        };
    }

    /** Up to six orders of up to three priorities, each limited to a share of the disposable pay. */
    public static Arbitrary<ImmutableList<Garnishment>> garnishments() {
        Arbitrary<Garnishment> order = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, 4))
                .as((id, priority, wanted, quarters) ->
                        new Garnishment("g" + id, priority, wanted, pay -> Math.max(0, pay) * quarters / 4));
        return order.list()
                .ofMaxSize(6)
                .uniqueElements(Garnishment::id)
                .map(Lists.immutable::withAll);
    }
}
