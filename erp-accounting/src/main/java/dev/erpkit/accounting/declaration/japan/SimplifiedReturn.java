package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.accounting.declaration.japan.SimplifiedFigures.Choice;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.trace.TraceStep;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The simplified method (簡易課税): schedules 4-3 and 5-3. */
final class SimplifiedReturn {
    private static final long LIMIT = 50_000_000;

    private final SimplifiedFigures figures;
    private final ReturnSums sums;
    /** Sales of each class without tax, which decide what formulas are allowed. */
    private final Map<BusinessClass, Long> net = new EnumMap<>(BusinessClass.class);
    /** The tax in the sales of each class, which weighs the deemed shares. */
    private final Map<BusinessClass, ByRate> tax = new EnumMap<>(BusinessClass.class);

    private record Candidate(String rule, ByRate yen) {}

    private SimplifiedReturn(SimplifiedFigures figures) {
        this.figures = figures;
        this.sums = new ReturnSums(figures.sales());
        for (ClassSales sales : figures.classes()) {
            ByRate kept = sales.gross()
                    .map(ConsumptionRate::net)
                    .minus(sales.returns().map(ConsumptionRate::net));
            ByRate weight = sales.gross()
                    .map(ConsumptionRate::nationalInGross)
                    .minus(sales.returns().map(ConsumptionRate::nationalInGross))
                    .map((rate, yen) -> Math.max(0, yen));
            net.merge(sales.businessClass(), Math.max(0, kept.total()), Math::addExact);
            tax.merge(sales.businessClass(), weight, ByRate::plus);
        }
    }

    static Outcome<ConsumptionTaxReturn> of(SimplifiedFigures figures) {
        if (figures.basePeriodSales() > LIMIT) {
            return Outcome.refused(Refusal.of(
                            JapanReturnRefusals.INELIGIBLE,
                            "Taxable sales of the base period are " + figures.basePeriodSales()
                                    + " yen, above 50,000,000; file a general return")
                    .with("basePeriodSales", figures.basePeriodSales())
                    .with("limit", LIMIT));
        }
        ByRate gross = figures.classes().injectInto(ByRate.NONE, (sum, each) -> sum.plus(each.gross()));
        ByRate returns = figures.classes().injectInto(ByRate.NONE, (sum, each) -> sum.plus(each.returns()));
        if (!gross.equals(figures.sales().grossSales())
                || !returns.equals(figures.sales().grossReturns())) {
            return Outcome.refused(Refusal.of(
                            JapanReturnRefusals.CLASSES,
                            "Sales by class of business come to " + gross.total() + " yen and returns to "
                                    + returns.total() + ", but all sales to "
                                    + figures.sales().grossSales().total() + " and "
                                    + figures.sales().grossReturns().total()
                                    + "; give every sale one class")
                    .with("classes", gross.total())
                    .with("sales", figures.sales().grossSales().total()));
        }
        return Outcome.accepted(new SimplifiedReturn(figures).settle());
    }

    private ConsumptionTaxReturn settle() {
        ImmutableList<Candidate> candidates = candidates();
        Candidate chosen = figures.choice() == Choice.PRINCIPLE
                ? candidates.getFirst()
                : candidates.maxBy(candidate -> candidate.yen().total());
        TraceStep step = TraceStep.of(
                        "みなし仕入率 " + chosen.rule() + " [消費税法37条1項、施行令57条]",
                        chosen.yen().total())
                .with("base", sums.deductionBase().total())
                .with("choice", figures.choice().text());
        for (Candidate candidate : candidates) {
            step = step.from(TraceStep.of(candidate.rule(), candidate.yen().total())
                    .with("6.24%", candidate.yen().reduced())
                    .with("7.8%", candidate.yen().standard()));
        }
        return sums.settle("simplified", chosen.yen(), step);
    }

    /** The formulas that the sales allow, the weighted one first. */
    private ImmutableList<Candidate> candidates() {
        MutableList<Candidate> found = Lists.mutable.of(new Candidate("原則計算 [2項]", weighted()));
        long all = net.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        for (BusinessClass one : net.keySet()) {
            if (net.size() > 1 && reaches(net.get(one), all)) {
                found.add(new Candidate("特例計算 " + one + " [3項1号]", deemed(one, one)));
            }
        }
        for (BusinessClass higher : net.keySet()) {
            for (BusinessClass lower : net.keySet()) {
                boolean pair = net.size() > 2 && higher.compareTo(lower) < 0;
                if (pair && reaches(Math.addExact(net.get(higher), net.get(lower)), all)) {
                    found.add(new Candidate("特例計算 " + higher + "+" + lower + " [3項2号]", deemed(higher, lower)));
                }
            }
        }
        return found.toImmutable();
    }

    private static boolean reaches(long part, long all) {
        return all > 0 && Math.multiplyExact(part, 100) >= Math.multiplyExact(all, 75);
    }

    private ByRate weighted() {
        return sums.deductionBase().map((rate, base) -> {
            long weighted = 0;
            for (Map.Entry<BusinessClass, ByRate> each : tax.entrySet()) {
                long part = Math.multiplyExact(
                        each.getValue().at(rate), each.getKey().deemedPercent());
                weighted = Math.addExact(weighted, part);
            }
            return apply(base, weighted, total(rate));
        });
    }

    /** The first class at its share, all others at the share of the second. */
    private ByRate deemed(BusinessClass first, BusinessClass others) {
        return sums.deductionBase().map((rate, base) -> {
            long total = total(rate);
            long own = tax.getOrDefault(first, ByRate.NONE).at(rate);
            long weighted = Math.addExact(
                    Math.multiplyExact(own, first.deemedPercent()),
                    Math.multiplyExact(total - own, others.deemedPercent()));
            return apply(base, weighted, total);
        });
    }

    private long total(ConsumptionRate rate) {
        return tax.values().stream().mapToLong(each -> each.at(rate)).reduce(0, Math::addExact);
    }

    private static long apply(long base, long weighted, long total) {
        return total == 0 ? 0 : Yen.share(base, weighted, Math.multiplyExact(total, 100));
    }
}
