package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.crm.sales.order.CallOffs;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.testkit.sales.KitSales;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What holds when several people sell at once, on real threads: what one has read still holds when it commits. */
public abstract class SalesRaceContract extends PortContract<SalesHarness> {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final PricingPolicy PRICING = PricingPolicy.of(RoundingRule.HALF_UP);
    private static final int PEOPLE = 4;

    /** For adapters. */
    protected SalesRaceContract() {}

    private KitSales seller(Optional<String> limit) {
        Receivables.Standing standing =
                new Receivables.Standing(Amounts.zero(USD), limit.map(some -> Amounts.of(some, "USD")));
        return new KitSales(harness().sales(), party -> standing, Fresh.key("race"));
    }

    private static Offer offer(String party, String quantity) {
        return Offer.builder()
                .party(party)
                .currency(USD)
                .add(SalesLine.of("item", quantity, "10", USD))
                .build();
    }

    /** All end, some refused and none broken. */
    private static <T> ImmutableList<Outcome<T>> race(IntFunction<Outcome<T>> work) {
        ImmutableList<AtOnce.Ended<Outcome<T>>> ends = AtOnce.run(PEOPLE, work);
        assertThat(AtOnce.failures(ends).castToList()).isEmpty();
        return ends.collect(end -> Objects.requireNonNull(end.value()));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void sales_race_1_of_people_who_accept_one_quote_one_does() {
        KitSales seller = seller(Optional.empty());
        Quotes quotes = seller.quotes(QuoteSetup.plain());
        DocumentId id = DocumentId.of(Fresh.key("quote"));
        String party = Fresh.key("party");
        quotes.draft(seller.key(), id, new QuoteDraft(offer(party, "1"), PRICING, DAY), DAY, KitSales.CLERK)
                .orElseThrow();
        quotes.submit(seller.key(), id, 0, DAY, KitSales.CLERK).orElseThrow();
        ImmutableList<Outcome<Quote>> ends =
                race(i -> quotes.accept(seller.key(), id, 0, Acceptance.of(Fresh.key("order")), DAY, KitSales.CLERK));
        assertThat(ends.count(Outcome::isAccepted)).isEqualTo(1);
        ends.reject(Outcome::isAccepted)
                .forEach(end -> assertThat(end.refusal().orElseThrow().code()).hasToString("quote.accepted"));
        assertThat(seller.orders().of(PartyId.of(party)).castToList()).hasSize(1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void sales_race_2_orders_together_never_exceed_a_credit_limit() {
        KitSales seller = seller(Optional.of("25"));
        Orders orders = seller.orders();
        String party = Fresh.key("party");
        ImmutableList<Outcome<Order>> ends = race(i -> orders.place(
                seller.key(), OrderDraft.of(Fresh.key("order"), offer(party, "1"), PRICING), DAY, KitSales.CLERK));
        assertThat(ends.count(Outcome::isAccepted)).isEqualTo(2);
        assertThat(Amounts.minor(orders.credit(PartyId.of(party)).used())).isEqualTo(20_00);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void sales_race_3_call_offs_together_never_exceed_a_frame() {
        KitSales seller = seller(Optional.empty());
        String party = Fresh.key("party");
        DocumentId frame = DocumentId.of(Fresh.key("frame"));
        FrameTerms terms = FrameTerms.of(party, DateRange.all(), FrameLine.of("item", "5", Amounts.of("10", "USD")));
        seller.contracts()
                .agree(seller.key(), frame, terms, DAY, KitSales.CLERK)
                .orElseThrow();
        Orders orders = seller.orders();
        OrderTerms callOff = OrderTerms.builder().contract(frame).build();
        ImmutableList<Outcome<Order>> ends = race(i -> orders.place(
                seller.key(),
                OrderDraft.of(Fresh.key("order"), offer(party, "2"), PRICING).on(callOff),
                DAY,
                KitSales.CLERK));
        assertThat(ends.count(Outcome::isAccepted)).isEqualTo(2);
        assertThat(CallOffs.of(frame, orders.of(PartyId.of(party))).get("item")).isEqualTo(Rational.of(4));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void sales_race_4_no_more_is_delivered_than_ordered() {
        KitSales seller = seller(Optional.empty());
        Orders orders = seller.orders();
        DocumentId id = DocumentId.of(Fresh.key("order"));
        orders.place(
                        seller.key(),
                        OrderDraft.of(id.value(), offer(Fresh.key("party"), "5"), PRICING),
                        DAY,
                        KitSales.CLERK)
                .orElseThrow();
        ImmutableList<Outcome<Order>> ends = race(i -> orders.deliver(
                seller.key(), id, DocumentId.of(Fresh.key("note")), LineQuantity.list(1, "2"), DAY, KitSales.CLERK));
        assertThat(ends.count(Outcome::isAccepted)).isEqualTo(2);
        assertThat(orders.find(id).orElseThrow().line(1).delivered()).isEqualTo(Rational.of(4));
    }
}
