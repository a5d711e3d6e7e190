package dev.erpkit.accounting.cashtax;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Books in dollars with a receivable, transition and tax accounts, and the service over them. */
final class CashTaxBooks {
    static final Actor CLERK = Actor.of("clerk");
    static final CurrencyUnit USD = Amounts.currency("USD");
    static final CurrencyUnit EUR = Amounts.currency("EUR");
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    final BooksStores stores = BooksStores.inMemory();
    final Books books;
    final MemoryTaxFactLog facts = new MemoryTaxFactLog((MemoryUnitOfWork) stores.unitOfWork());
    final CashTaxService service;

    CashTaxBooks() {
        this(AccessPolicy.allowAll());
    }

    CashTaxBooks(AccessPolicy access) {
        books = Books.over(stores, BooksSetup.of("USD"));
        books.open(Account.builder()
                .id(AccountId.of("receivable"))
                .name("Receivable")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        books.open(Account.of("bank", "Bank", AccountClass.ASSET));
        books.open(Account.of("sales", "Sales", AccountClass.INCOME));
        for (String liability : new String[] {"tax-waiting", "tax-due"}) {
            books.open(Account.of(liability, liability, AccountClass.LIABILITY));
        }
        for (String cost : new String[] {"fx-gain", "fx-loss", "tax-difference"}) {
            books.open(Account.of(cost, cost, AccountClass.EXPENSE));
        }
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z"));
        TaxRecorder recorder = new TaxRecorder(
                facts,
                stores.journal(),
                stores.unitOfWork(),
                clock,
                Lists.immutable.of(DeclarationForm.of("vat", "sales-10", "sales-tiny", "purchases-10")));
        service = new CashTaxService(
                stores.openItems(),
                facts,
                recorder,
                books.events(PostingRules.of(
                        CashTaxRules.sale(BookId.MAIN, "tax-waiting", "tax-due", "tax-difference"),
                        CashTaxRules.purchase(BookId.MAIN, "tax-waiting", "tax-due", "tax-difference"))),
                books.periods(),
                stores.unitOfWork(),
                clock,
                access);
    }

    /** An item of the receivable account, against the account that is named. */
    ItemId item(String id, LocalDate date, CurrencyUnit currency, long minor, long bookMinor, String against) {
        Optional<PartyId> party = Optional.of(PartyId.of("party"));
        books.post(
                        JournalEntry.builder()
                                .id(id)
                                .date(date)
                                .lines(Lists.immutable.of(
                                        ExchangeLines.line(
                                                AccountId.of("receivable"),
                                                party,
                                                Dimensions.none(),
                                                minor,
                                                currency,
                                                bookMinor,
                                                USD),
                                        ExchangeLines.line(
                                                AccountId.of(against),
                                                Optional.empty(),
                                                Dimensions.none(),
                                                -minor,
                                                currency,
                                                -bookMinor,
                                                USD)))
                                .build(),
                        CLERK)
                .orElseThrow();
        return ItemId.of(id, 0);
    }

    ItemId invoice(long minor) {
        return item("invoice", DAY, USD, minor, minor, "sales");
    }

    ItemId payment(String id, LocalDate date, long minor) {
        return item(id, date, USD, -minor, -minor, "bank");
    }

    /** Posts an entry for the tax that waits. */
    void waiting(long minor) {
        books.post(
                        JournalEntry.builder()
                                .id("waiting")
                                .date(DAY)
                                .debit("sales", Amounts.ofMinor(minor, USD))
                                .credit("tax-waiting", Amounts.ofMinor(minor, USD))
                                .build(),
                        CLERK)
                .orElseThrow();
    }

    void match(String id, LocalDate date, ItemId... items) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(date);
        for (ItemId item : items) {
            request.item(item);
        }
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("fx-gain", "fx-loss"));
        books.matching().match(request.build(), policy.build(), CLERK).orElseThrow();
    }

    void undo(String id, String match, LocalDate date) {
        books.matching().undo(MatchId.of(id), MatchId.of(match), date, CLERK).orElseThrow();
    }

    static CashTaxDocument.Builder document(ItemId... items) {
        CashTaxDocument.Builder document = CashTaxDocument.builder();
        document.source(SourceDocument.of("shop", "sales-invoice", "INV-7"))
                .date(DAY)
                .currency(USD);
        for (ItemId item : items) {
            document.item(item);
        }
        return document;
    }

    /** What the declarations were told, all facts. */
    ImmutableList<TaxFact> told() {
        MutableList<TaxFact> told = Lists.mutable.empty();
        facts.forEach(TaxFactQuery.all(BookId.MAIN, "vat"), told::add);
        return told.toImmutable();
    }

    long balance(String account) {
        return Amounts.minor(books.balance(account, LocalDate.of(2026, 12, 31)));
    }
}
