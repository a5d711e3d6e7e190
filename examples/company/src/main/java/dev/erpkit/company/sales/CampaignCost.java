package dev.erpkit.company.sales;

import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/** What a campaign has cost, told to the books as an event: which accounts that concerns, the posting rules say. */
public final class CampaignCost {
    /** The type of the event. */
    public static final String EVENT = "campaign-cost";

    /** The role of what was spent. */
    public static final String SPENT = "spent";

    /** The role of what was paid for it. */
    public static final String PAID = "paid";

    private CampaignCost() {}

    static AccountingEvent of(String campaign, LocalDate day, MonetaryAmount cost) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of(campaign + "-cost"))
                .type(EVENT)
                .effectiveDate(day)
                .source(SourceDocument.of("sales", "campaign", campaign))
                .narrative("商品券 Gift vouchers for those who were written to");
        return event.add(RoleAmount.of(SPENT, cost))
                .add(RoleAmount.of(PAID, cost))
                .build();
    }
}
