package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ChartService;
import dev.erpkit.accounting.close.ClosePolicy;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.interchange.JournalRules;
import dev.erpkit.accounting.interchange.PlainTextLedger;
import dev.erpkit.accounting.interchange.memory.MemorySources;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.memory.MemorySealLog;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.port.SeriesId;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a host can get wrong, through the front door: each has its code, and books, chart, chain, numbers, locks and events are
 * what they were. What all a broken chain can be has a test of its own beside the verifier.
 */
class BadInputTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private static final SeriesId NUMBERS = new SeriesId("main/general", 2026);

    private final MemoryUnitOfWork work = new MemoryUnitOfWork();
    private final MemoryOutbox told = new MemoryOutbox(work);
    private final BooksStores stores = stores();
    private final Books books = Books.over(stores, BooksSetup.of("JPY"));
    private List<Object> before = List.of();

    private BooksStores stores() {
        BooksStores all = BooksStores.inMemory(work);
        return sealedIn(all.seals(), all);
    }

    private BooksStores sealedIn(SealLog seals, BooksStores all) {
        return new BooksStores(
                work,
                all.accounts(),
                all.journal(),
                all.periods(),
                all.openItems(),
                all.reservations(),
                seals,
                all.numbers(),
                told);
    }

    @BeforeEach
    void open_books_with_an_entry() {
        books.open(Chart.of(
                Account.of("1110", "Cash", AccountClass.ASSET),
                Account.of("3200", "Retained earnings", AccountClass.EQUITY),
                Account.of("4000", "Sales", AccountClass.INCOME),
                Account.builder()
                        .id("1120")
                        .name("Yen only")
                        .accountClass(AccountClass.ASSET)
                        .currency("JPY")
                        .build()));
        books.post(sale("sale-1", 100), ME).orElseThrow();
        assertThat(stores.numbers().last(NUMBERS)).isEqualTo(1);
        assertThat(told.events()).hasSize(1);
        before = state();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(state()).isEqualTo(before);
    }

    private List<Object> state() {
        List<Object> all = new ArrayList<>(books.chart().accounts().castToList());
        books.stores().journal().forEach(JournalQuery.all(), all::add);
        books.stores().seals().forEach(0, Long.MAX_VALUE, all::add);
        stores.periods().forEach(0, all::add);
        all.addAll(told.events().castToList());
        all.add(stores.numbers().last(NUMBERS));
        all.add(books.verify());
        all.add(books.balance("1110", DAY));
        return all;
    }

    private static MonetaryAmount yen(long amount) {
        return Amounts.of(amount, Amounts.currency("JPY"));
    }

    private static JournalEntry.Builder entry(String id) {
        JournalEntry.Builder builder = JournalEntry.builder();
        builder.id(id).date(DAY);
        return builder;
    }

    private static JournalEntry sale(String id, long amount) {
        return entry(id).debit("1110", yen(amount)).credit("4000", yen(amount)).build();
    }

    private void refused(String code, JournalEntry entry) {
        assertThat(code(books.post(entry, ME))).isEqualTo(code);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private static void invalid(String code, ThrowingCallable building) {
        InvalidValueException thrown = catchThrowableOfType(InvalidValueException.class, building);
        assertThat(thrown).isNotNull();
        assertThat(thrown.violations().collect(v -> v.code())).contains(code);
    }

    @Test
    void unbalanced() {
        refused(
                "entry.unbalanced",
                entry("e").debit("1110", yen(2)).credit("4000", yen(1)).build());
    }

    @Test
    void unknown_account() {
        refused(
                "account.unknown",
                entry("e").debit("nowhere", yen(1)).credit("4000", yen(1)).build());
    }

    @Test
    void locked_period() {
        books.periods().lock(BookId.MAIN, LockScope.ALL, DAY, ME).orElseThrow();
        before = state();

        refused("period.locked", sale("e", 1));
    }

    @Test
    void closed_year() {
        FiscalYear year =
                FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR).yearOf(DAY);
        books.yearEnd()
                .close(
                        BookId.MAIN,
                        year,
                        ClosePolicy.builder().retainedEarnings("3200").build(),
                        ME)
                .orElseThrow();
        before = state();

        refused("period.locked", sale("e", 1));
    }

    @Test
    void wrong_currency() {
        refused(
                "entry.base-currency",
                entry("e")
                        .debit("1110", Amounts.of("1", "USD"))
                        .credit("4000", Amounts.of("1", "USD"))
                        .build());
        refused(
                "account.currency",
                entry("e").add(dollar("1120", 1)).add(dollar("4000", -1)).build());
        invalid("currency.unknown", () -> Amounts.of("1", "YEN"));
    }

    private static JournalLine dollar(String account, long dollars) {
        JournalLine.Builder line = JournalLine.builder();
        line.account(account)
                .amount(Amounts.of(dollars, Amounts.currency("USD")))
                .base(yen(150 * dollars));
        return line.build();
    }

    @Test
    void too_many_decimals_for_the_currency() {
        invalid("amount.too-many-decimals", () -> entry("e").debit("1110", Amounts.of("0.5", "JPY")));
        invalid("amount.too-many-decimals", () -> entry("e").credit("1110", Amounts.of("0.001", "USD")));
    }

    @Test
    void overflow() {
        invalid("amount.overflow", () -> entry("e").debit("1110", Amounts.of("9223372036854775808", "JPY")));
        refused("journal.overflow", sale("e", Long.MAX_VALUE));
    }

    @Test
    void empty_entry() {
        refused("entry.empty", entry("e").build());
        refused("entry.empty", entry("e").debit("1110", yen(1)).build());
        invalid("line.zero", () -> entry("e").debit("1110", yen(0)));
    }

    @Test
    void lines_that_contradict_themselves() {
        JournalLine.Builder signs = JournalLine.builder();
        signs.account("1110").amount(Amounts.of("1", "USD")).base(yen(-150));
        JournalLine.Builder amounts = JournalLine.builder();
        amounts.account("1110").amount(yen(2)).base(yen(3));

        invalid("line.sign", signs::build);
        invalid("line.base-differs", amounts::build);
    }

    @Test
    void key_that_was_used_for_other_content() {
        refused("entry.id-reused", sale("sale-1", 101));
        Outcome<PostedEntry> again = books.post(sale("sale-1", 100), ME);
        assertThat(again).isEqualTo(Outcome.replayed(again.orElseThrow()));
    }

    @Test
    void cyclic_account_tree() {
        ChartService charts = new ChartService(
                books.stores().accounts(),
                books.stores().journal(),
                books.stores().openItems(),
                books.stores().unitOfWork(),
                AccessPolicy.allowAll());
        Account itself = child("1110", "1110");
        Account above = child("1110", "1111");
        Account below = child("1111", "1110");

        assertThat(code(books.open(child("5000", "5000"), ME))).isEqualTo("chart.cycle");
        assertThat(code(charts.add(child("5000", "5000"), ME))).isEqualTo("chart.cycle");
        long version = books.stores()
                .accounts()
                .find(AccountId.of("1110"))
                .orElseThrow()
                .version();
        assertThat(code(charts.change(itself, version, ME))).isEqualTo("chart.cycle");
        invalid("chart.cycle", () -> Chart.of(above, below));
        invalid("chart.cycle", () -> books.open(child("5000", "5000")));
        invalid("chart.unknown-parent", () -> books.open(child("5000", "nowhere")));
    }

    private static Account child(String id, String parent) {
        Account.Builder builder = Account.builder();
        builder.id(id).name(id).accountClass(AccountClass.ASSET).parent(parent);
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                          | 1 | journal.syntax",
                "2026-02-30 x                      | 1 | journal.date-invalid",
                "2026-04-01 x~  a  1~  b  2        | 1 | journal.unbalanced",
                "2026-04-01 x~  a~  b              | 3 | journal.amounts-missing",
                "2026-04-01 x~  a  1..2~  b        | 2 | journal.amount-invalid",
                "2026-04-01 x~  a  1 JPY = 2~  b   | 2 | journal.assertion-failed",
                "include nowhere                   | 1 | journal.source-unreadable",
                "include a.journal                 | 1 | journal.include-cycle",
                "include                           | 1 | journal.directive-invalid",
                "alias /exp/ = costs               | 1 | journal.unsupported"
            })
    void malformed_file(String text, int line, String code) {
        Outcome<PlainTextLedger> reading = PlainTextLedger.read(
                        MemorySources.of("a.journal", text.replace('~', '\n') + "\n"),
                        "a.journal",
                        JournalRules.standard(),
                        true)
                .outcome();

        assertThat(code(reading)).isEqualTo(code);
        assertThat(reading.refusal().orElseThrow().facts().get("line")).isEqualTo(Integer.toString(line));
        assertThat(reading.refusal().orElseThrow().facts().get("source")).isEqualTo("a.journal");
    }

    /** As when somebody has changed a row of the journal behind the back of the books. */
    @Test
    void broken_chain() {
        books.post(sale("sale-2", 200), ME).orElseThrow();
        before = state();
        Seal first = seals().get(0);
        MemorySealLog forged = new MemorySealLog(work);
        forged.append(new Seal(1, first.version(), first.content(), first.content(), first.texts()));
        forged.append(seals().get(1));
        Books found = Books.over(sealedIn(forged, stores), BooksSetup.of("JPY"));

        assertThat(found.verify().broken()).contains(new Verification.Break(1, "evidence.chain"));
        assertThat(found.verify().entries()).isZero();
    }

    private List<Seal> seals() {
        List<Seal> all = new ArrayList<>();
        stores.seals().forEach(0, Long.MAX_VALUE, all::add);
        return all;
    }
}
