package dev.erpkit.testkit.contract;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.ContractId;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PayRate;
import dev.erpkit.hr.employment.PositionId;
import dev.erpkit.hr.fact.port.FactLog;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The contract of the log of employment. */
public abstract class EmploymentLogContract extends FactStreamContract<EmploymentChange> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** For adapters. */
    protected EmploymentLogContract() {}

    @Override
    final FactLog<EmploymentChange> log(PeopleHarness harness) {
        return harness.employment();
    }

    @Override
    final ImmutableList<EmploymentChange> everything() {
        ContractId id = ContractId.of("契約 № 1 '\"");
        EmploymentTerms plain = EmploymentTerms.of("正社員", "東京 — ü", Rational.of(116, 3), 5);
        EmploymentTerms full = plain.in(PositionId.of("部長"))
                .paying(new PayRate(Amounts.of("1234.567", "KWD"), PayRate.Per.MONTH))
                .borneBy(new CostShare("営業", 2), new CostShare("開発", Long.MAX_VALUE));
        return Lists.immutable.of(
                new EmploymentChange.Joined(Contract.of(id, "main", DateRange.from(DAY), plain)),
                new EmploymentChange.Joined(
                        Contract.of(ContractId.of("2"), "副業", DateRange.of(DAY, DAY.plusYears(1)), full)),
                new EmploymentChange.Moved(id, DAY.plusDays(1), full),
                new EmploymentChange.Moved(
                        id, DAY.plusDays(2), plain.paying(new PayRate(Amounts.of("1500", "JPY"), PayRate.Per.HOUR))),
                new EmploymentChange.Left(id, DAY.plusYears(3), "自己都合"));
    }
}
