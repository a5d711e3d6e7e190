package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.japan.benefit.CompanyHousing;
import java.util.Optional;

/**
 * Housing of an employee that a case gives.
 *
 * @param housing its bases and floor
 * @param pays what the employee pays a month
 */
record CaseHousing(CompanyHousing housing, long pays) {
    private static final RoundingPolicy DOWN = RoundingPolicy.parse("truncate:0");

    static Optional<CaseHousing> of(JapaneseFacts given) {
        Optional<Field> building = given.any("building_tax_base", "building", "building_base", "building_value");
        return building.map(base -> new CaseHousing(
                new CompanyHousing(
                        base.decimal().longValueExact(),
                        given.amount("land_tax_base", "land", "land_base", "land_value"),
                        given.need("floor_area_m2", "floor_m2", "area_m2", "floor_area", "area")
                                .decimal()),
                given.amount("rent", "employee_rent", "rent_paid", "worker_pays", "employee_pays")));
    }

    long taxed() {
        return housing.taxedOfEmployee(pays, DOWN).orElseThrow();
    }
}
