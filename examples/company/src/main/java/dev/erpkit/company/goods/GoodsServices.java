package dev.erpkit.company.goods;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.purchase.MatchPolicy;
import dev.erpkit.inventory.purchase.PriceDifference;
import dev.erpkit.inventory.purchase.PurchaseService;
import dev.erpkit.inventory.reservation.ClaimedStock;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.money.CurrencyUnit;

/**
 * The services of goods beside the books, in one unit of work with them: first in, first out; nothing leaves that is not
 * there; what a bill says otherwise than the order follows the goods.
 *
 * @param stock goods and their cost
 * @param reservations claims on what is on the shelf
 * @param purchases orders, receipts and bills
 * @param bills where the bills go that purchasing has matched
 */
public record GoodsServices(
        StockService stock, ReservationService reservations, PurchaseService purchases, VendorBills bills) {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    static final CurrencyUnit YEN = Amounts.currency("JPY");

    /** How exactly a bill has to agree: nothing more than came, at a price within a twentieth of that of the order. */
    private static final MatchPolicy MATCHING = MatchPolicy.exact().prices("1/20", PriceDifference.FOLLOWS_THE_GOODS);

    /** The services over stores that are in the unit of work of the business. */
    public static GoodsServices over(GoodsStores stores, Business business, InstantSource clock) {
        Books books = business.books();
        VendorBills bills = new VendorBills(business.documents(), business.events());
        UnitOfWork work = books.stores().unitOfWork();
        AccessPolicy access = AccessPolicy.allowAll();
        StockService stock = new StockService(
                stores.moves(),
                stores.posted(),
                business.events(),
                work,
                access,
                clock,
                new StockSetup(
                        item -> Ware.find(item).map(Ware::stockItem),
                        ValuationPolicy.of(ValuationMethod.FIFO).negative(NegativeStock.FORBID),
                        YEN,
                        () -> openFrom(books),
                        JAPAN),
                new ClaimedStock(stores.claims(), clock));
        return new GoodsServices(
                stock,
                new ReservationService(
                        stores.claims(), item -> Shelf.on(StockLevels.of(stock.facts()), item), work, access, clock),
                new PurchaseService(stores.purchases(), bills, YEN, order -> 1, MATCHING, work, access, clock),
                bills);
    }

    private static LocalDate openFrom(Books books) {
        return books.periods()
                .current()
                .lockedThrough(BookId.MAIN, LockScope.ALL)
                .map(through -> through.plusDays(1))
                .orElse(LocalDate.MIN);
    }
}
