package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.billing.BillingFact;
import dev.erpkit.crm.sales.billing.BillingTerms;
import dev.erpkit.crm.sales.billing.ClosingBilling;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderInvoice;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Discount;
import dev.erpkit.crm.sales.price.DiscountChain;
import dev.erpkit.crm.sales.price.DiscountMode;
import dev.erpkit.crm.sales.price.LineFigures;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.OfferFigures;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.crm.sales.quote.RevisionRule;
import dev.erpkit.testkit.generate.SalesArbitraries;
import dev.erpkit.testkit.generate.SalesArbitraries.Step;
import dev.erpkit.testkit.sales.KitSales;
import dev.erpkit.testkit.sales.OrderLife;
import dev.erpkit.testkit.sales.SalesStores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** The invariants of sales administration over generated offers, lives of orders and quotes, call-offs and statements. */
class SalesInvariantProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final DocumentId ID = DocumentId.of("SO-1");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final PricingPolicy HALF_UP = PricingPolicy.of(RoundingRule.HALF_UP);

    @Provide
    Arbitrary<Offer> offers() {
        return SalesArbitraries.offers();
    }

    @Provide
    Arbitrary<PricingPolicy> policies() {
        return SalesArbitraries.policies();
    }

    @Provide
    Arbitrary<OrderTerms> terms() {
        return SalesArbitraries.terms();
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return SalesArbitraries.lives();
    }

    @Provide
    Arbitrary<List<Discount>> percents() {
        return SalesArbitraries.percents().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<DiscountChain> chains() {
        return SalesArbitraries.chains(USD);
    }

    private static KitSales seller(Optional<String> limit, CurrencyUnit currency) {
        Receivables.Standing standing = new Receivables.Standing(
                Amounts.zero(currency), limit.map(some -> Amounts.of(new BigDecimal(some), currency)));
        return new KitSales(SalesStores.inMemory(), party -> standing, "life");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void lines_sum_to_the_order_and_nothing_is_below_zero(
            @ForAll("offers") Offer offer, @ForAll("policies") PricingPolicy policy) {
        OfferFigures figures = OfferFigures.of(offer, policy);
        assertThat(SalesInvariants.linesSum("offer", figures)).isEmpty();
        assertThat(figures.lines().collectLong(LineFigures::netMinor).allSatisfy(net -> net >= 0))
                .isTrue();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void percents_multiply_in_any_order_and_add_up_to_no_more_than_the_cap(
            @ForAll("percents") List<Discount> steps, @ForAll("chains") DiscountChain chain) {
        Rational price = Rational.of(1_999, 3);
        ImmutableList<Discount> list = Lists.immutable.withAll(steps);
        BigDecimal all = new BigDecimal("100");
        Rational forth = new DiscountChain(DiscountMode.MULTIPLICATIVE, list, all).apply(price, USD);
        Rational back = new DiscountChain(DiscountMode.MULTIPLICATIVE, list.toReversed(), all).apply(price, USD);
        assertThat(back).isEqualTo(forth);
        assertThat(chain.apply(price, USD).signum()).isNotNegative();
        assertThat(chain.percentOff(price, USD)).isLessThanOrEqualTo(Rational.of(chain.cap()));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_to_an_order_it_adds_up(
            @ForAll("offers") Offer offer,
            @ForAll("policies") PricingPolicy policy,
            @ForAll("terms") OrderTerms terms,
            @ForAll("lives") List<Step> steps) {
        KitSales seller = seller(Optional.empty(), offer.currency());
        OrderDraft draft = OrderDraft.of("SO-1", offer, policy).on(terms);
        seller.orders().place(seller.key(), draft, DAY, KitSales.CLERK).orElseThrow();
        OrderLife life = new OrderLife(seller, ID, DAY);
        Orders watching = seller.orders();
        for (Step step : steps) {
            Order before = life.order();
            Outcome<Order> outcome = life.live(step);
            Order after = life.order();
            assertThat(outcome.isAccepted() || after.equals(before)).isTrue();
            assertThat(SalesInvariants.progress(after)).isEmpty();
            assertThat(SalesInvariants.invoicesSum(after)).isEmpty();
            assertThat(SalesInvariants.creditUsed(watching.credit(after.party()), Lists.immutable.of(after)))
                    .isEmpty();
        }
        finishes(life);
        Order done = life.order();
        assertThat(SalesInvariants.takenBackWithinCharged(seller.asked())).isEmpty();
        assertThat(seller.asked()
                        .collectLong(request -> request.lines().sumOfLong(line -> Amounts.minor(line.net())))
                        .toArray())
                .isEqualTo(done.invoices().collectLong(OrderInvoice::netMinor).toArray());
    }

    /** In the end all is invoiced, nothing that was paid down is left, and nothing is kept back. */
    private static void finishes(OrderLife life) {
        life.finish();
        Order done = life.order();
        assertThat(done.delivered()).isTrue();
        assertThat(SalesInvariants.invoicesSum(done)).isEmpty();
        assertThat(done.fullyInvoiced()).isTrue();
        assertThat(done.downMinor()).isZero();
        assertThat(done.retainedMinor()).isZero();
    }

    /** What happens to a quote: 0 revise, 1 submit, 2 withdraw, 3 accept, 4 a day passes. */
    record QuoteStep(int act, int revision) {}

    @Provide
    Arbitrary<List<QuoteStep>> quoteLives() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 1, 1, 2, 3, 4),
                        Arbitraries.integers().between(0, 4))
                .as(QuoteStep::new)
                .list()
                .ofMaxSize(25);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void one_revision_is_current_and_only_it_is_accepted(
            @ForAll("quoteLives") List<QuoteStep> steps, @ForAll RevisionRule rule) {
        SalesStores stores = SalesStores.inMemory();
        Receivables.Standing free = new Receivables.Standing(Amounts.zero(USD), Optional.empty());
        KitSales seller = new KitSales(stores, party -> free, "quotes");
        Quotes quotes = seller.quotes(QuoteSetup.plain().revised(rule));
        QuoteDraft draft = new QuoteDraft(offer("C-1", "item", "1"), HALF_UP, DAY.plusDays(2));
        quotes.draft(seller.key(), ID, draft, DAY, KitSales.CLERK).orElseThrow();
        LocalDate day = DAY;
        for (QuoteStep step : steps) {
            switch (step.act()) {
                case 0 -> quotes.draft(seller.key(), ID, draft, day, KitSales.CLERK);
                case 1 -> quotes.submit(seller.key(), ID, step.revision(), day, KitSales.CLERK);
                case 2 -> quotes.withdraw(seller.key(), ID, step.revision(), day, KitSales.CLERK);
                case 3 ->
                    quotes.accept(
                            seller.key(),
                            ID,
                            step.revision(),
                            Acceptance.of("SO-" + step.revision()),
                            day,
                            KitSales.CLERK);
                default -> day = day.plusDays(1);
            }
            Quote quote = quotes.find(ID).orElseThrow();
            assertThat(SalesInvariants.oneCurrent(quote, day)).isEmpty();
            assertThat(SalesInvariants.onlyAcceptable(stores.quotes().of(ID))).isEmpty();
            long accepted = quote.revisions().count(some -> some.order().isPresent());
            assertThat(seller.orders().of(PartyId.of("C-1")).size()).isEqualTo((int) accepted);
        }
    }

    private static Offer offer(String party, String item, String quantity) {
        return Offer.builder()
                .party(party)
                .currency(USD)
                .add(SalesLine.of(item, quantity, "10", USD))
                .build();
    }

    @Provide
    Arbitrary<List<Integer>> quantities() {
        return Arbitraries.integers().between(1, 9).list().ofMaxSize(12);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void neither_a_frame_nor_a_credit_limit_is_exceeded(@ForAll("quantities") List<Integer> quantities) {
        KitSales seller = seller(Optional.of("200"), USD);
        DocumentId frame = DocumentId.of("FC");
        FrameTerms terms = FrameTerms.of("C-1", DateRange.all(), FrameLine.of("item", "17", Amounts.of("10", "USD")));
        seller.contracts()
                .agree(seller.key(), frame, terms, DAY, KitSales.CLERK)
                .orElseThrow();
        Orders orders = seller.orders();
        OrderTerms callOff = OrderTerms.builder().contract(frame).build();
        PartyId party = PartyId.of("C-1");
        for (int i = 0; i < quantities.size(); i++) {
            boolean frameOrder = i % 3 != 2;
            OrderDraft draft = OrderDraft.of("SO-" + i, offer("C-1", "item", "" + quantities.get(i)), HALF_UP)
                    .on(frameOrder ? callOff : OrderTerms.on(InvoiceBasis.DELIVERED));
            Outcome<Order> placed = orders.place(seller.key(), draft, DAY, KitSales.CLERK);
            if (placed.isAccepted() && i % 4 == 3) {
                orders.cancel(seller.key(), draft.id(), LineQuantity.list(1, "1"), DAY, KitSales.CLERK)
                        .orElseThrow();
            }
            assertThat(SalesInvariants.withinFrame(
                            seller.contracts().find(frame).orElseThrow(), orders.of(party)))
                    .isEmpty();
            assertThat(SalesInvariants.creditUsed(orders.credit(party), orders.of(party)))
                    .isEmpty();
            assertThat(Amounts.minor(orders.credit(party).used())).isLessThanOrEqualTo(200_00);
        }
    }

    /** Something sold or received, counted in days from the start, and how many months later it becomes known. */
    record Fact(int day, int minor, int late) {}

    @Provide
    Arbitrary<List<Fact>> facts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(-9_999, 99_999),
                        Arbitraries.integers().between(0, 3))
                .as(Fact::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void statements_follow_each_other_and_leave_nothing_out(
            @ForAll("facts") List<Fact> facts, @ForAll("closingDays") int closingDay) {
        ClosingDay closing = new ClosingDay(closingDay);
        BillingTerms terms = BillingTerms.of(closing, 1, 31, "JPY", RoundingRule.TRUNCATE);
        MutableList<BillingFact> known = Lists.mutable.empty();
        KitSales seller = seller(Optional.empty(), Amounts.currency("JPY"));
        ClosingBilling billing = seller.billing((party, currency, through) -> known.toImmutable(), terms);
        PartyId party = PartyId.of("C-1");
        LocalDate close = closing.closing(DAY);
        for (int month = 0; month < 12; month++) {
            int now = month;
            LocalDate today = close;
            Lists.immutable
                    .withAll(facts)
                    .forEachWithIndex(
                            (fact, i) -> knownIn(fact, i, closing, now, today).ifPresent(known::add));
            billing.close(seller.key(), party, close, KitSales.CLERK).orElseThrow();
            close = closing.closing(close.plusDays(1));
        }
        assertThat(SalesInvariants.statementsFollow(billing.account(party))).isEmpty();
        long onStatements = billing.account(party)
                .statements()
                .sumOfLong(statement ->
                        (long) statement.sold().size() + statement.received().size());
        assertThat(onStatements).isEqualTo(facts.size());
    }

    @Provide
    Arbitrary<Integer> closingDays() {
        return Arbitraries.of(5, 10, 15, 20, 25, 28, 29, 30, 31);
    }

    /** The fact, if it becomes known in the month that is closed now. */
    private static Optional<BillingFact> knownIn(Fact fact, int i, ClosingDay closing, int month, LocalDate close) {
        LocalDate day = DAY.plusDays(fact.day());
        LocalDate known = closing.closing(day);
        for (int late = 0; late < fact.late(); late++) {
            known = closing.closing(known.plusDays(1));
        }
        if (!known.equals(close)) {
            return Optional.empty();
        }
        DocumentId document = DocumentId.of("D-" + i);
        TaxRate rate = TaxRate.of("standard", "10");
        return Optional.of(
                i % 2 == 0
                        ? new BillingFact.Sold(
                                document,
                                day,
                                Lists.immutable.of(new BillingFact.Net(Lists.immutable.of(rate), fact.minor())))
                        : new BillingFact.Received(document, day, fact.minor()));
    }

    /** Broken figures are seen: the finders can fail. */
    @Test
    void what_does_not_add_up_is_found() {
        OfferFigures sound = OfferFigures.of(offer("C-1", "item", "3"), HALF_UP);
        OfferFigures broken = new OfferFigures(
                sound.currency(),
                sound.lines(),
                sound.lineNetMinor(),
                sound.netMinor() + 1,
                sound.taxes(),
                sound.trace());
        assertThat(SalesInvariants.linesSum("x", sound)).isEmpty();
        assertThat(SalesInvariants.linesSum("x", broken)).isNotEmpty();
    }
}
