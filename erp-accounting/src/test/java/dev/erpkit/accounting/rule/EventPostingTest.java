package dev.erpkit.accounting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** The same key names one event: whatever of its content differs, also where it gives the same lines, is another. */
class EventPostingTest {
    private static final Actor SHOP = Actor.of("shop");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final Books books = Books.inMemory("JPY");
    private PostingRules rules = PostingRules.of();
    private final EventPosting events = books.events(() -> rules);

    private static RoleAmount amount(String role, long yen) {
        return RoleAmount.of(role, Amounts.of(yen, Amounts.currency("JPY")));
    }

    private static AccountingEvent event(String key, RoleAmount... amounts) {
        AccountingEvent.Builder builder = AccountingEvent.builder();
        builder.key(IdempotencyKey.of(key))
                .type("goods-issued")
                .effectiveDate(DAY)
                .source(SourceDocument.of("shop", "delivery", "D-1"));
        for (RoleAmount amount : amounts) {
            builder.add(amount);
        }
        return builder.build();
    }

    private void openAccounts() {
        for (String id : List.of("cogs", "stock", "stock-food", "reserve")) {
            books.open(Account.of(id, id, AccountClass.ASSET));
        }
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    @Test
    void amounts_that_change_places_are_another_event() {
        openAccounts();
        rules = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.credit("net", "stock"))
                .add(LineRule.credit("tax", "reserve"))
                .add(LineRule.debit("gross", "cogs"))
                .build());
        events.record(event("k1", amount("net", 100), amount("tax", 10), amount("gross", 110)), SHOP)
                .orElseThrow();

        AccountingEvent swapped = event("k1", amount("net", 10), amount("tax", 100), amount("gross", 110));
        assertThat(code(events.record(swapped, SHOP))).isEqualTo("entry.id-reused");
        AccountingEvent concerning = event(
                "k1",
                amount("net", 100),
                amount("tax", 10),
                amount("gross", 110).concerning(PartyId.of("c1")));
        assertThat(code(events.record(concerning, SHOP))).isEqualTo("entry.id-reused");
        assertThat(books.balance("reserve", DAY)).isEqualTo(Amounts.of("-10", "JPY"));
    }

    @Test
    void an_event_that_gives_the_same_lines_from_other_content_is_another_event() {
        openAccounts();
        rules = PostingRules.of(PostingRule.builder()
                .eventType("goods-issued")
                .add(LineRule.builder()
                        .role("net")
                        .side(Side.CREDIT)
                        .account("stock")
                        .dimensions(DimensionMapping.drop())
                        .build())
                .add(LineRule.credit("tax", "stock"))
                .add(LineRule.debit("gross", "cogs"))
                .add(LineRule.leaveOut("memo"))
                .build());
        AccountingEvent event = event("k1", amount("net", 100), amount("tax", 10), amount("gross", 110));
        events.record(event, SHOP).orElseThrow();

        RoleAmount net = amount("net", 100);
        for (AccountingEvent other : new AccountingEvent[] {
            event("k1", amount("tax", 100), amount("tax", 10), amount("gross", 110)),
            event("k1", net.qualified("food"), amount("tax", 10), amount("gross", 110)),
            event("k1", net.in(Dimensions.of("centre", "1")), amount("tax", 10), amount("gross", 110)),
            event("k1", net.due(DAY), amount("tax", 10), amount("gross", 110)),
            event("k1", net, amount("tax", 10), amount("gross", 110), amount("memo", 7)),
            event("k1", amount("tax", 10), net, amount("gross", 110)),
            AccountingEvent.builder().from(event).dueDate(DAY).build(),
            AccountingEvent.builder().from(event).type("goods-returned").build(),
            AccountingEvent.builder().from(event).effectiveDate(DAY.plusDays(1)).build()
        }) {
            assertThat(code(events.record(other, SHOP))).isEqualTo("entry.id-reused");
        }
        AccountingEvent told =
                AccountingEvent.builder().from(event).narrative("told again").build();
        assertThat(events.record(told, SHOP)).isEqualTo(Outcome.replayed(Lists.immutable.of("k1@main")));
    }
}
