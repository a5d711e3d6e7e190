package dev.erpkit.accounting.credit;

import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import java.util.function.Function;
import javax.money.MonetaryAmount;

/**
 * Holds parties to their credit limits when something is issued to them. The decision is taken in the unit of work that
 * issues, from all that is open then: of two invoices that fit the limit only alone, one is stopped.
 *
 * <p>Permission: {@code credit.override} with the book as scope, to issue beyond a limit that stops.
 */
public final class CreditService {

    private final Book book;
    private final OpenItemLog items;
    private final CreditSource source;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;

    /**
     * A service over a host's ports.
     *
     * @param book whose receivables count; limits are in its base currency
     */
    public CreditService(
            Book book, OpenItemLog items, CreditSource source, UnitOfWork unitOfWork, AccessPolicy access) {
        this.book = book;
        this.items = items;
        this.source = source;
        this.unitOfWork = unitOfWork;
        this.access = access;
    }

    /** The exposure of a party now: all its open receivables, those that take effect later too. */
    public CreditExposure exposure(PartyId party) {
        Sides sides = new Sides();
        items.forEach(OpenItemQuery.all().in(book.id()).of(party), sides::add);
        return new CreditExposure(
                Amounts.ofMinor(sides.owed, book.base()),
                Amounts.ofMinor(sides.paid, book.base()),
                source.orders(party),
                source.reserved(party));
    }

    private static final class Sides {
        private long owed;
        private long paid;

        void add(ItemHistory history) {
            if (history.item().control() != ControlKind.RECEIVABLE) {
                return;
            }
            long base = history.residual().baseMinor();
            owed = Math.addExact(owed, Math.max(0, base));
            paid = Math.addExact(paid, Math.max(0, -base));
        }
    }

    /** What the limit of a party says to one more amount now; changes nothing. */
    public CreditDecision decide(PartyId party, MonetaryAmount asked) {
        return unitOfWork.execute(() -> CreditDecision.of(party, source.limit(party), exposure(party), asked));
    }

    /**
     * Issues something unless the limit stops it, in one unit of work.
     *
     * @param asked what it adds to the exposure, in base currency; what leaves the orders with it is taken off by whoever
     *     calls
     * @param issue issues it, given the decision to show a warning; may refuse by itself
     * @return what was issued, or {@code credit.limit-exceeded}
     */
    public <T> Outcome<T> issue(PartyId party, MonetaryAmount asked, Function<CreditDecision, Outcome<T>> issue) {
        return unitOfWork.execute(() -> {
            CreditDecision decision = decide(party, asked);
            return decision.refusal().map(Outcome::<T>refused).orElseGet(() -> issue.apply(decision));
        });
    }

    /** Issues something beyond a limit, by somebody who may: {@code access.denied} otherwise. */
    public <T> Outcome<T> override(
            PartyId party, MonetaryAmount asked, Actor actor, Function<CreditDecision, Outcome<T>> issue) {
        Permission permission = new Permission("credit.override", book.id().value());
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        return unitOfWork.execute(() -> issue.apply(decide(party, asked)));
    }
}
