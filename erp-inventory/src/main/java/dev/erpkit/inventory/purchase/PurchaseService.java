package dev.erpkit.inventory.purchase;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.inventory.purchase.PurchaseFact.Approved;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Ordered;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Rejected;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javax.money.CurrencyUnit;

/**
 * Purchasing of one set of books. Every command is one unit of work, decided from all records, of which it reads those that
 * are new to this service; the same key with the same content gives the first record again, with other content {@code
 * purchase.key-reused}. A document whose id is taken is refused with {@code purchase.document-taken}, what names no order, line
 * or receipt with {@code purchase.unknown}.
 *
 * <p>Receipts and returns run the move of the goods in the same unit of work, so that stock and orders agree; the books hear
 * of goods from the stock. Bills go to the books from here, see {@link #BILL_EVENT}.
 *
 * <p>Permissions: {@code purchase.request}, {@code purchase.order}, {@code purchase.approve}, {@code purchase.receive}, {@code
 * purchase.bill}, with the order, or the request, as scope; {@code access.denied} otherwise.
 */
public final class PurchaseService {
    /**
     * The type of the accounting event of a bill. Roles: {@code payable} of the vendor, in credit; {@code goods-received},
     * {@code purchase-price-difference} and {@code exchange-difference} in debit. A price difference that follows the goods is
     * part of {@code goods-received}, where the stock ledger takes it up. A credit note has amounts below zero. Goods received
     * and price differences bear the category of their items, as those have it that stock tells.
     */
    public static final String BILL_EVENT = "vendor-bill";

    private final PurchaseLog log;
    private final AccountingEvents events;
    private final CurrencyUnit books;
    private final ToIntFunction<PurchaseOrder> approvals;
    private final MatchPolicy policy;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;
    /** As far as it was read outside of units of work. */
    private final AtomicReference<Purchases> kept;

    private final UnaryOperator<String> categories;

    /** A service over a host's ports, of items that have no categories. */
    public PurchaseService(
            PurchaseLog log,
            AccountingEvents events,
            CurrencyUnit books,
            ToIntFunction<PurchaseOrder> approvals,
            MatchPolicy policy,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this(log, events, books, approvals, policy, unitOfWork, access, clock, item -> "");
    }

    /**
     * A service over a host's ports.
     *
     * @param books the currency of the books
     * @param approvals how many others have to agree to an order, such as two above an amount
     * @param categories the category of an item, the same that stock tells the books, so that bills clear what receipts left
     *     open on the account of each; empty for none
     */
    public PurchaseService(
            PurchaseLog log,
            AccountingEvents events,
            CurrencyUnit books,
            ToIntFunction<PurchaseOrder> approvals,
            MatchPolicy policy,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock,
            UnaryOperator<String> categories) {
        this.log = log;
        this.kept = new AtomicReference<>(new Purchases(books));
        this.events = events;
        this.books = books;
        this.approvals = approvals;
        this.policy = policy;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
        this.categories = categories;
    }

    /** What all records come to now. */
    public Purchases state() {
        return current().copy();
    }

    /**
     * Takes in what was committed, so that the next unit of work need not read it; for hosts that give commands in units of work
     * of their own, after one. Nothing inside of a unit of work.
     */
    public void committed() {
        if (!unitOfWork.active()) {
            current();
        }
    }

    /**
     * What was kept, with the records behind it, whoever wrote them; never applied to, so that threads share it. What a running
     * unit of work sees is not kept: it may be rolled back.
     */
    private Purchases current() {
        Purchases known = kept.get();
        long newest = log.lastSequence();
        if (newest == known.sequence()) {
            return known;
        }
        // others may have committed what a unit of work that runs here must not see
        Purchases now = newest < known.sequence() ? new Purchases(books) : known.copy();
        log.forEach(now.sequence(), now::apply);
        if (!unitOfWork.active()) {
            kept.accumulateAndGet(now, (a, b) -> a.sequence() < b.sequence() ? b : a);
        }
        return now;
    }

    /** How far an order has come. */
    public Optional<OrderStatus> status(String order) {
        return current().order(order).map(found -> found.status(approvals.applyAsInt(found.order())));
    }

    /** Somebody needs something. */
    public Outcome<PurchaseRecord> request(IdempotencyKey key, Requested request, Actor actor) {
        return command(key, "purchase.request", request.request(), request, actor, PurchaseService::nothing);
    }

    /** Orders. */
    public Outcome<PurchaseRecord> order(IdempotencyKey key, PurchaseOrder order, Actor actor) {
        return command(key, "purchase.order", order.id(), new Ordered(order), actor, PurchaseService::nothing);
    }

    /**
     * Agrees to an order. Refused with {@code purchase.own-approval}, {@code purchase.approved-twice}, {@code
     * purchase.rejected}.
     */
    public Outcome<PurchaseRecord> approve(IdempotencyKey key, String order, LocalDate day, Actor actor) {
        return command(key, "purchase.approve", order, new Approved(order, day), actor, PurchaseService::nothing);
    }

    /** Turns an order down. Refused as {@link #approve} is. */
    public Outcome<PurchaseRecord> reject(IdempotencyKey key, String order, LocalDate day, Actor actor) {
        return command(key, "purchase.approve", order, new Rejected(order, day), actor, PurchaseService::nothing);
    }

    /**
     * Takes goods in, of one line.
     *
     * @param move records the goods in stock, in the same unit of work; when it is refused nothing has happened
     * @return the record, or {@code purchase.not-approved}, {@code purchase.rejected}, {@code purchase.line-closed}, {@code
     *     purchase.quantity}, {@code purchase.over-receipt}, {@code purchase.too-large}, or what refuses the move
     */
    public Outcome<PurchaseRecord> receive(
            IdempotencyKey key, Received receipt, Supplier<? extends Outcome<?>> move, Actor actor) {
        return command(key, "purchase.receive", receipt.order(), receipt, actor, move);
    }

    /** Sends goods of a receipt back. Refused with {@code purchase.over-return}, or by what refuses the move. */
    public Outcome<PurchaseRecord> giveBack(
            IdempotencyKey key, Returned back, Supplier<? extends Outcome<?>> move, Actor actor) {
        return command(key, "purchase.receive", back.order(), back, actor, move);
    }

    /**
     * Takes a bill or a credit note, matched with order and receipts, and tells the books.
     *
     * @return the record, or {@code purchase.not-approved}, {@code purchase.rejected}, {@code purchase.quantity}, {@code
     *     purchase.quantity-mismatch}, {@code purchase.price-mismatch}, {@code purchase.too-large}, or what refuses the event
     */
    public Outcome<PurchaseRecord> bill(IdempotencyKey key, Billed bill, Actor actor) {
        return command(key, "purchase.bill", bill.order(), bill, actor, () -> tell(key, bill, actor));
    }

    /** Expects nothing more of a line. */
    public Outcome<PurchaseRecord> close(IdempotencyKey key, Closed closed, Actor actor) {
        return command(key, "purchase.order", closed.order(), closed, actor, PurchaseService::nothing);
    }

    private static Outcome<?> nothing() {
        return Outcome.accepted(BILL_EVENT);
    }

    private Outcome<?> tell(IdempotencyKey key, Billed bill, Actor actor) {
        OrderState before = current().order(bill.order()).orElseThrow();
        SortedMap<String, BillPosting> postings = BillPosting.byCategory(before, bill, categories);
        BillPosting whole = BillPosting.of(before, bill);
        boolean follows = policy.difference() == PriceDifference.FOLLOWS_THE_GOODS;
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(key)
                .type(BILL_EVENT)
                .effectiveDate(bill.day())
                .source(SourceDocument.of("erpkit", BILL_EVENT, bill.bill()));
        event.add(role("payable", whole.owed()).concerning(before.order().vendor()));
        postings.forEach((category, posting) -> event.add(
                role("goods-received", follows ? Math.addExact(posting.accrued(), posting.price()) : posting.accrued())
                        .qualified(category)));
        postings.forEach((category, posting) -> {
            if (!follows && posting.price() != 0) {
                event.add(role("purchase-price-difference", posting.price()).qualified(category));
            }
        });
        if (whole.exchange() != 0) {
            event.add(role("exchange-difference", whole.exchange()));
        }
        return events.record(event.build(), actor);
    }

    private RoleAmount role(String role, long minor) {
        return RoleAmount.of(role, Amounts.ofMinor(minor, books));
    }

    private Outcome<PurchaseRecord> command(
            IdempotencyKey key,
            String action,
            String scope,
            PurchaseFact fact,
            Actor actor,
            Supplier<? extends Outcome<?>> beside) {
        Permission permission = new Permission(action, scope);
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        // so that the unit of work reads only what is newer
        current();
        try {
            return unitOfWork.execute(() -> {
                Optional<PurchaseRecord> earlier = log.find(key);
                if (earlier.isPresent()) {
                    return earlier.get().fact().equals(fact)
                            ? Outcome.replayed(earlier.get())
                            : Outcome.refused(PurchaseRefusals.keyReused(key));
                }
                Optional<Refusal> refusal = new PurchaseDecisions(current(), approvals, policy).against(fact, actor);
                if (refusal.isPresent()) {
                    return Outcome.refused(refusal.get());
                }
                beside.get().orElseThrow();
                return Outcome.accepted(append(key, fact, actor));
            });
        } catch (RefusedException other) {
            // thrown so that nothing of the same command stays behind
            return Outcome.refused(other.refusal());
        }
    }

    private PurchaseRecord append(IdempotencyKey key, PurchaseFact fact, Actor actor) {
        PurchaseRecord entry = new PurchaseRecord(
                log.lastSequence() + 1, key, clock.instant().truncatedTo(ChronoUnit.MICROS), actor, fact);
        log.append(entry);
        return entry;
    }
}
