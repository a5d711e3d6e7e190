package dev.erpkit.accounting;

import dev.erpkit.accounting.allocation.AllocationService;
import dev.erpkit.accounting.asset.AssetService;
import dev.erpkit.accounting.asset.Schedules;
import dev.erpkit.accounting.bank.BankPorts;
import dev.erpkit.accounting.bank.LineService;
import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.bank.StatementService;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.ControlPolicy;
import dev.erpkit.accounting.cashtax.CashTaxService;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.close.CloseChecklist;
import dev.erpkit.accounting.close.PeriodChecks;
import dev.erpkit.accounting.close.PeriodClose;
import dev.erpkit.accounting.consolidation.ConsolidationService;
import dev.erpkit.accounting.credit.CreditService;
import dev.erpkit.accounting.credit.CreditSource;
import dev.erpkit.accounting.declaration.DeclarationService;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.deferral.AccrualService;
import dev.erpkit.accounting.deferral.DeferralService;
import dev.erpkit.accounting.deferral.DeferralSetup;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.dimension.DimensionGuard;
import dev.erpkit.accounting.document.CreditMatching;
import dev.erpkit.accounting.document.DocumentPorts;
import dev.erpkit.accounting.document.DocumentSetup;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.dunning.DunningService;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.payment.PaymentPorts;
import dev.erpkit.accounting.payment.PaymentService;
import dev.erpkit.accounting.payment.ProposalService;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.recurring.RecurringService;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.UnitOfWork;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;

/**
 * Books and the business around them, of one tenant: documents, payments, bank statements, taxes, assets, deferrals, budgets.
 * Every service here works on the same stores and posts to the same books, in one unit of work. Safe for threads.
 *
 * <p>It is made of parts that stand alone: a host that needs one service only can make it itself from its ports.
 */
public final class Business {
    private final BusinessStores stores;
    private final BusinessSetup setup;
    private final Books books;
    private final Book book;
    private final BudgetService budgets;
    private final TaxRecorder taxRecorder;
    private final PaymentPorts payments;

    private Business(BusinessStores stores, BusinessSetup setup, BudgetService budgets, Books books) {
        this.stores = stores;
        this.setup = setup;
        this.books = books;
        this.book = books.setup().books().getFirst();
        this.budgets = budgets;
        this.taxRecorder = new TaxRecorder(
                stores.taxFacts(),
                stores.books().journal(),
                unitOfWork(),
                setup.books().clock(),
                setup.forms());
        this.payments = new PaymentPorts(
                unitOfWork(),
                stores.payments(),
                stores.books().openItems(),
                events(),
                books.matching(),
                books.matchedReversal(),
                setup.books().access(),
                setup.books().clock(),
                book.id());
    }

    /** A business over the storage of a host. Its dimensions and budgets guard everything that is posted to its books. */
    public static Business over(BusinessStores stores, BusinessSetup setup) {
        BooksStores kept = stores.books();
        Supplier<DimensionCatalogue> dimensions = setup.dimensions()
                .orElse(() -> DimensionCatalogue.of(Lists.immutable.empty(), Lists.immutable.empty()));
        BudgetService budgets = new BudgetService(
                stores.budgets(),
                kept.journal(),
                kept.unitOfWork(),
                setup.books().access(),
                setup.books().clock(),
                new ChartSource(kept.accounts())::chart,
                dimensions,
                setup.budgetControl().orElseGet(() -> new ControlPolicy(Lists.immutable.empty())));
        BooksSetup guarded = setup.books();
        if (setup.dimensions().isPresent()) {
            guarded = guarded.guardedBy(new DimensionGuard(dimensions));
        }
        if (setup.budgetControl().isPresent()) {
            guarded = guarded.guardedBy(budgets.control());
        }
        return new Business(stores, setup, budgets, Books.over(kept, guarded));
    }

    /** A business in memory, empty. */
    public static Business inMemory(BusinessSetup setup) {
        return over(BusinessStores.inMemory(), setup);
    }

    /** The books. */
    public Books books() {
        return books;
    }

    /** The storage under all of it. */
    public BusinessStores stores() {
        return stores;
    }

    /** Where events go, by the rules of the setup. */
    public EventPosting events() {
        return events(setup.books().rates());
    }

    private EventPosting events(ExchangeRates rates) {
        return books.events(setup.rules(), rates);
    }

    /** Invoices, credit notes, bills, down payments. */
    public Documents documents() {
        DocumentPorts ports = new DocumentPorts(
                unitOfWork(),
                stores.documents(),
                stores.books().numbers(),
                stores.books().journal(),
                stores.books().openItems(),
                this::events,
                setup.books().rates(),
                setup.books().access(),
                setup.books().clock());
        return new Documents(
                ports,
                new DocumentSetup(
                        book,
                        setup.taxes(),
                        setup.documentGuard(),
                        setup.forms().isEmpty() ? Optional.empty() : Optional.of(taxRecorder),
                        setup.losses(),
                        setup.creditMatching().map(policy -> new CreditMatching(books.matching(), policy))));
    }

    /** Tax that is owed when it is paid. */
    public CashTaxService cashTax() {
        return new CashTaxService(
                stores.books().openItems(),
                stores.taxFacts(),
                taxRecorder,
                events(),
                books.periods(),
                unitOfWork(),
                setup.books().clock(),
                setup.books().access());
    }

    /** Tax declarations. */
    public DeclarationService declarations() {
        return new DeclarationService(
                stores.declarations(),
                stores.taxFacts(),
                stores.books().journal(),
                unitOfWork(),
                setup.books().clock(),
                setup.books().access(),
                setup.forms());
    }

    /** Receipts and payments. */
    public PaymentService payments() {
        return new PaymentService(payments);
    }

    /** Proposals of what to pay. */
    public ProposalService paymentProposals() {
        return new ProposalService(payments, stores.proposals());
    }

    /** Bank statements. */
    public StatementService statements() {
        return new StatementService(bank());
    }

    /**
     * Why the books and the bank differ at the end of a day.
     *
     * @param bankAccount the name of the bank account in statements and payments
     * @param ledger its account in the first book
     * @param transit its clearing account there
     * @throws dev.erpkit.core.port.NotFoundException when the bank account has no statements, or the chart not the accounts
     */
    public Reconciliation reconciliation(String bankAccount, AccountId ledger, AccountId transit, LocalDate day) {
        StatementService statements = statements();
        CurrencyUnit currency = statements
                .statements(bankAccount)
                .getFirstOptional()
                .map(statement -> statement.opening().getCurrency())
                .orElse(book.base());
        return statements.reconciliation(
                bankAccount,
                day,
                books.balance(book.id(), ledger, currency, day),
                books.balance(book.id(), transit, currency, day));
    }

    /** What becomes of the lines of bank statements. */
    public LineService statementLines() {
        return new LineService(bank());
    }

    private BankPorts bank() {
        return new BankPorts(stores.statements(), stores.associations(), payments);
    }

    /** Credit limits. */
    public CreditService credit(CreditSource source) {
        return new CreditService(
                book,
                stores.books().openItems(),
                source,
                unitOfWork(),
                setup.books().access());
    }

    /** Dunning, by the procedures of the setup. */
    public DunningService dunning() {
        return new DunningService(
                book.id(),
                stores.dunning(),
                stores.books().openItems(),
                events(),
                setup.dunning(),
                unitOfWork(),
                setup.books().access(),
                setup.books().clock());
    }

    /** Fixed assets, depreciated in the periods of the book. */
    public AssetService assets() {
        return new AssetService(
                stores.assets(),
                events(),
                unitOfWork(),
                setup.books().access(),
                setup.books().clock(),
                Schedules.by(setup.depreciation(), book.calendar()));
    }

    /** Deferred revenue and expense. */
    public DeferralService deferrals() {
        return new DeferralService(
                stores.deferrals(),
                events(),
                unitOfWork(),
                setup.books().access(),
                setup.books().clock(),
                new DeferralSetup(
                        book.id(),
                        setup.lockedDeferrals(),
                        () -> books.periods().current().lockedThrough(book.id(), LockScope.ALL)));
    }

    /** Accruals, taken back on the first day of the next period of the book. */
    public AccrualService accruals() {
        return new AccrualService(events(), unitOfWork(), book.calendar());
    }

    /** Events that come again. */
    public RecurringService recurring() {
        return new RecurringService(
                stores.recurring(),
                events(),
                unitOfWork(),
                setup.books().access(),
                setup.books().clock(),
                setup.calendar());
    }

    /** Allocation of costs over coordinates. */
    public AllocationService allocations() {
        return new AllocationService(stores.books().journal(), books.posting(), unitOfWork(), books.periods()::book);
    }

    /** Budgets and commitments. */
    public BudgetService budgets() {
        return budgets;
    }

    /** Consolidation, with this company as one member or as the one that draws it up. */
    public ConsolidationService consolidation() {
        return new ConsolidationService(
                stores.consolidations(),
                unitOfWork(),
                setup.books().access(),
                setup.books().clock());
    }

    /** Closes months and quarters by {@link #closeChecklist()}. */
    public PeriodClose periodClose() {
        return periodClose(closeChecklist());
    }

    /** Closes months and quarters by a checklist of the host, such as {@code closeChecklist().with(...)}. */
    public PeriodClose periodClose(CloseChecklist checklist) {
        return new PeriodClose(books.periods(), unitOfWork(), checklist);
    }

    /**
     * What must be done before a period is closed. Blocks: reservations, control accounts against open items, gaps in entry
     * numbers, journal against seals, depreciation, deferrals. Warns: suspense accounts, bank lines that are not booked or in
     * suspense, declarations that were made up and not filed. Deferrals, bank and open items are those of the first book.
     */
    public CloseChecklist closeChecklist() {
        BooksStores kept = stores.books();
        return CloseChecklist.of(
                PeriodChecks.reservations(kept.reservations()),
                PeriodChecks.controlAccounts(books::ledgerInWork, books::chart, kept.openItems()),
                PeriodChecks.numbers(kept.journal()),
                PeriodChecks.seal(kept.journal(), kept.seals()),
                PeriodChecks.depreciation((of, period) ->
                        assets().undepreciated(of, period.lastDay()).size()),
                PeriodChecks.deferrals((of, period) ->
                        isFirst(of) ? deferrals().unrecognised(period.lastDay()).size() : 0),
                PeriodChecks.suspense(books::ledgerInWork, books::chart),
                PeriodChecks.bankLines((of, period) ->
                        isFirst(of) ? statements().unexplained(period.lastDay()).size() : 0),
                PeriodChecks.declaration(
                        (of, period) -> declarations().unfiled(of, period).size()));
    }

    private boolean isFirst(BookId of) {
        return of.equals(book.id());
    }

    private UnitOfWork unitOfWork() {
        return stores.books().unitOfWork();
    }
}
