package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationRequest;
import dev.erpkit.accounting.declaration.Declarations;
import dev.erpkit.accounting.declaration.LatePolicy;
import dev.erpkit.accounting.declaration.japan.ConsumptionTaxReturn;
import dev.erpkit.accounting.declaration.japan.ConsumptionTaxReturns;
import dev.erpkit.accounting.declaration.japan.JapanForm;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** The return of consumption tax of the year: a general return, as the company sells for more than 500 million yen. */
final class TaxReturn {
    static final IdempotencyKey KEY = IdempotencyKey.of("CONSUMPTION-TAX-2025");
    private static final LocalDate FILED = LocalDate.of(2026, 5, 29);

    private final Business business;

    TaxReturn(Business business) {
        this.business = business;
    }

    /** Makes it up when the year is over; what was made up by an earlier run stays. */
    ConsumptionTaxReturn prepare(Actor actor) {
        Declaration declaration = known().orElseGet(() -> business.declarations()
                .prepare(
                        new DeclarationRequest(
                                KEY,
                                BookId.MAIN,
                                JapanForm.ID,
                                Main.YEAR,
                                false,
                                LatePolicy.NEXT_PERIOD,
                                TradingYear.LAST.plusDays(1)),
                        actor)
                .orElseThrow());
        return figures(declaration);
    }

    void file(Actor actor) {
        business.declarations()
                .file(IdempotencyKey.of("FILE-" + KEY), known().orElseThrow(), FILED, "2026-0529-0001", actor)
                .orElseThrow();
    }

    Optional<Declaration> known() {
        return business.declarations().current().find(KEY);
    }

    Optional<Declarations.Status> status() {
        return business.declarations().current().status(KEY);
    }

    /** The figures of the form; none was paid in the interim. */
    static ConsumptionTaxReturn figures(Declaration declaration) {
        ImmutableList<BoxTotal> boxes = declaration.boxes();
        return ConsumptionTaxReturns.general(JapanForm.general(
                                boxes,
                                JapanForm.sales(boxes, declaration.period()).build())
                        .build())
                .orElseThrow();
    }
}
