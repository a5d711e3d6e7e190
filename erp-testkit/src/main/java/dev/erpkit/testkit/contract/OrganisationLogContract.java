package dev.erpkit.testkit.contract;

import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.OrganisationChange.PositionClosed;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.OrganisationChange.UnitClosed;
import dev.erpkit.hr.employment.OrganisationChange.UnitPlaced;
import dev.erpkit.hr.employment.PositionId;
import dev.erpkit.hr.employment.UnitId;
import dev.erpkit.hr.fact.port.FactLog;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The contract of the log of organisation. */
public abstract class OrganisationLogContract extends FactStreamContract<OrganisationChange> {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    /** For adapters. */
    protected OrganisationLogContract() {}

    @Override
    final FactLog<OrganisationChange> log(PeopleHarness harness) {
        return harness.organisation();
    }

    @Override
    final ImmutableList<OrganisationChange> everything() {
        UnitId top = UnitId.of("会社 № 1 '\"");
        UnitId unit = UnitId.of("営業部");
        PositionId head = PositionId.of("部長");
        return Lists.immutable.of(
                new UnitPlaced(top, Optional.empty(), DAY),
                new UnitPlaced(unit, Optional.of(top), DAY.plusDays(1)),
                new PositionPlaced(head, unit, "営業部長 — ü", Optional.empty(), DAY),
                new PositionPlaced(PositionId.of("2"), unit, "担当", Optional.of(head), DAY),
                new PositionClosed(PositionId.of("2"), DAY.plusYears(1)),
                new UnitClosed(unit, DAY.plusYears(2)));
    }
}
