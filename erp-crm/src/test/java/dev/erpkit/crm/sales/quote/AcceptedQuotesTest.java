package dev.erpkit.crm.sales.quote;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.PRICING;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static dev.erpkit.crm.sales.SalesRoom.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An order may name the quote that was accepted as it, and no other. */
class AcceptedQuotesTest {
    private static final Offer OFFER = offer(line("A", "1", "100"));
    private final SalesRoom room = new SalesRoom();
    private final Quotes quotes = room.quotes(QuoteSetup.plain());

    private void submitted(String id, Offer offer) {
        DocumentId quote = DocumentId.of(id);
        int next = quotes.find(quote).map(found -> found.revisions().size()).orElse(0);
        QuoteDraft draft = new QuoteDraft(offer, PRICING, DAY.plusDays(30));
        quotes.draft(room.key(), quote, draft, DAY, ME).orElseThrow();
        quotes.submit(room.key(), quote, next, DAY, ME).orElseThrow();
    }

    private void refused(String code, String order, String quote, Offer offer, PricingPolicy pricing, LocalDate day) {
        OrderDraft plain = OrderDraft.of(order, offer, pricing);
        OrderDraft draft = new OrderDraft(plain.id(), offer, pricing, plain.terms(), Optional.of(quote));
        int told = room.outbox.events().size();
        assertThat(room.orders()
                        .place(room.key(), draft, day, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString(code);
        assertThat(room.orders().find(draft.id())).isEmpty();
        assertThat(room.outbox.events()).hasSize(told);
    }

    private void refused(String code, String order, String quote) {
        refused(code, order, quote, OFFER, PRICING, DAY);
    }

    @Test
    void an_order_cannot_name_a_quote_that_was_not_accepted_as_it() {
        refused("quote.unknown-name", "SO-9", "Q");
        submitted("Q", OFFER);
        refused("quote.unknown-name", "SO-9", "Q-01");
        refused("quote.not-accepted", "SO-9", "Q");
        refused("quote.expired", "SO-9", "Q", OFFER, PRICING, DAY.plusDays(31));
        submitted("Q", OFFER);
        refused("quote.superseded", "SO-9", "Q");
        refused("quote.not-accepted", "SO-9", "Q-01");
        quotes.accept(room.key(), DocumentId.of("Q"), 1, Acceptance.of("SO-1"), DAY, ME)
                .orElseThrow();
        refused("quote.accepted", "SO-9", "Q-01");
        assertThat(room.orders().of(SalesRoom.PARTY).getOnly().placed().quote()).contains("Q-01");
    }

    @Test
    void what_is_ordered_is_what_was_accepted() {
        submitted("Q", OFFER);
        AcceptedQuotes accepted = new AcceptedQuotes(room.quoteLog);
        quotes.accept(room.key(), DocumentId.of("Q"), 0, Acceptance.of("SO-1"), DAY, ME)
                .orElseThrow();
        OrderDraft same = OrderDraft.of("SO-1", OFFER, PRICING);
        assertThat(accepted.refusal("Q", same, DAY)).isEmpty();
        assertThat(accepted.refusal("Q", OrderDraft.of("SO-1", offer(line("A", "1", "99")), PRICING), DAY)
                        .orElseThrow()
                        .code())
                .hasToString("quote.differs");
        Offer other = Offer.builder().from(OFFER).party("C-18").build();
        assertThat(accepted.refusal("Q", OrderDraft.of("SO-1", other, PRICING), DAY)
                        .orElseThrow()
                        .code())
                .hasToString("quote.differs");
        PricingPolicy cut = PricingPolicy.of(RoundingRule.TRUNCATE);
        assertThat(accepted.refusal("Q", OrderDraft.of("SO-1", OFFER, cut), DAY)
                        .orElseThrow()
                        .code())
                .hasToString("quote.differs");
    }

    @Test
    void a_quote_whose_id_looks_like_a_revision_is_not_mistaken() {
        submitted("Q", OFFER);
        submitted("Q", OFFER);
        submitted("Q-01", OFFER);
        quotes.accept(room.key(), DocumentId.of("Q"), 1, Acceptance.of("SO-1"), DAY, ME)
                .orElseThrow();
        quotes.accept(room.key(), DocumentId.of("Q-01"), 0, Acceptance.of("SO-2"), DAY, ME)
                .orElseThrow();
        assertThat(room.orders().of(SalesRoom.PARTY)).hasSize(2);
    }

    @Test
    void what_the_store_refuses_leaves_the_quote_open_and_tells_nothing() {
        submitted("Q", OFFER);
        room.storeRefuses = true;
        assertThat(quotes.accept(room.key(), DocumentId.of("Q"), 0, Acceptance.of("SO-1"), DAY, ME)
                        .isAccepted())
                .isFalse();
        assertThat(quotes.find(DocumentId.of("Q"))
                        .orElseThrow()
                        .revisions()
                        .getOnly()
                        .order())
                .isEmpty();
        assertThat(room.outbox.events().collect(ErpEvent::type)).containsExactly("quote.sent");
        room.storeRefuses = false;
        quotes.accept(room.key(), DocumentId.of("Q"), 0, Acceptance.of("SO-1"), DAY, ME)
                .orElseThrow();
        assertThat(room.outbox.events().collect(ErpEvent::subject)).containsExactly("Q#2", "Q#3", "SO-1#1");
    }
}
