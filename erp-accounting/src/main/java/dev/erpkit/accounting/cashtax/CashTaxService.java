package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.port.TaxFactLog;
import dev.erpkit.accounting.openitem.ItemHistory;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.period.PeriodGuard;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Tells the books and the declarations what payments have recognised: compares what the matches of a document have recognised
 * in all with what was told, and tells the rest. Sending it again tells nothing twice.
 *
 * <p>Permission: {@code tax.recognise} with the book as scope. Locks of the scope {@code tax} and of {@code all} hold.
 */
public final class CashTaxService {
    private static final String RECOGNISE = "tax.recognise";
    private static final LockScope TAX = LockScope.of("tax");

    private final OpenItemLog items;
    private final TaxFactLog facts;
    private final TaxRecorder recorder;
    private final AccountingEvents events;
    private final PeriodGuard periods;
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final AccessPolicy access;

    /**
     * A service over a host's ports.
     *
     * @param facts tells what was told already
     * @param recorder records into the same log
     * @param events where what is recognised is posted, by rules such as {@link CashTaxRules}
     * @param periods on which day that is allowed
     */
    public CashTaxService(
            OpenItemLog items,
            TaxFactLog facts,
            TaxRecorder recorder,
            AccountingEvents events,
            PeriodGuard periods,
            UnitOfWork unitOfWork,
            InstantSource clock,
            AccessPolicy access) {
        this.items = items;
        this.facts = facts;
        this.recorder = recorder;
        this.events = events;
        this.periods = periods;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.access = access;
    }

    /**
     * Tells what the settlements of a document recognise and was not told yet. Call it after every match and every undoing of
     * a match of its items, in the same unit of work.
     *
     * @return what was told now; a replay with nothing when all was told before. Or {@code access.denied},
     *     {@code cash-tax.item-unknown}, {@code cash-tax.items}, {@code cash-tax.share}, {@code period.locked}, or what
     *     refuses the event or the tax facts; then nothing is told
     */
    public Outcome<ImmutableList<Recognition>> recognise(CashTaxDocument document, Actor actor) {
        Optional<Refusal> denied = PeriodService.denial(access, actor, RECOGNISE, document.book());
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        try {
            return unitOfWork.execute(() -> {
                ImmutableList<ItemHistory> histories = document.items().collect(this::history);
                CurrencyUnit book = histories.getFirst().item().baseCurrency();
                ImmutableList<Recognition> news = recognitions(document, histories)
                        .orElseThrow()
                        .reject(each ->
                                each.isNothing() || facts.find(each.key()).notEmpty());
                ImmutableList<Recognition> told = news.collect(each -> tell(document, each, book, actor));
                return told.isEmpty() ? Outcome.replayed(told) : Outcome.accepted(told);
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    /** What all settlements of a document have recognised, told or not; changes nothing. Refusals as {@link #recognise}. */
    public Outcome<ImmutableList<Recognition>> preview(CashTaxDocument document) {
        try {
            return unitOfWork.execute(
                    () -> recognitions(document, document.items().collect(this::history)));
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private Outcome<ImmutableList<Recognition>> recognitions(
            CashTaxDocument document, ImmutableList<ItemHistory> histories) {
        long total = 0;
        for (ItemHistory history : histories) {
            OpenItem item = history.item();
            if (!item.currency().equals(document.currency()) || !item.book().equals(document.book())) {
                return items(document);
            }
            total = Math.addExact(total, item.amountMinor());
        }
        if (total == 0) {
            return items(document);
        }
        Settlements settlements = new Settlements(
                document.items(),
                id -> items.match(id).orElseThrow(() -> new NotFoundException(id.value())),
                id -> history(id).item().date());
        return CashTax.onPayment(
                document,
                total,
                settlements.of(histories),
                histories.getFirst().item().baseCurrency());
    }

    private static Outcome<ImmutableList<Recognition>> items(CashTaxDocument document) {
        return Outcome.refused(Refusal.of(
                        CashTaxRefusals.ITEMS,
                        "The open items of " + document.source()
                                + " are in another currency or book, or come to nothing; name the items of the document")
                .with("document", document.source()));
    }

    private ItemHistory history(ItemId id) {
        return items.find(id)
                .orElseThrow(() -> new RefusedException(Refusal.of(
                                CashTaxRefusals.ITEM_UNKNOWN,
                                "There is no open item " + id + "; post the document before its taxes are recognised")
                        .with("item", id)));
    }

    private Recognition tell(CashTaxDocument document, Recognition what, CurrencyUnit book, Actor actor) {
        LocalDate date = periods.accountingDate(
                        document.book(),
                        TAX,
                        what.date(),
                        actor,
                        clock.instant(),
                        document.policy().locked())
                .orElseThrow();
        post(document, what, date, book, actor);
        ImmutableList<TaxLine> lines =
                what.taxes().collect(tax -> tax.line().inBox(book, tax.baseMinor(), tax.taxMinor()));
        recorder.record(new TaxRecord(document.book(), what.key(), document.source(), date, lines))
                .orElseThrow();
        return new Recognition(what.key(), date, what.settledMinor(), what.totalMinor(), what.taxes());
    }

    private void post(CashTaxDocument document, Recognition what, LocalDate date, CurrencyUnit book, Actor actor) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(what.key())
                .type(document.side() == CashTaxDocument.Side.SALE ? CashTaxRules.SALE : CashTaxRules.PURCHASE)
                .effectiveDate(date)
                .source(document.source());
        boolean some = false;
        for (RecognisedTax tax : what.taxes()) {
            some |= add(event, CashTaxRules.WAITING, tax, tax.waitingMinor(), book);
            some |= add(event, CashTaxRules.DUE, tax, tax.taxMinor(), book);
            some |= add(event, CashTaxRules.DIFFERENCE, tax, tax.differenceMinor(), book);
        }
        if (some) {
            events.record(event.build(), actor).orElseThrow();
        }
    }

    private static boolean add(
            AccountingEvent.Builder event, String role, RecognisedTax tax, long minor, CurrencyUnit book) {
        if (minor == 0) {
            return false;
        }
        event.add(RoleAmount.of(role, Amounts.ofMinor(minor, book))
                .qualified(tax.line().code()));
        return true;
    }
}
