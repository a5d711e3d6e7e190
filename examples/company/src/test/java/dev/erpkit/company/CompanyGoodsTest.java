package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.company.goods.Warehouse;
import dev.erpkit.company.report.StockReports;
import dev.erpkit.company.report.StockReports.Proposal;
import dev.erpkit.company.report.WareTurnover;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.analysis.ItemClasses.Abc;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockRecord;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.StockTold;
import dev.erpkit.inventory.purchase.LineStatus;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.OrderState;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.valuation.CostNode;
import dev.erpkit.inventory.valuation.CostSource;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goods through the year: they come, are made, go, come back and are counted, and the books follow them. */
class CompanyGoodsTest {
    private static final CompanyStores COMPANY = CompanyStores.inMemory();
    private static final MutableList<Long> NOT_BILLED = Lists.mutable.empty();
    private static final MutableList<Long> OWED = Lists.mutable.empty();

    private static Books books;
    private static GoodsServices goods;
    private static ImmutableList<StockFact> facts;
    private static ValuationLedger ledger;

    @BeforeAll
    static void keep_the_year() {
        Bookkeeper bookkeeper = new Bookkeeper(COMPANY);
        books = bookkeeper.books();
        goods = bookkeeper.goods();
        bookkeeper.keepYear(month -> {
            NOT_BILLED.add(goods.purchases().state().notBilledMinor());
            OWED.add(-balance(CompanyChart.GOODS_RECEIVED));
        });
        facts = goods.stock().facts();
        ledger = goods.stock().value(Long.MAX_VALUE);
    }

    private static long balance(String account) {
        return Amounts.minor(books.balance(account, TradingYear.LAST));
    }

    private static ImmutableList<StockTold> told() {
        MutableList<StockTold> told = Lists.mutable.empty();
        COMPANY.goods().posted().forEach(0, told::add);
        return told.toImmutable();
    }

    private static ImmutableList<StockRecord> records() {
        MutableList<StockRecord> records = Lists.mutable.empty();
        COMPANY.goods().moves().forEach(0, records::add);
        return records.toImmutable();
    }

    private static LocalDate recorded(StockRecord fact) {
        return fact.recordedAt().atOffset(ZoneOffset.ofHours(9)).toLocalDate();
    }

    private static ImmutableList<Move> moves() {
        return facts.selectInstancesOf(Move.class);
    }

    @Test
    void after_every_day_the_books_have_been_told_what_goods_are_worth() {
        long stock = 0;
        for (StockTold day : told()) {
            stock += day.deltas()
                    .select(delta -> delta.role() == StockRole.STOCK)
                    .sumOfLong(StockDelta::minor);
            assertThat(stock)
                    .as(day.recordedAt().toString())
                    .isEqualTo(goods.stock().value(day.through()).value());
        }
        assertThat(told()).hasSizeGreaterThan(240);
        assertThat(stock).isPositive().isEqualTo(balance(CompanyChart.MERCHANDISE));
    }

    @Test
    void what_came_and_is_not_billed_is_the_balance_of_its_account_at_every_month_end() {
        assertThat(NOT_BILLED).hasSize(12).isEqualTo(OWED);
        assertThat(NOT_BILLED.getLast()).isPositive();
        assertThat(balance(CompanyChart.IMPORT_CHARGES)).isZero();
    }

    @Test
    void the_year_begins_with_what_was_counted_and_nothing_else_stands_where_it_came_in() {
        assertThat(Amounts.minor(books.balance(CompanyChart.MERCHANDISE, TradingYear.OPENING)))
                .isEqualTo(OpeningGoods.value());
        assertThat(Amounts.minor(books.balance(CompanyChart.GOODS_RECEIVED, TradingYear.OPENING)))
                .isZero();
    }

    @Test
    void bills_are_matched_with_orders_and_deliveries() {
        ImmutableList<OrderState> orders = goods.purchases().state().orders();
        assertThat(orders.size()).isGreaterThan(80);
        assertThat(orders.flatCollect(OrderState::lines))
                .allSatisfy(line -> assertThat(line.billing()).isIn(LineStatus.OPEN, LineStatus.DONE));
        assertThat(orders.flatCollect(OrderState::lines))
                .anySatisfy(line -> assertThat(line.receipts())
                        .hasSize(2)
                        .allSatisfy(
                                receipt -> assertThat(receipt.notBilledMinor()).isZero()));
        assertThat(orders).allSatisfy(order -> assertThat(order.approvals()).isNotEmpty());
        // a bill that is dearer than its order follows the goods
        ImmutableList<StockEvent.Bill> dearer = notes(StockEvent.Bill.class);
        assertThat(dearer).hasSizeGreaterThan(10).allSatisfy(bill -> {
            Move receipt = (Move) facts.get((int) bill.of() - 1);
            assertThat(receipt.item()).isEqualTo(Ware.EQUIPMENT.item());
            assertThat(bill.price().of(bill.quantity()))
                    .isGreaterThan(receipt.cost().orElseThrow().of(receipt.quantity()));
        });
    }

    private static <T> ImmutableList<T> notes(Class<T> kind) {
        return facts.selectInstancesOf(Noted.class).collect(Noted::event).selectInstancesOf(kind);
    }

    @Test
    void a_delivery_note_that_turned_up_late_counts_from_the_day_of_the_delivery() {
        ImmutableList<StockRecord> late = records()
                .select(each -> each.facts()
                        .anySatisfy(fact ->
                                fact instanceof Move && fact.at().toLocalDate().isBefore(recorded(each))));
        assertThat(late).isNotEmpty();
        StockRecord one = late.getFirst();
        Move move = one.facts().selectInstancesOf(Move.class).getFirst();
        assertThat(StockLevels.asOf(StockLevels.known(facts, one.last()), move.at())
                        .onHand(move.item())
                        .subtract(StockLevels.asOf(StockLevels.known(facts, one.first() - 1), move.at())
                                .onHand(move.item())))
                .isGreaterThanOrEqualTo(move.quantity());
    }

    @Test
    void freight_is_put_on_goods_of_which_part_was_sold() {
        assertThat(notes(StockEvent.LandedCost.class)).hasSizeGreaterThan(3);
        ImmutableList<StockDelta> restated = told().flatCollect(day -> day.deltas()
                .select(delta -> delta.role() == StockRole.COST_OF_GOODS
                        && delta.effective()
                                .isBefore(day.recordedAt()
                                        .atOffset(ZoneOffset.ofHours(9))
                                        .toLocalDate())));
        assertThat(restated).isNotEmpty();
        // what was sold in a month that is locked goes to the first open day
        assertThat(restated)
                .anySatisfy(
                        delta -> assertThat(YearMonth.from(delta.posted())).isAfter(YearMonth.from(delta.effective())));
    }

    @Test
    void gift_sets_are_put_together_every_month_at_the_cost_of_what_is_in_them() {
        ImmutableList<Assembly> sets = facts.selectInstancesOf(Assembly.class)
                .select(made -> made.produced().getFirst().place().item().equals(Ware.GIFT_SET.item()));
        assertThat(sets.collect(made -> YearMonth.from(made.at())).distinct()).hasSize(12);
        assertThat(sets).allSatisfy(made -> {
            assertThat(made.consumed().collect(input -> input.place().item()).distinct())
                    .containsExactlyInAnyOrder(Ware.ROASTED.item(), Ware.BLACK_TEA.item(), Ware.SENCHA.item());
            assertThat(ledger.inbound().get(made.number()))
                    .isEqualTo(ledger.costs().get(made.number()));
        });
    }

    @Test
    void coffee_goes_by_its_last_day() {
        StockLevels levels = StockLevels.of(facts);
        ImmutableList<Move> sold = moves().select(move -> move.target().equals(Warehouse.CUSTOMERS)
                && Ware.find(move.item()).orElseThrow().lots());
        assertThat(sold)
                .hasSizeGreaterThan(200)
                .allSatisfy(move -> assertThat(
                                levels.expiry(move.item(), move.lot()).orElseThrow())
                        .isAfterOrEqualTo(move.at().toLocalDate()));
    }

    @Test
    void what_customers_bring_back_comes_back_at_the_cost_at_which_it_went() {
        ImmutableList<Move> back = moves().select(move -> move.source().equals(Warehouse.CUSTOMERS));
        assertThat(back).isNotEmpty().allSatisfy(move -> {
            long issue = move.of().orElseThrow();
            Rational share = move.quantity().divide(((Move) facts.get((int) issue - 1)).quantity());
            Rational cost = Rational.of(ledger.costs().get(issue)).multiply(share);
            assertThat(Rational.of(ledger.inbound().get(move.number()))
                            .subtract(cost)
                            .abs())
                    .isLessThanOrEqualTo(Rational.ONE);
        });
    }

    @Test
    void a_few_wares_are_counted_every_month_and_all_of_them_when_the_year_ends() {
        ImmutableList<Counted> counts = facts.selectInstancesOf(Counted.class);
        assertThat(counts.collect(count -> YearMonth.from(count.at())).distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        ImmutableList<Counted> last =
                counts.select(count -> count.at().toLocalDate().equals(TradingYear.LAST));
        assertThat(last.collect(count -> count.place().item()).distinct())
                .containsExactlyInAnyOrderElementsOf(Lists.immutable
                        .with(Ware.values())
                        .reject(Ware::onOrder)
                        .collect(Ware::item));
        StockLevels levels = StockLevels.of(facts);
        assertThat(last)
                .allSatisfy(count -> assertThat(levels.at(count.place())).isEqualTo(count.quantity()));
        assertThat(told().flatCollect(StockTold::deltas)
                        .select(delta -> delta.role() == StockRole.ADJUSTMENT)
                        .sumOfLong(StockDelta::minor))
                .isPositive();
        assertThat(moves().select(move -> move.target().equals(Warehouse.SCRAP)))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void what_a_sale_cost_leads_to_deliveries_bills_and_freight() {
        ImmutableList<CostNode> traces = moves().select(move -> move.target().equals(Warehouse.CUSTOMERS))
                .select(move -> move.item().equals(Ware.GIFT_SET.item()))
                .collect(move -> ledger.explain(move.number()).orElseThrow());
        assertThat(traces)
                .isNotEmpty()
                .allSatisfy(trace ->
                        assertThat(trace.leaves().sumOfLong(CostNode::value)).isEqualTo(trace.value()));
        assertThat(traces.flatCollect(CostNode::leaves).collect(CostNode::source))
                .contains(CostSource.LANDED_COST);
    }

    @Test
    void turnover_tells_what_was_sold_and_made_into_other_goods() {
        ImmutableList<WareTurnover> wares =
                StockReports.of(goods, TradingYear.LAST).turnover();
        assertThat(wares.collect(WareTurnover::ware)).containsExactly(Ware.values());
        assertThat(wares.sumOfLong(WareTurnover::sold))
                .isEqualTo(told().flatCollect(StockTold::deltas)
                        .select(delta -> delta.role() == StockRole.COST_OF_GOODS)
                        .sumOfLong(StockDelta::minor));
        assertThat(wares.sumOfLong(WareTurnover::used))
                .isPositive()
                .isEqualTo(facts.selectInstancesOf(Assembly.class)
                        .sumOfLong(made -> ledger.costs().get(made.number())));
        assertThat(wares.detect(each -> each.ware() == Ware.GREEN).used()).isPositive();
        assertThat(wares.collect(WareTurnover::abc)).contains(Abc.A, Abc.B, Abc.C);
        assertThat(wares.reject(each -> each.ware().onOrder()))
                .allSatisfy(each -> assertThat(each.times().orElseThrow().compareTo(Rational.ONE))
                        .isPositive());
    }

    @Test
    void once_the_proposals_are_ordered_nothing_is_proposed() {
        ImmutableList<Proposal> proposals =
                StockReports.of(goods, TradingYear.LAST).proposals();
        assertThat(proposals.select(each -> each.proposal().quantity().signum() > 0))
                .isNotEmpty();
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id("PO-NEXT").vendor(Partner.SUPPLIERS.get(0).party()).currency(Amounts.currency("JPY"));
        proposals
                .select(each -> each.proposal().quantity().signum() > 0)
                .forEachWithIndex((each, i) -> order.add(
                        new OrderLine(i + 1, each.ware().item(), each.proposal().quantity(), Rational.ONE)));
        goods.purchases()
                .order(IdempotencyKey.of("PO-NEXT"), order.day(TradingYear.LAST).build(), Actor.of("clerk"))
                .orElseThrow();
        assertThat(StockReports.of(goods, TradingYear.LAST).proposals())
                .allSatisfy(each -> assertThat(each.proposal().quantity()).isEqualTo(Rational.ZERO));
    }

    @Test
    void the_host_throws_when_the_account_of_goods_shows_something_else() {
        Bookkeeper bookkeeper = new Bookkeeper(CompanyStores.inMemory());
        assertThatThrownBy(() -> bookkeeper.keepYear(month -> bookkeeper
                        .books()
                        .post(
                                Entries.entry("BY-HAND", TradingYear.FIRST.plusMonths(1), "手入力 By hand")
                                        .debit(CompanyChart.MERCHANDISE, Entries.yen(1))
                                        .credit(CompanyChart.BANK, Entries.yen(1))
                                        .build(),
                                Actor.of("clerk"))
                        .orElseThrow()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Account 1210 shows ");
    }

    @Test
    void the_plan_knows_what_lies_on_the_shelf() {
        Map<Ware, Rational> shelf = new EnumMap<>(Ware.class);
        for (Ware ware : Lists.immutable.with(Ware.values()).reject(Ware::onOrder)) {
            shelf.put(ware, ledger.quantity(ware.item()));
            assertThat(ledger.value(ware.item())).as(ware.text()).isPositive();
            assertThat(ledger.balances().get(Goods.of(ware.item())).quantity()).isEqualTo(shelf.get(ware));
        }
        assertThat(shelf.values())
                .allSatisfy(quantity -> assertThat(quantity.isWhole()).isTrue());
    }
}
