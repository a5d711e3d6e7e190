package dev.erpkit.accounting.payment;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.bank.BankPorts;
import dev.erpkit.accounting.bank.BankRules;
import dev.erpkit.accounting.bank.LineService;
import dev.erpkit.accounting.bank.StatementService;
import dev.erpkit.accounting.bank.memory.MemoryAssociationLog;
import dev.erpkit.accounting.bank.memory.MemoryStatementLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.CrossCurrencyRule;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchReach;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.payment.memory.MemoryPaymentLog;
import dev.erpkit.accounting.rule.LineRule;
import dev.erpkit.accounting.rule.PostingRule;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;

/** Books in euros with customers, suppliers and a bank account, and payments over them. */
public final class PaymentBooks {
    public static final Actor CLERK = Actor.of("clerk");
    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    public final Books books;
    public final PaymentPorts ports;
    public final PaymentService payments;
    public final Netting netting;
    public final BankPorts bank;
    public final StatementService statements;
    public final LineService lines;
    public final PostingRules rules;

    public PaymentBooks() {
        BooksStores stores = BooksStores.inMemory();
        MemoryUnitOfWork work = (MemoryUnitOfWork) stores.unitOfWork();
        MemoryExchangeRates rates = new MemoryExchangeRates(work);
        rates.record(rate("0.50", DAY));
        rates.record(rate("0.60", DAY.plusDays(10)));
        books = Books.over(stores, BooksSetup.of("EUR").with(rates.bothWays()));
        for (String name : new String[] {"receivable", "advances", "payable", "transit", "bank", "suspense"}) {
            Account.Builder account = Account.builder();
            account.id(name)
                    .name(name)
                    .accountClass(name.equals("payable") ? AccountClass.LIABILITY : AccountClass.ASSET);
            switch (name) {
                case "receivable" -> account.control(ControlKind.RECEIVABLE);
                case "payable" -> account.control(ControlKind.PAYABLE);
                case "advances", "transit" -> account.control(ControlKind.CLEARING);
                default -> {}
            }
            books.open(account.build());
        }
        books.open(Account.of("sales", "Sales", AccountClass.INCOME));
        books.open(Account.of("costs", "Costs", AccountClass.EXPENSE));
        books.open(Account.of("fees", "Fees", AccountClass.EXPENSE));
        books.open(Account.of("loss", "Losses", AccountClass.EXPENSE));
        books.open(Account.of("gain", "Gains", AccountClass.INCOME));
        books.open(Account.of("trading", "Trading", AccountClass.EQUITY));
        rules = new PostingRules(
                PaymentRules.standard(
                                "receivable",
                                "payable",
                                "advances",
                                "advances",
                                "fees",
                                Lists.immutable.of(new BankPosting("main", "bank", "transit")))
                        .newWithAll(documents())
                        .newWith(BankRules.standard(
                                Lists.immutable.of(new BankPosting("main", "bank", "transit")),
                                SortedMaps.immutable.of(BankRules.SUSPENSE, "suspense", "bank-charges", "fees"))),
                Translation.atSpot());
        ports = new PaymentPorts(
                work,
                new MemoryPaymentLog(work),
                stores.openItems(),
                books.events(rules),
                books.matching(),
                books.matchedReversal(),
                AccessPolicy.allowAll(),
                InstantSource.fixed(java.time.Instant.parse("2026-04-01T00:00:00Z")),
                BookId.MAIN);
        payments = new PaymentService(ports);
        bank = new BankPorts(new MemoryStatementLog(work), new MemoryAssociationLog(work), ports);
        statements = new StatementService(bank);
        lines = new LineService(bank);
        netting = new Netting(ports);
    }

    private static ImmutableList<PostingRule> documents() {
        return Lists.immutable.of(
                PostingRule.builder()
                        .add(LineRule.builder()
                                .role("claim")
                                .side(dev.erpkit.accounting.chart.Side.DEBIT)
                                .account("receivable")
                                .openItem(true)
                                .build())
                        .add(LineRule.credit("revenue", "sales"))
                        .eventType("invoice")
                        .build(),
                PostingRule.builder()
                        .add(LineRule.builder()
                                .role("debt")
                                .side(dev.erpkit.accounting.chart.Side.CREDIT)
                                .account("payable")
                                .openItem(true)
                                .build())
                        .add(LineRule.debit("cost", "costs"))
                        .eventType("bill")
                        .build());
    }

    private static ExchangeRate rate(String price, LocalDate date) {
        return ExchangeRate.of(
                Amounts.currency("USD"), Amounts.currency("EUR"), new BigDecimal(price), RateType.SPOT, date);
    }

    public static MonetaryAmount eur(String amount) {
        return Amounts.of(amount, "EUR");
    }

    /** An invoice, or a bill, of a day, due then. */
    public ItemId document(String type, String id, String party, LocalDate date, MonetaryAmount amount) {
        boolean invoice = type.equals("invoice");
        AccountingEvent event = AccountingEvent.builder()
                .add(RoleAmount.of(invoice ? "claim" : "debt", amount).concerning(PartyId.of(party)))
                .add(RoleAmount.of(invoice ? "revenue" : "cost", amount))
                .key(IdempotencyKey.of(id))
                .type(type)
                .effectiveDate(date)
                .source(SourceDocument.of("test", type, id))
                .dueDate(date)
                .build();
        String entry = books.events(rules).record(event, CLERK).orElseThrow().getFirst();
        return ItemId.of(entry, 0);
    }

    public ItemId invoice(String id, String amount) {
        return document("invoice", id, "C", DAY, eur(amount));
    }

    public static MatchingPolicy.Builder matching() {
        MatchingPolicy.Builder matching = MatchingPolicy.builder();
        matching.accounts(ExchangeAccounts.of("gain", "loss").trading("trading"));
        return matching;
    }

    public static PaymentPolicy.Builder policy() {
        PaymentPolicy.Builder policy = PaymentPolicy.builder();
        policy.matching(matching().build());
        return policy;
    }

    public static PaymentPolicy standard() {
        return policy().build();
    }

    public static PaymentPolicy acrossCurrencies() {
        PaymentPolicy.Builder policy = PaymentPolicy.builder();
        MatchingPolicy.Builder matching = matching();
        matching.crossCurrency(CrossCurrencyRule.DATE_OF_MATCH);
        policy.matching(matching.build());
        return policy.build();
    }

    public static PaymentPolicy anyKind() {
        PaymentPolicy.Builder policy = PaymentPolicy.builder();
        MatchingPolicy.Builder matching = matching();
        matching.reach(MatchReach.ANY_KIND);
        policy.matching(matching.build());
        return policy.build();
    }

    public Outcome<PaymentHistory> receive(
            String id, MonetaryAmount amount, Allocation allocation, PaymentPolicy policy) {
        return payments.record(Payment.received(id, "C", DAY, amount, "main"), allocation, policy, CLERK);
    }

    public Outcome<PaymentHistory> receive(String id, String amount, Allocation allocation, PaymentPolicy policy) {
        return receive(id, eur(amount), allocation, policy);
    }

    /** What is open of an item, in minor units. */
    public Residual open(ItemId item) {
        return ports.items().find(item).orElseThrow().residual();
    }

    public long openMinor(ItemId item) {
        return open(item).amountMinor();
    }

    /** What is open of a payment, without sign. */
    public long left(String payment) {
        return Math.abs(payments.item(payments.find(PaymentId.of(payment)).orElseThrow())
                .orElseThrow()
                .residual()
                .amountMinor());
    }

    /** The balance of an account in minor units of the base currency. */
    public long balance(String account) {
        return Amounts.minor(books.balance(account, LocalDate.of(2027, 12, 31)));
    }

    public long balance(String account, String currency) {
        return Amounts.minor(books.balance(
                BookId.MAIN,
                dev.erpkit.accounting.chart.AccountId.of(account),
                Amounts.currency(currency),
                LocalDate.of(2027, 12, 31)));
    }

    /** All that is stored, as text: to see that nothing changed. */
    public String state() {
        StringBuilder text = new StringBuilder();
        books.stores()
                .journal()
                .forEach(
                        dev.erpkit.accounting.port.JournalQuery.after(0),
                        e -> text.append(e.id()).append(e.entry().lines().collect(JournalLine::amount)));
        ports.items()
                .forEach(
                        dev.erpkit.accounting.port.OpenItemQuery.all(),
                        h -> text.append(h.item().id()).append(h.residual()));
        bank.statements().forEachStatement("main", st -> text.append(st.number()));
        bank.statements()
                .forEachLine(
                        "main",
                        l -> text.append(l.stored().id()).append(l.steps().size()));
        ports.payments()
                .forEach(p -> text.append(p.payment().id()).append(p.steps().size()));
        return text.toString();
    }

    public static String code(Outcome<?> outcome) {
        return outcome.refusal().map(Refusal::code).map(Object::toString).orElse("accepted");
    }
}
