package dev.erpkit.company.goods;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.company.goods.GoodsTask.Billed;
import dev.erpkit.company.goods.GoodsTask.Charged;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.purchase.BillPosting;
import dev.erpkit.inventory.purchase.OrderState;
import dev.erpkit.inventory.purchase.PurchaseFact;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.ReceiptState;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Does what a day asks to be done about goods and tells the books, in the unit of work of the day; a day that was done is only
 * confirmed. Afterwards it compares the books with the goods.
 */
public final class GoodsDesk {
    private static final LocalTime BILLED = LocalTime.of(17, 30);

    private final GoodsServices goods;
    private final GoodsStores stores;
    private final Books books;
    private final AccountId stockAccount;
    private final Actor clerk;
    private final Actor chief;
    private long told = -1;
    private long checked = -1;

    /**
     * A desk.
     *
     * @param stockAccount the account that has to show what goods are worth
     * @param clerk who orders, moves and counts goods
     * @param chief who agrees to orders
     */
    public GoodsDesk(
            GoodsServices goods, GoodsStores stores, Books books, AccountId stockAccount, Actor clerk, Actor chief) {
        this.goods = goods;
        this.stores = stores;
        this.books = books;
        this.stockAccount = stockAccount;
        this.clerk = clerk;
        this.chief = chief;
    }

    /** Does what a day asks for, its tasks in the order in which a day goes. */
    public void work(LocalDate day, List<GoodsTask> tasks) {
        for (GoodsTask task : tasks) {
            if (task instanceof GoodsTask.Ordered ordered) {
                String order = ordered.order().id();
                goods.purchases()
                        .order(IdempotencyKey.of(order), ordered.order(), clerk)
                        .orElseThrow();
                goods.purchases()
                        .approve(IdempotencyKey.of(order + "/approval"), order, day, chief)
                        .orElseThrow();
            }
        }
        receive(day, tasks);
        within(day, tasks);
        for (GoodsTask task : tasks) {
            if (task instanceof Billed billed) {
                bill(day, billed);
            } else if (task instanceof Charged charged) {
                charge(day, charged);
            }
        }
    }

    /** Receipts of a day are one command of stock, and one of purchasing each. */
    private void receive(LocalDate day, List<GoodsTask> tasks) {
        ImmutableList<StockFact> facts = DayFacts.in(day, tasks);
        if (facts.isEmpty()) {
            return;
        }
        IdempotencyKey key = IdempotencyKey.of("GOODS-IN-" + day);
        for (GoodsTask task : tasks) {
            if (task instanceof GoodsTask.Arrived arrived) {
                Received receipt = arrived.receipt();
                goods.purchases()
                        .receive(
                                IdempotencyKey.of(receipt.receipt()),
                                receipt,
                                () -> goods.stock().record(key, facts, clerk),
                                clerk)
                        .orElseThrow();
            }
        }
        goods.stock().record(key, facts, clerk).orElseThrow();
    }

    private void within(LocalDate day, List<GoodsTask> tasks) {
        IdempotencyKey key = IdempotencyKey.of("GOODS-" + day);
        if (stores.moves().find(key).isEmpty()) {
            ImmutableList<StockFact> facts =
                    DayFacts.within(day, tasks, goods.stock().facts());
            if (facts.notEmpty()) {
                goods.stock().record(key, facts, clerk).orElseThrow();
            }
        }
    }

    /** A bill that is over other prices than the order changes what the goods cost. */
    private void bill(LocalDate day, Billed billed) {
        String id = billed.bill().bill();
        IdempotencyKey key = IdempotencyKey.of(id);
        if (stores.purchases().find(key).isPresent()) {
            return;
        }
        OrderState before =
                goods.purchases().state().order(billed.bill().order()).orElseThrow();
        goods.bills().expect(billed.document());
        goods.purchases().bill(key, billed.bill(), clerk).orElseThrow();
        MutableList<Noted> notes = Lists.mutable.empty();
        for (BillLine line : billed.bill().lines()) {
            BillPosting posting = BillPosting.of(
                    before,
                    new PurchaseFact.Billed(
                            id, billed.bill().order(), day, billed.bill().rate(), Lists.immutable.of(line)));
            if (posting.price() != 0) {
                notes.addAllIterable(notes(
                        before.line(line.line()).orElseThrow().receipts(),
                        Math.addExact(posting.accrued(), posting.price()),
                        day.atTime(BILLED)));
            }
        }
        if (notes.notEmpty()) {
            goods.stock()
                    .record(IdempotencyKey.of("GOODS-" + id), notes.toImmutable(), clerk)
                    .orElseThrow();
        }
    }

    /** What all receipts of a line cost now, shared by quantity; the last one takes what rounding leaves. */
    private ImmutableList<Noted> notes(ImmutableList<ReceiptState> receipts, long cost, LocalDateTime at) {
        Rational all = receipts.injectInto(
                Rational.ZERO, (sum, receipt) -> sum.add(receipt.fact().quantity()));
        MutableList<Noted> notes = Lists.mutable.empty();
        long left = cost;
        for (ReceiptState receipt : receipts) {
            Rational quantity = receipt.fact().quantity();
            boolean last = notes.size() == receipts.size() - 1;
            long part = last ? left : new Cost.Each(Rational.of(cost).divide(all)).of(quantity);
            left = Math.subtractExact(left, part);
            Cost.Each price = new Cost.Total(part).each(quantity);
            notes.add(new Noted(new StockEvent.Bill(0, at, number(receipt.fact().receipt()), quantity, price)));
        }
        return notes.toImmutable();
    }

    private void charge(LocalDate day, Charged charged) {
        IdempotencyKey key = IdempotencyKey.of("GOODS-" + charged.bill());
        if (stores.moves().find(key).isEmpty()) {
            ImmutableList<Long> receipts = charged.receipts().collect(this::number);
            Noted note = new Noted(
                    new StockEvent.LandedCost(0, day.atTime(BILLED), receipts, charged.yen(), LandedCostBasis.WEIGHT));
            goods.stock().record(key, Lists.immutable.of(note), clerk).orElseThrow();
        }
    }

    /** The number under which stock knows a receipt. */
    private long number(String receipt) {
        return goods.stock()
                .facts()
                .selectInstancesOf(Move.class)
                .detectOptional(move -> move.reference().equals(receipt))
                .orElseThrow()
                .number();
    }

    /** Tells the books what they do not know yet of goods. */
    public void endDay() {
        long last = stores.moves().lastNumber();
        if (last != told) {
            goods.stock().tell(clerk).orElseThrow();
            told = last;
        }
    }

    /**
     * Compares the books with the goods, when a day is over and something was told of it. What the day has recorded is committed
     * now, and the services take it in.
     *
     * @throws IllegalStateException when the account shows something else than the goods are worth
     */
    public void check() {
        goods.stock().committed();
        goods.purchases().committed();
        if (told == checked) {
            return;
        }
        long worth = goods.stock().value(Long.MAX_VALUE).value();
        long shown = Amounts.minor(books.balance(BookId.MAIN, stockAccount, LocalDate.MAX));
        if (shown != worth) {
            throw new IllegalStateException(
                    "Account " + stockAccount + " shows " + shown + " yen, and the goods are worth " + worth);
        }
        checked = told;
    }
}
