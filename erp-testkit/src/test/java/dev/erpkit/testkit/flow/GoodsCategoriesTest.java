package dev.erpkit.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.BusinessSetup;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.purchase.MatchPolicy;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PriceDifference;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.purchase.PurchaseService;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Finished goods have accounts of their own in the books, by the category of the item; all others share the common ones. */
class GoodsCategoriesTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Place WOOD = Place.of(Location.of("shelf", "main"), "wood");
    private static final Place CHAIR = Place.of(Location.of("shelf", "main"), "chair");

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final Business business = Business.over(
            BusinessStores.inMemory(work),
            BusinessSetup.builder().books(BooksSetup.of("JPY")).rules(rules()).build());
    private final StockService stock = new StockService(
            new MemoryMoveLog(work),
            new MemoryPostedLog(work),
            business.events(),
            work,
            AccessPolicy.allowAll(),
            InstantSource.fixed(Instant.parse("2026-06-30T00:00:00Z")),
            new StockSetup(
                    id -> Optional.of(StockItem.of(id).in(category(id))),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    Amounts.currency("JPY"),
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC));

    private static PostingRules rules() {
        PostingRule.Builder rule = PostingRule.builder();
        PostingRule.Builder bill = PostingRule.builder();
        PostingRule moved = rule.eventType(StockService.EVENT)
                .add(LineRule.debit(StockRole.STOCK.text(), "materials"))
                .add(finished(StockRole.STOCK, Side.DEBIT, "finished"))
                .add(LineRule.credit(StockRole.GOODS_RECEIVED.text(), "received"))
                .add(finished(StockRole.GOODS_RECEIVED, Side.CREDIT, "received-finished"))
                .add(LineRule.debit(StockRole.COST_OF_GOODS.text(), "cost"))
                .add(finished(StockRole.COST_OF_GOODS, Side.DEBIT, "cost-finished"))
                .add(LineRule.credit(StockRole.PRODUCTION.text(), "labour"))
                .build();
        return PostingRules.of(moved)
                .with(bill.eventType(PurchaseService.BILL_EVENT)
                        .add(LineRule.credit("payable", "payable"))
                        .add(LineRule.debit(StockRole.GOODS_RECEIVED.text(), "received"))
                        .add(finished(StockRole.GOODS_RECEIVED, Side.DEBIT, "received-finished"))
                        .build());
    }

    private static LineRule finished(StockRole role, Side side, String account) {
        LineRule.Builder line = LineRule.builder();
        line.role(role.text()).side(side).qualifier("finished");
        return line.account(account).build();
    }

    private static String category(String item) {
        return item.equals("chair") ? "finished" : "";
    }

    private void open(String account, AccountClass accountClass) {
        business.books().open(Account.of(account, account, accountClass));
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 6, day, 12, 0);
    }

    private long balance(String account) {
        return Amounts.minor(business.books().balance(account, LocalDate.of(2026, 6, 30)));
    }

    @Test
    void what_is_made_leaves_the_account_of_materials_for_its_own() {
        open("materials", AccountClass.ASSET);
        open("finished", AccountClass.ASSET);
        open("received", AccountClass.LIABILITY);
        open("cost", AccountClass.EXPENSE);
        open("cost-finished", AccountClass.EXPENSE);
        open("labour", AccountClass.EXPENSE);
        stock.receive(IdempotencyKey.of("wood"), WOOD, Rational.of(10), new Cost.Total(5_000), day(1), CLERK)
                .orElseThrow();
        Assembly made = new Assembly(
                0,
                day(2),
                Location.outside("workshop", LocationKind.PRODUCTION),
                Lists.immutable.of(new Assembly.Input(WOOD, Rational.of(4))),
                Lists.immutable.of(new Assembly.Output(CHAIR, Rational.of(3), Rational.ONE)),
                1_000);
        stock.record(IdempotencyKey.of("chairs"), Lists.immutable.of(made), CLERK)
                .orElseThrow();
        stock.issue(IdempotencyKey.of("sale"), CHAIR, Rational.ONE, day(3), CLERK)
                .orElseThrow();
        stock.issue(IdempotencyKey.of("offcut"), WOOD, Rational.ONE, day(3), CLERK)
                .orElseThrow();
        stock.tell(CLERK).orElseThrow();
        ValuationLedger ledger = stock.value(Long.MAX_VALUE);
        assertThat(balance("materials")).isEqualTo(2_500).isEqualTo(ledger.value("wood"));
        assertThat(balance("finished")).isEqualTo(2_000).isEqualTo(ledger.value("chair"));
        assertThat(balance("cost-finished")).isEqualTo(1_000);
        assertThat(balance("cost")).isEqualTo(500);
    }

    /** Receipts leave open on two accounts what one bill clears. */
    @Test
    void a_bill_clears_goods_received_on_the_account_of_each_category() {
        open("materials", AccountClass.ASSET);
        open("finished", AccountClass.ASSET);
        open("received", AccountClass.LIABILITY);
        open("received-finished", AccountClass.LIABILITY);
        open("payable", AccountClass.LIABILITY);
        PurchaseService purchases = new PurchaseService(
                new MemoryPurchaseLog(work),
                business.events(),
                Amounts.currency("JPY"),
                order -> 0,
                MatchPolicy.exact().prices("1", PriceDifference.FOLLOWS_THE_GOODS),
                work,
                AccessPolicy.allowAll(),
                InstantSource.fixed(Instant.parse("2026-06-30T00:00:00Z")),
                GoodsCategoriesTest::category);
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id("PO-1")
                .vendor(PartyId.of("V"))
                .currency(Amounts.currency("JPY"))
                .day(day(1).toLocalDate());
        order.add(new OrderLine(1, "wood", Rational.of(10), Rational.of(500)));
        order.add(new OrderLine(2, "chair", Rational.of(3), Rational.of(2_000)));
        purchases.order(IdempotencyKey.of("order"), order.build(), CLERK).orElseThrow();
        receive(purchases, 1, WOOD, 10, 500);
        receive(purchases, 2, CHAIR, 3, 2_000);
        stock.tell(CLERK).orElseThrow();
        assertThat(balance("received")).isEqualTo(-5_000);
        assertThat(balance("received-finished")).isEqualTo(-6_000);
        BillLine wood = new BillLine(1, Rational.of(10), Rational.of(500));
        BillLine chairs = new BillLine(2, Rational.of(3), Rational.of(2_100));
        Billed bill = new Billed("B-1", "PO-1", day(3).toLocalDate(), Rational.ONE, Lists.immutable.of(wood, chairs));
        purchases.bill(IdempotencyKey.of("bill"), bill, CLERK).orElseThrow();
        Noted dearer = new Noted(new StockEvent.Bill(0, day(3), 2, Rational.of(3), new Cost.Each(Rational.of(2_100))));
        stock.record(IdempotencyKey.of("dearer"), Lists.immutable.of(dearer), CLERK)
                .orElseThrow();
        stock.tell(CLERK).orElseThrow();
        assertThat(purchases.state().notBilledMinor()).isZero();
        assertThat(balance("received")).isZero();
        assertThat(balance("received-finished")).isZero();
        assertThat(balance("payable")).isEqualTo(-11_300);
        assertThat(balance("finished")).isEqualTo(6_300);
    }

    private void receive(PurchaseService purchases, int line, Place place, long quantity, long price) {
        String id = "R-" + line;
        Received receipt = new Received(id, "PO-1", line, Rational.of(quantity), Rational.ONE, day(2).toLocalDate());
        purchases
                .receive(
                        IdempotencyKey.of(id),
                        receipt,
                        () -> stock.receive(
                                IdempotencyKey.of("stock-" + id),
                                place,
                                Rational.of(quantity),
                                new Cost.Each(Rational.of(price)),
                                day(2),
                                CLERK),
                        CLERK)
                .orElseThrow();
    }
}
