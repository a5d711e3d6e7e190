package dev.erpkit.accounting.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class CreditServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final PartyId CUSTOMER = PartyId.of("C-1");

    private final BooksStores stores = BooksStores.inMemory();
    private final BooksSetup setup = BooksSetup.of("EUR");
    private final Books books = Books.over(stores, setup);

    CreditServiceTest() {
        books.open(Account.builder()
                .id("1200")
                .name("Receivables")
                .accountClass(AccountClass.ASSET)
                .control(ControlKind.RECEIVABLE)
                .build());
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
    }

    private static MonetaryAmount eur(String number) {
        return Amounts.of(number, "EUR");
    }

    private static CreditSource source(String limit, String orders, String reserved) {
        return new CreditSource() {
            @Override
            public Optional<CreditLimit> limit(PartyId party) {
                return Optional.of(CreditLimit.builder()
                        .limit(eur(limit))
                        .warnAbove(eur("800"))
                        .build());
            }

            @Override
            public MonetaryAmount orders(PartyId party) {
                return eur(orders);
            }

            @Override
            public MonetaryAmount reserved(PartyId party) {
                return eur(reserved);
            }
        };
    }

    private CreditService service(CreditSource source, AccessPolicy access) {
        return new CreditService(setup.books().getOnly(), stores.openItems(), source, stores.unitOfWork(), access);
    }

    private static JournalEntry entry(String id, String amount) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id).date(LocalDate.of(2026, 1, 1));
        return entry.add(JournalLine.builder()
                        .account("1200")
                        .amount(eur(amount))
                        .base(eur(amount))
                        .party(CUSTOMER)
                        .build())
                .credit("4000", eur(amount))
                .build();
    }

    private static CreditVerdict verdict(CreditService credit, String asked) {
        return credit.decide(CUSTOMER, eur(asked)).verdict();
    }

    @Test
    void exposure_is_open_items_orders_and_reserved_less_advances() {
        books.post(entry("invoice", "700"), ME).orElseThrow();
        books.post(entry("advance", "-100"), ME).orElseThrow();
        CreditService credit = service(source("1000", "50", "25"), AccessPolicy.allowAll());
        CreditExposure exposure = credit.exposure(CUSTOMER);
        assertThat(exposure).isEqualTo(new CreditExposure(eur("700"), eur("100"), eur("50"), eur("25")));
        assertThat(exposure.total()).isEqualTo(eur("675"));
        assertThat(credit.exposure(PartyId.of("C-2")).openItems()).isEqualTo(eur("0"));
        assertThat(verdict(credit, "125")).isEqualTo(CreditVerdict.OK);
        assertThat(verdict(credit, "125.01")).isEqualTo(CreditVerdict.WARN);
        assertThat(verdict(credit, "325")).isEqualTo(CreditVerdict.WARN);
        assertThat(verdict(credit, "325.01")).isEqualTo(CreditVerdict.STOP);
        CreditDecision decision = credit.decide(CUSTOMER, eur("326"));
        assertThat(decision.available()).contains(eur("325"));
        assertThat(decision.trace().render())
                .contains("credit.stop = EUR 675.00")
                .contains("reserved=EUR 25.00");
        assertThat(decision.refusal().orElseThrow().code().value()).isEqualTo("credit.limit-exceeded");
    }

    @Test
    void what_adds_nothing_is_never_stopped_and_a_limit_may_only_warn() {
        CreditExposure over = new CreditExposure(eur("5000"), eur("0"), eur("0"), eur("0"));
        CreditLimit limit = CreditLimit.of(eur("1000"));
        assertThat(CreditDecision.of(CUSTOMER, Optional.of(limit), over, eur("-10"))
                        .verdict())
                .isEqualTo(CreditVerdict.OK);
        assertThat(CreditDecision.of(CUSTOMER, Optional.of(limit), over, eur("0.01"))
                        .verdict())
                .isEqualTo(CreditVerdict.STOP);
        CreditLimit warns =
                CreditLimit.builder().limit(eur("1000")).stops(false).build();
        assertThat(CreditDecision.of(CUSTOMER, Optional.of(warns), over, eur("1"))
                        .verdict())
                .isEqualTo(CreditVerdict.WARN);
        assertThat(CreditDecision.of(CUSTOMER, Optional.empty(), over, eur("1")).verdict())
                .isEqualTo(CreditVerdict.OK);
    }

    @Test
    void a_stopped_invoice_changes_nothing_and_somebody_may_issue_it_all_the_same() {
        CreditService credit = service(
                source("1000", "0", "0"), (actor, permission) -> actor.id().equals("boss"));
        Outcome<PostedEntry> stopped = credit.issue(CUSTOMER, eur("1001"), d -> books.post(entry("i", "1001"), ME));
        assertThat(stopped.refusal().orElseThrow().facts().get("limit")).isEqualTo("EUR 1000.00");
        assertThat(books.balance("1200", LocalDate.of(2026, 1, 1))).isEqualTo(eur("0"));
        assertThat(credit.override(CUSTOMER, eur("1001"), ME, d -> books.post(entry("i", "1001"), ME))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("access.denied");
        assertThat(credit.override(CUSTOMER, eur("1001"), Actor.of("boss"), d -> books.post(entry("i", "1001"), ME))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void of_invoices_that_fit_the_limit_only_alone_one_is_issued() throws Exception {
        CreditService credit = service(source("1000", "0", "0"), AccessPolicy.allowAll());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        MutableList<Future<Outcome<PostedEntry>>> all = Lists.mutable.empty();
        for (int i = 0; i < 4; i++) {
            String id = "invoice-" + i;
            all.add(threads.submit(() -> {
                start.await();
                return credit.issue(CUSTOMER, eur("600"), d -> books.post(entry(id, "600"), ME));
            }));
        }
        start.countDown();
        int accepted = 0;
        for (Future<Outcome<PostedEntry>> one : all) {
            accepted += one.get().isAccepted() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(accepted).isEqualTo(1);
        assertThat(books.balance("1200", LocalDate.of(2026, 1, 1))).isEqualTo(eur("600"));
    }

    @Test
    void what_is_no_limit_is_refused() {
        assertThatThrownBy(() -> CreditLimit.of(eur("-1")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("credit.limit")).isTrue());
        assertThatThrownBy(() -> CreditLimit.builder()
                        .limit(eur("1"))
                        .warnAbove(eur("2"))
                        .build())
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("credit.limit")).isTrue());
        assertThatThrownBy(() -> new CreditExposure(eur("-1"), eur("0"), eur("0"), eur("0")))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("credit.exposure")).isTrue());
    }

    /** The snippet of the package. */
    @Test
    void an_invoice_is_issued_within_the_limit() {
        Book book = setup.books().getOnly();
        OpenItemLog openItems = stores.openItems();
        CreditSource source = source("1000", "0", "0");
        UnitOfWork unitOfWork = stores.unitOfWork();
        AccessPolicy access = AccessPolicy.allowAll();
        PartyId customer = CUSTOMER;
        MonetaryAmount total = eur("600");
        JournalEntry invoice = entry("invoice", "600");
        Actor me = ME;
        // begin
        CreditService credit = new CreditService(book, openItems, source, unitOfWork, access);
        Outcome<PostedEntry> issued = credit.issue(customer, total, decision -> books.post(invoice, me));
        // end
        assertThat(issued.isAccepted()).isTrue();
    }
}
