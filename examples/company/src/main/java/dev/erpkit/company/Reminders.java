package dev.erpkit.company;

import dev.erpkit.accounting.dunning.DunningLevel;
import dev.erpkit.accounting.dunning.DunningProcedure;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningService;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.collections.api.list.ImmutableList;

/** Letters to customers who are late, at the end of every month and without a fee. */
final class Reminders {
    static final DunningProcedure PROCEDURE = DunningProcedure.builder()
            .add(DunningLevel.after(10, "お願い Reminder"))
            .add(DunningLevel.after(35, "督促 Second reminder"))
            .add(DunningLevel.after(65, "催告 Final demand"))
            .id("standard")
            .build();

    private Reminders() {}

    static void send(DunningService dunning, LocalDate day, Actor actor) {
        YearMonth month = YearMonth.from(day);
        dunning.run(IdempotencyKey.of("DUNNING-" + month), day, actor).orElseThrow();
        ImmutableList<ItemId> drafts = dunning.state().drafts().collect(DunningProposal::item);
        if (drafts.notEmpty()) {
            dunning.send(IdempotencyKey.of("LETTERS-" + month), drafts, day, actor)
                    .orElseThrow();
        }
    }
}
