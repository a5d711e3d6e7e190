package dev.erpkit.crm.sales.quote;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.PRICING;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static dev.erpkit.crm.sales.SalesRoom.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.decision.DecisionRule;
import dev.erpkit.core.decision.DecisionTable;
import dev.erpkit.core.decision.HitPolicy;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The lives of quotes, after OCA sale_order_revision and ERPNext pull request 58974. */
class QuotesTest {
    private static final DocumentId ID = DocumentId.of("S001");
    private final SalesRoom room = new SalesRoom();
    private Quotes quotes = room.quotes(QuoteSetup.plain());

    private static QuoteDraft draft(SalesLine... lines) {
        return new QuoteDraft(offer(lines), PRICING, DAY.plusDays(30));
    }

    private void drafted(int times) {
        for (int i = 0; i < times; i++) {
            quotes.draft(room.key(), ID, draft(line("A", "1", "10" + i)), DAY, ME)
                    .orElseThrow();
        }
    }

    private void submitted(int revision) {
        quotes.submit(room.key(), ID, revision, DAY, ME).orElseThrow();
    }

    private Outcome<Quote> accept(int revision) {
        return quotes.accept(room.key(), ID, revision, Acceptance.of("SO-" + revision), DAY, ME);
    }

    private void refused(Supplier<Outcome<?>> command, String code) {
        Optional<Quote> before = quotes.find(ID);
        assertThat(command.get().refusal().orElseThrow().code()).hasToString(code);
        assertThat(quotes.find(ID)).as("the quote is as it was").isEqualTo(before);
        assertThat(room.orders().of(SalesRoom.PARTY)).as("nothing was ordered").isEmpty();
    }

    private String current() {
        Quote quote = quotes.find(ID).orElseThrow();
        return quote.current().map(quote::name).orElse("none");
    }

    @Test
    void a_revision_takes_the_place_when_it_is_drafted_where_that_is_the_rule() {
        quotes = room.quotes(QuoteSetup.plain().revised(RevisionRule.ON_DRAFT));
        drafted(3);
        Quote quote = quotes.find(ID).orElseThrow();
        assertThat(quote.revisions().collect(quote::name).castToList()).containsExactly("S001", "S001-01", "S001-02");
        assertThat(quote.revisions().collect(r -> quote.state(r, DAY)).castToList())
                .containsExactly(RevisionState.SUPERSEDED, RevisionState.SUPERSEDED, RevisionState.DRAFT);
        assertThat(current()).isEqualTo("S001-02");
        refused(() -> quotes.submit(room.key(), ID, 1, DAY, ME), "quote.superseded");
    }

    @Test
    void or_when_it_is_submitted() {
        drafted(1);
        submitted(0);
        drafted(1);
        assertThat(current()).isEqualTo("S001");
        submitted(1);
        assertThat(current()).isEqualTo("S001-01");
        refused(() -> accept(0), "quote.superseded");
        quotes.withdraw(room.key(), ID, 1, DAY, ME).orElseThrow();
        assertThat(current()).isEqualTo("S001");
        Quote accepted = accept(0).orElseThrow();
        assertThat(accepted.state(accepted.revision(0).orElseThrow(), DAY)).isEqualTo(RevisionState.ACCEPTED);
        assertThat(room.orders().of(SalesRoom.PARTY).getOnly().placed().quote()).contains("S001");
    }

    @Test
    void what_is_expired_withdrawn_a_draft_or_accepted_is_not_accepted() {
        drafted(1);
        refused(() -> accept(0), "quote.not-submitted");
        submitted(0);
        refused(() -> quotes.accept(room.key(), ID, 0, Acceptance.of("SO"), DAY.plusDays(31), ME), "quote.expired");
        refused(() -> quotes.accept(room.key(), ID, 7, Acceptance.of("SO"), DAY, ME), "quote.unknown");
        quotes.withdraw(room.key(), ID, 0, DAY, ME).orElseThrow();
        refused(() -> accept(0), "quote.withdrawn");
        drafted(1);
        submitted(1);
        quotes.accept(room.key(), ID, 1, Acceptance.of("SO"), DAY.plusDays(30), ME)
                .orElseThrow();
        assertThat(accept(1).refusal().orElseThrow().code()).hasToString("quote.accepted");
        assertThat(quotes.draft(room.key(), ID, draft(line("A", "1", "1")), DAY, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("quote.accepted");
        assertThat(room.orders().of(SalesRoom.PARTY)).hasSize(1);
    }

    @Test
    void when_the_store_refuses_the_order_the_quote_stays_open() {
        drafted(1);
        submitted(0);
        room.storeRefuses = true;
        refused(() -> accept(0), "stock.short");
        assertThat(quotes.find(ID).orElseThrow().current().orElseThrow().order())
                .isEmpty();
    }

    @Test
    void a_discount_over_the_limit_is_refused() {
        quotes = room.quotes(QuoteSetup.plain().mostDiscount("30"));
        SalesLine fine = line("A", "1", "100").discounted(DiscountChain.percents("30"));
        SalesLine much = line("A", "1", "100").discounted(DiscountChain.percents("20", "12.51"));
        refused(() -> quotes.draft(room.key(), ID, draft(much), DAY, ME), "quote.discount-over-limit");
        SalesLine plain = line("B", "9", "100");
        refused(() -> quotes.draft(room.key(), ID, draft(plain, much), DAY, ME), "quote.discount-over-limit");
        Offer.Builder all = Offer.builder();
        all.from(offer(fine)).orderDiscounts(DiscountChain.percents("1"));
        refused(
                () -> quotes.draft(room.key(), ID, new QuoteDraft(all.build(), PRICING, DAY), DAY, ME),
                "quote.discount-over-limit");
        assertThat(quotes.find(ID)).isEmpty();
        assertThat(quotes.draft(room.key(), ID, draft(fine), DAY, ME).isAccepted())
                .isTrue();
    }

    private static final DecisionTable APPROVAL = DecisionTable.builder()
            .id("approval")
            .input("amount")
            .input("discount")
            .input("margin")
            .input("credit")
            .output("role")
            .hitPolicy(HitPolicy.RULE_ORDER)
            .rule(DecisionRule.when(">= 1000", "-", "-", "-").then("\"director\""))
            .rule(DecisionRule.when("-", "> 20", "-", "-").then("\"sales manager\""))
            .rule(DecisionRule.when("-", "-", "< 10", "-").then("\"sales manager\""))
            .rule(DecisionRule.when("-", "-", "-", "\"beyond\"").then("\"credit manager\""))
            .build();

    @Test
    void approval_is_asked_by_amount_discount_margin_and_credit() {
        quotes = room.quotes(QuoteSetup.plain().approvedBy(APPROVAL));
        room.limit = Optional.of(Amounts.of("1500", "USD"));
        SalesLine big = line("A", "2", "1000").discounted(DiscountChain.percents("20.001"));
        quotes.draft(room.key(), ID, draft(big), DAY, ME).orElseThrow();
        Quote quote = quotes.submit(room.key(), ID, 0, DAY, ME).orElseThrow();
        assertThat(quote.current().orElseThrow().approvals().castToList())
                .containsExactly("director", "sales manager", "credit manager");
        refused(() -> accept(0), "quote.not-approved");
        refused(() -> quotes.approve(room.key(), ID, 0, "director", DAY, ME), "quote.own-approval");
        refused(() -> quotes.approve(room.key(), ID, 0, "janitor", DAY, Actor.of("boss")), "quote.no-approval-asked");
        for (String role : quote.current().orElseThrow().approvals()) {
            quotes.approve(room.key(), ID, 0, role, DAY, Actor.of("boss")).orElseThrow();
        }
        refused(() -> accept(0), "order.credit-exceeded");
        room.limit = Optional.empty();
        assertThat(accept(0).isAccepted()).isTrue();
    }

    @Test
    void a_quote_that_needs_nobody_is_open_at_once() {
        quotes = room.quotes(QuoteSetup.plain().approvedBy(APPROVAL));
        quotes.draft(room.key(), ID, draft(line("A", "1", "999.99")), DAY, ME).orElseThrow();
        submitted(0);
        assertThat(accept(0).isAccepted()).isTrue();
    }

    @Test
    void the_same_key_gives_the_same_outcome_and_no_second_order() {
        drafted(1);
        submitted(0);
        IdempotencyKey key = IdempotencyKey.of("accept");
        Outcome<Quote> first = quotes.accept(key, ID, 0, Acceptance.of("SO-1"), DAY, ME);
        Outcome<Quote> again = quotes.accept(key, ID, 0, Acceptance.of("SO-1"), DAY, ME);
        assertThat(again).isEqualTo(Outcome.replayed(first.orElseThrow()));
        assertThat(quotes.accept(key, ID, 0, Acceptance.of("SO-2"), DAY, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("sales.key-reused");
        assertThat(room.orders().of(SalesRoom.PARTY)).hasSize(1);
    }

    @Test
    void who_may_not_is_refused() {
        room.access = (actor, permission) -> !permission.action().equals("quote.submit");
        quotes = room.quotes(QuoteSetup.plain());
        drafted(1);
        refused(() -> quotes.submit(room.key(), ID, 0, DAY, ME), "access.denied");
    }
}
