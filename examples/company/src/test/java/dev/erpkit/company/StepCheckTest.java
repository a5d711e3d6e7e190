package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.BusinessSetup;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.goods.GoodsStores;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.company.goods.Warehouse;
import dev.erpkit.company.sales.SalesDesk;
import dev.erpkit.company.sales.SalesStores;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.inventory.valuation.Cost;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Whatever falls apart between books, goods, receivables and orders stops the next step. */
class StepCheckTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate ACCEPTED = LocalDate.of(2025, 5, 16);
    private static final LocalDate DELIVERED = LocalDate.of(2025, 5, 20);

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final BusinessClock clock = new BusinessClock(TradingYear.OPENING);
    private final BusinessStores stores = BusinessStores.inMemory(work);
    private boolean hidden;
    private final Business business = business(hiding(stores));
    private final GoodsStores kept = GoodsStores.inMemory(work);
    private final GoodsServices goods = GoodsServices.over(kept, business, clock);
    private final SalesDesk desk = Selling.desk(business, goods, SalesStores.inMemory(work), matching(), clock);
    private LocalDate next = TradingYear.FIRST;

    private static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        return policy.accounts(ExchangeAccounts.of("7130", "8130")).build();
    }

    private static Business business(BusinessStores stores) {
        Business business = Business.over(
                stores,
                BusinessSetup.builder()
                        .books(BooksSetup.of("JPY"))
                        .rules(Rules.all())
                        .taxes(CompanyTaxes.taxes())
                        .build());
        business.books().open(CompanyChart.template().chart());
        return business;
    }

    private void keepThrough(LocalDate last) {
        for (; !next.isAfter(last); next = next.plusDays(1)) {
            clock.moveTo(next);
            desk.keep(next);
        }
    }

    private void boxes(String key, int number, Location from, Location to, String reference) {
        Move move = Move.builder()
                .from(Move.of(Ware.COLD_BREW.item(), Rational.of(number), from, to, next.atTime(9, 0)))
                .reference(reference)
                .build();
        Move costing =
                from.equals(Warehouse.VENDORS) ? move.costing(Cost.each(new BigDecimal("1850"), Entries.YEN)) : move;
        goods.stock()
                .record(IdempotencyKey.of(key), Lists.immutable.of(costing), ME)
                .orElseThrow();
    }

    /** Past the service, which would not let it. */
    private void claimTwice(int number) {
        String item = Ware.COLD_BREW.item();
        ReservationLog log = kept.claims();
        Reserved claim = new Reserved("twice", Warehouse.on(Ware.COLD_BREW, ""), Rational.of(number), Optional.empty());
        log.append(new ReservationRecord(
                item,
                log.lastSequence(item) + 1,
                IdempotencyKey.of("twice"),
                clock.instant(),
                ME,
                "twice",
                Lists.immutable.of(claim)));
    }

    private void buy(int number) {
        boxes("buy", number, Warehouse.VENDORS, Warehouse.SHELF, "");
        goods.stock().tell(ME).orElseThrow();
    }

    @Test
    void an_order_is_delivered_and_all_agree() {
        buy(200);
        keepThrough(DELIVERED);
        assertThatCode(desk::agree).doesNotThrowAnyException();
        assertThat(goods.reservations().state(Ware.COLD_BREW.item()).claims(clock.instant()))
                .isEmpty();
    }

    @Test
    void goods_of_which_the_books_were_not_told_are_found() {
        buy(200);
        keepThrough(ACCEPTED);
        boxes("more", 10, Warehouse.VENDORS, Warehouse.SHELF, "");
        assertThatThrownBy(desk::agree).hasMessage("Stock, account and valuation differ: 370000 and 388500");
    }

    @Test
    void a_claim_on_what_is_not_there_any_more_is_found() {
        buy(200);
        keepThrough(ACCEPTED);
        assertThatThrownBy(() -> boxes("scrap", 150, Warehouse.SHELF, Warehouse.SCRAP, ""))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("stock.reserved: ");
        claimTwice(200);
        assertThatThrownBy(desk::agree).hasMessage("Reserved and on hand of COLD-BREW differ: 400 and 200");
    }

    @Test
    void goods_that_left_for_an_order_that_does_not_know_are_found() {
        buy(300);
        keepThrough(ACCEPTED.minusDays(1));
        boxes("wrong", 5, Warehouse.SHELF, Warehouse.CUSTOMERS, "SO-01/1");
        goods.stock().tell(ME).orElseThrow();
        assertThatThrownBy(() -> keepThrough(ACCEPTED)).hasMessage("Delivered and moved of SO-01/1 differ: 0 and 5");
    }

    @Test
    void an_item_that_the_account_has_and_nobody_else_is_found() {
        buy(200);
        keepThrough(DELIVERED);
        hidden = true;
        assertThatThrownBy(desk::agree)
                .hasMessage("Receivables by currency, account and open items differ: {JPY=635904} and {}");
    }

    @Test
    void what_the_shelf_lacks_is_refused_and_the_order_stays_as_it_was() {
        buy(150);
        assertThatThrownBy(() -> keepThrough(DELIVERED)).hasMessageContaining("reservation.insufficient");
        assertThatCode(desk::agree).doesNotThrowAnyException();
        assertThat(goods.reservations().state(Ware.COLD_BREW.item()).held("SO-01/1", clock.instant()))
                .isEqualTo(Rational.of(150));
    }

    /** Stores whose open items can be hidden. */
    private BusinessStores hiding(BusinessStores all) {
        OpenItemLog items = (OpenItemLog) Proxy.newProxyInstance(
                OpenItemLog.class.getClassLoader(),
                new Class<?>[] {OpenItemLog.class},
                (proxy, method, arguments) -> hidden && method.getName().equals("forEach")
                        ? null
                        : method.invoke(all.books().openItems(), arguments));
        BooksStores books = all.books();
        return new BusinessStores(
                new BooksStores(
                        books.unitOfWork(),
                        books.accounts(),
                        books.journal(),
                        books.periods(),
                        items,
                        books.reservations(),
                        books.seals(),
                        books.numbers(),
                        books.outbox()),
                all.documents(),
                all.taxFacts(),
                all.declarations(),
                all.payments(),
                all.proposals(),
                all.statements(),
                all.associations(),
                all.dunning(),
                all.assets(),
                all.deferrals(),
                all.recurring(),
                all.budgets(),
                all.consolidations());
    }
}
