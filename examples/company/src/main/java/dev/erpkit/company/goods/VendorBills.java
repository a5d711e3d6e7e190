package dev.erpkit.company.goods;

import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.security.Actor;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * Bills that purchasing has matched, as documents of the books: with their taxes, a number, and an open item. What the rate
 * has changed since the goods came is taken out of what was received and not billed.
 */
public final class VendorBills implements AccountingEvents {
    /** The type of the event that tells an exchange difference, with the roles below. */
    public static final String EVENT = "purchase-exchange";

    /** The role of what was received, in credit. */
    public static final String RECEIVED = "goods-received";

    /** The role of a gain, in credit. */
    public static final String GAIN = "exchange-gain";

    /** The role of a loss, in debit. */
    public static final String LOSS = "exchange-loss";

    private static final String DIFFERENCE = "exchange-difference";

    private final Documents documents;
    private final AccountingEvents events;
    private final Map<String, DocumentDraft> expected = new HashMap<>();

    VendorBills(Documents documents, AccountingEvents events) {
        this.documents = documents;
        this.events = events;
    }

    /** What the next bill with this id goes into the books as. */
    void expect(DocumentDraft draft) {
        expected.put(draft.id().value(), draft);
    }

    @Override
    public Outcome<ImmutableList<String>> record(AccountingEvent event, Actor actor) {
        String bill = event.source().id();
        @Nullable DocumentDraft draft = expected.remove(bill);
        if (draft == null) {
            throw new IllegalStateException("Nobody said what bill " + bill + " looks like");
        }
        return documents.issue(draft, actor).then(issued -> {
            long exchange = minor(event, DIFFERENCE);
            long owed = Math.addExact(minor(event, RECEIVED), exchange);
            if (issued.figures().netBaseMinor() != owed) {
                throw new IllegalStateException("Bill " + bill + " is over "
                        + issued.figures().netBaseMinor() + " yen without tax, and purchasing has matched " + owed);
            }
            return exchange == 0
                    ? Outcome.accepted(Lists.immutable.of(issued.event().value()))
                    : events.record(difference(event, exchange), actor);
        });
    }

    private static AccountingEvent difference(AccountingEvent bill, long exchange) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of(bill.key() + "/exchange"))
                .type(EVENT)
                .effectiveDate(bill.effectiveDate())
                .source(bill.source())
                .narrative("仕入為替差額 Exchange difference of a purchase");
        event.add(yen(RECEIVED, exchange));
        return event.add(exchange > 0 ? yen(LOSS, exchange) : yen(GAIN, Math.negateExact(exchange)))
                .build();
    }

    private static RoleAmount yen(String role, long minor) {
        return RoleAmount.of(role, Amounts.ofMinor(minor, GoodsServices.YEN));
    }

    private static long minor(AccountingEvent event, String role) {
        return event.amounts()
                .select(amount -> amount.role().equals(role))
                .sumOfLong(amount -> Amounts.minor(amount.amount()));
    }
}
