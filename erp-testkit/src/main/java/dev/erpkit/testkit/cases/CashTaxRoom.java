package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.cashtax.CashTax;
import dev.erpkit.accounting.cashtax.CashTaxDocument;
import dev.erpkit.accounting.cashtax.CashTaxRules;
import dev.erpkit.accounting.cashtax.CashTaxService;
import dev.erpkit.accounting.cashtax.Exigibility;
import dev.erpkit.accounting.cashtax.Recognition;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** A document with taxes, its payments, and what of the taxes is told when. */
final class CashTaxRoom {
    private static final String FORM = "form";

    private final CaseBooks books;
    private final boolean purchase;
    private final MemoryTaxFactLog facts = new MemoryTaxFactLog(new MemoryUnitOfWork());
    private final TaxRecorder recorder;
    private final CashTaxService service;
    private final MutableList<ItemId> items = Lists.mutable.empty();
    private final MutableList<String> matches = Lists.mutable.empty();
    private Optional<CashTaxDocument> document = Optional.empty();

    CashTaxRoom(CaseBooks books, boolean purchase, ImmutableList<String> boxes) {
        this.books = books;
        this.purchase = purchase;
        for (String account : new String[] {"tax-waiting", "tax-due", "tax-difference"}) {
            books.account(account);
        }
        this.recorder = new TaxRecorder(
                facts,
                books.services().harness().journal(),
                books.services().harness().unitOfWork(),
                books.clock(),
                Lists.immutable.of(new DeclarationForm(FORM, boxes)));
        this.service = new CashTaxService(
                books.services().harness().openItems(),
                facts,
                recorder,
                books.services()
                        .books()
                        .events(PostingRules.of(
                                CashTaxRules.sale(BookId.MAIN, "tax-waiting", "tax-due", "tax-difference"),
                                CashTaxRules.purchase(BookId.MAIN, "tax-waiting", "tax-due", "tax-difference"))),
                books.services().periods(),
                books.services().harness().unitOfWork(),
                books.clock(),
                AccessPolicy.allowAll());
    }

    /** Posts the document with these shares of its total, and tells what is owed with it. */
    void issue(TaxResult taxes, ImmutableSet<String> onPayment, LocalDate date, ImmutableList<BigDecimal> shares) {
        CashTaxDocument.Builder builder = CashTaxDocument.builder();
        builder.source(SourceDocument.of("case", "document", "document"))
                .side(purchase ? CashTaxDocument.Side.PURCHASE : CashTaxDocument.Side.SALE);
        for (BigDecimal share : shares) {
            BigDecimal signed = purchase ? share.negate() : share;
            ItemId item = books.item(
                    "document-" + items.size(),
                    purchase ? "payable" : "receivable",
                    date,
                    CaseCurrencies.amount(signed, books.base()),
                    signed);
            items.add(item);
            builder.item(item);
        }
        CashTaxDocument issued = builder.taxes(taxes, taxes, onPayment).build();
        document = Optional.of(issued);
        CashTax.onIssue(issued).ifPresent(owed -> tell(issued, owed));
    }

    private void tell(CashTaxDocument issued, Recognition owed) {
        ImmutableList<TaxLine> lines = owed.taxes()
                .collect(tax -> new TaxLine(
                        tax.line().code(), tax.line().box(), books.base(), tax.baseMinor(), tax.taxMinor()));
        recorder.record(new TaxRecord(issued.book(), owed.key(), issued.source(), owed.date(), lines))
                .orElseThrow();
    }

    void pay(BigDecimal amount, LocalDate date) {
        pay(amount, date, date, () -> {});
    }

    /** Pays, matches, and recognises what that settles after something has happened in between, such as a lock. */
    void pay(BigDecimal amount, LocalDate date, LocalDate matched, Runnable between) {
        BigDecimal signed = purchase ? amount : amount.negate();
        ItemId payment = books.item(
                "payment-" + matches.size(),
                purchase ? "payable" : "receivable",
                date,
                CaseCurrencies.amount(signed, books.base()),
                signed);
        String id = "match-" + matches.size();
        books.match(id, matched, items.toImmutable().newWith(payment).toArray(new ItemId[0]));
        matches.add(id);
        between.run();
        recognise();
    }

    /** Takes the newest match back. */
    void undo(LocalDate date) {
        String newest = matches.getLast();
        books.services()
                .matching()
                .undo(MatchId.of("undo-" + newest), MatchId.of(newest), date, KitBooks.CLERK)
                .orElseThrow();
        recognise();
    }

    /** Tells what is not told yet. */
    void recognise() {
        service.recognise(issued(), KitBooks.CLERK).orElseThrow();
    }

    BigDecimal open() {
        BigDecimal open = items.injectInto(BigDecimal.ZERO, (sum, item) -> sum.add(books.openAmount(item)));
        return open.abs();
    }

    boolean isOnPayment(TaxFact fact) {
        return fact.key().value().startsWith("cash-tax:")
                && issued().lines()
                        .anySatisfy(line ->
                                line.code().equals(fact.line().code()) && line.exigibility() == Exigibility.ON_PAYMENT);
    }

    CashTaxDocument issued() {
        return document.orElseThrow(() -> new UnsupportedCaseException("nothing was issued"));
    }

    /** Everything told so far, in its order. */
    ImmutableList<TaxFact> told() {
        MutableList<TaxFact> told = Lists.mutable.empty();
        facts.forEach(TaxFactQuery.all(BookId.MAIN, FORM), told::add);
        return told.toImmutable();
    }
}
