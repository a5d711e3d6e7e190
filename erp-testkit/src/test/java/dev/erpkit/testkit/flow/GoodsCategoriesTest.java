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
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
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
                    id -> Optional.of(StockItem.of(id).in(id.equals("chair") ? "finished" : "")),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    Amounts.currency("JPY"),
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC));

    private static PostingRules rules() {
        PostingRule.Builder rule = PostingRule.builder();
        return PostingRules.of(rule.eventType(StockService.EVENT)
                .add(LineRule.debit(StockRole.STOCK.text(), "materials"))
                .add(finished(StockRole.STOCK, "finished"))
                .add(LineRule.credit(StockRole.GOODS_RECEIVED.text(), "received"))
                .add(LineRule.debit(StockRole.COST_OF_GOODS.text(), "cost"))
                .add(finished(StockRole.COST_OF_GOODS, "cost-finished"))
                .add(LineRule.credit(StockRole.PRODUCTION.text(), "labour"))
                .build());
    }

    private static LineRule finished(StockRole role, String account) {
        LineRule.Builder line = LineRule.builder();
        line.role(role.text()).side(Side.DEBIT).qualifier("finished");
        return line.account(account).build();
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
}
