package dev.erpkit.company.people;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.OrganisationChange.UnitPlaced;
import dev.erpkit.hr.employment.PositionId;
import dev.erpkit.hr.employment.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The units of the company and the positions in them; each of the staff holds the one with their number. */
final class OrganisationPlan {
    static final PartyId EMPLOYER = PartyId.of("umikaze");

    private static final UnitId HEAD = UnitId.of("本社");
    private static final UnitId SALES = UnitId.of("営業部");
    private static final UnitId LOGISTICS = UnitId.of("物流部");
    private static final LocalDate FOUNDED = LocalDate.of(2009, 4, 1);

    /** What was set up when the books begin; a place in sales is opened in July, for which somebody is sought. */
    static final ImmutableList<OrganisationChange> CHANGES = Lists.immutable.of(
            new UnitPlaced(HEAD, Optional.empty(), FOUNDED),
            new UnitPlaced(SALES, Optional.of(HEAD), FOUNDED),
            new UnitPlaced(LOGISTICS, Optional.of(HEAD), FOUNDED),
            position("E-101", HEAD, "店長 Manager", Optional.empty(), FOUNDED),
            position("E-109", HEAD, "業務管理 Planning", under("E-101"), FOUNDED),
            position("E-102", SALES, "営業部長 Head of sales", under("E-101"), FOUNDED),
            position("E-103", SALES, "営業 Sales", under("E-102"), FOUNDED),
            position("E-108", SALES, "営業 Sales", under("E-102"), FOUNDED),
            position("E-110", SALES, "営業 Sales", under("E-102"), LocalDate.of(2025, 7, 1)),
            position("E-104", LOGISTICS, "物流部長 Head of logistics", under("E-101"), FOUNDED),
            position("E-105", LOGISTICS, "倉庫 Warehouse", under("E-104"), FOUNDED),
            position("E-111", LOGISTICS, "倉庫 Warehouse", under("E-104"), FOUNDED),
            position("E-106", LOGISTICS, "梱包 Packing", under("E-104"), FOUNDED),
            position("E-107", LOGISTICS, "梱包 Packing", under("E-104"), FOUNDED));

    private OrganisationPlan() {}

    /** The position that somebody of the staff holds. */
    static PositionId heldBy(String person) {
        return PositionId.of(person.replace("E-", "P-"));
    }

    private static Optional<PositionId> under(String person) {
        return Optional.of(heldBy(person));
    }

    private static PositionPlaced position(
            String person, UnitId unit, String title, Optional<PositionId> reportsTo, LocalDate from) {
        return new PositionPlaced(heldBy(person), unit, title, reportsTo, from);
    }
}
