package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.AssetRegister;
import dev.erpkit.accounting.asset.BookedRow;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.Declarations;
import dev.erpkit.accounting.declaration.japan.ConsumptionTaxReturn;
import dev.erpkit.accounting.declaration.japan.ReturnItem;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.DocumentStatus;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.accounting.dunning.ItemDunning;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The business around the books after its year: every register agrees with its ledger accounts. */
class CompanyBusinessTest {
    private static final BusinessStores STORES = BusinessStores.inMemory();

    private static Business business;
    private static Books books;

    @BeforeAll
    static void keep_the_year() {
        Bookkeeper bookkeeper = new Bookkeeper(STORES, PeopleStores.inMemory(STORES.books()));
        bookkeeper.keepYear(month -> {});
        business = bookkeeper.business();
        books = business.books();
    }

    private static long balance(String account) {
        return Amounts.minor(books.balance(account, TradingYear.LAST));
    }

    private static ImmutableList<IssuedDocument> documents() {
        MutableList<IssuedDocument> all = Lists.mutable.empty();
        STORES.documents().forEach(DocumentQuery.all(), all::add);
        return all.toImmutable();
    }

    private static ImmutableList<LineHistory> lines() {
        MutableList<LineHistory> all = Lists.mutable.empty();
        STORES.statements().forEachLine(CollectionAccount.NAME, all::add);
        return all.toImmutable();
    }

    @Test
    void invoices_are_numbered_without_gaps_and_taxed_by_rate() {
        ImmutableList<IssuedDocument> invoices =
                documents().select(document -> document.kind().sale());
        assertThat(invoices).hasSizeGreaterThan(600);
        assertThat(invoices.collectLong(document -> document.number().number()).toSortedArray())
                .isEqualTo(LongStream.rangeClosed(1, invoices.size()).toArray());
        assertThat(invoices.select(
                        document -> document.currency().getCurrencyCode().equals("JPY")))
                .allSatisfy(document -> assertThat(document.facts().get("登録番号")).startsWith("T"));
        assertThat(invoices).anySatisfy(document -> assertThat(document.lines()).hasSize(2));
    }

    @Test
    void invoices_are_paid_overdue_or_open() {
        ImmutableList<DocumentStatus> statuses = documents()
                .select(document -> document.kind().sale())
                .collect(IssuedDocument::id)
                .collect(id -> state(id));
        assertThat(statuses).contains(DocumentStatus.PAID, DocumentStatus.OVERDUE);
    }

    private static DocumentStatus state(DocumentId id) {
        return business.documents().state(id, TradingYear.LAST).orElseThrow().status();
    }

    @Test
    void a_statement_that_is_taken_twice_is_there_once() {
        ImmutableList<StoredStatement> statements = business.statements().statements(CollectionAccount.NAME);
        assertThat(statements).hasSize(12);
        assertThat(lines().collect(line -> line.stored().line().reference().orElseThrow()))
                .doesNotHaveDuplicates();
        assertThat(lines())
                .hasSizeGreaterThan(300)
                .allSatisfy(line -> assertThat(line.steps()).hasSize(1));
        for (int i = 1; i < statements.size(); i++) {
            assertThat(statements.get(i).opening())
                    .isEqualTo(statements.get(i - 1).closing());
        }
    }

    @Test
    void the_bank_and_the_books_agree_on_every_statement() {
        MutableList<PaymentHistory> payments = Lists.mutable.empty();
        STORES.payments().forEach(payments::add);
        ImmutableList<StoredStatement> statements = business.statements().statements(CollectionAccount.NAME);
        for (StoredStatement statement : statements) {
            LocalDate day = statement.through();
            Reconciliation reconciliation = Reconciliation.of(
                    day,
                    statements,
                    lines(),
                    payments.toImmutable(),
                    books.balance(CompanyChart.COLLECTION, day),
                    books.balance(CompanyChart.COLLECTION_IN_TRANSIT, day));
            assertThat(reconciliation.explained()).isTrue();
            assertThat(reconciliation.statement()).isEqualTo(statement.closing());
        }
    }

    @Test
    void the_register_of_assets_is_what_the_ledger_says() {
        AssetRegister register = business.assets().register(BookId.MAIN, TradingYear.OPENING, TradingYear.LAST);
        assertThat(register.rows()).hasSize(FixedAssets.ALL.size());
        assertThat(register.rows().sumOfLong(row -> Amounts.minor(row.cost())))
                .isEqualTo(balance("1430") + balance("1440") + balance("1450") + balance("1455"));
        assertThat(register.rows().sumOfLong(row -> Amounts.minor(row.accumulated())))
                .isPositive()
                .isEqualTo(-balance(CompanyChart.DEPRECIATED));
        assertThat(balance(CompanyChart.ASSETS_TAKEN_IN)).isZero();
        assertThat(Amounts.minor(books.balance(CompanyChart.ASSETS_TAKEN_IN, TradingYear.OPENING)))
                .isZero();
    }

    @Test
    void assets_are_depreciated_month_by_month_as_tax_law_has_it() {
        // 200 % declining over 10 years: a rate of 0.200; from June, ten months of the year.
        assertThat(rows("ROASTER-2")).hasSize(10);
        assertThat(rows("ROASTER-2").sumOfLong(row -> Amounts.minor(row.amount())))
                .isEqualTo(2_640_000 / 5 * 10 / 12);
        // A third of the lump sum in the first year, whatever the month, booked at its end.
        assertThat(rows("PC-2025").sumOfLong(row -> Amounts.minor(row.amount())))
                .isEqualTo(240_000);
    }

    private static ImmutableList<BookedRow> rows(String asset) {
        return business.assets().find(AssetId.of(asset)).orElseThrow().rows();
    }

    @Test
    void the_insurance_is_spent_for_ten_months_and_prepaid_for_two() {
        DeferralState insurance = business.deferrals().current().all().getOnly();
        assertThat(insurance.recognisedMinor()).isEqualTo(600_000);
        assertThat(insurance.deferredMinor()).isEqualTo(120_000).isEqualTo(balance(CompanyChart.PREPAID));
    }

    @Test
    void customers_who_are_late_are_reminded_level_by_level() {
        ImmutableList<ItemDunning> dunned =
                business.dunning().state().all().toList().toImmutable();
        assertThat(business.dunning().state().drafts()).isEmpty();
        assertThat(dunned.collectInt(ItemDunning::sentLevel).toSet().toSortedArray())
                .startsWith(1, 2);
        assertThat(dunned)
                .allSatisfy(
                        item -> assertThat(item.current().charges().isZero()).isTrue());
    }

    @Test
    void the_return_is_filed_and_what_it_asks_for_is_what_is_owed() {
        TaxReturn own = new TaxReturn(business);
        Declaration declaration = own.known().orElseThrow();
        ConsumptionTaxReturn filed = TaxReturn.figures(declaration);
        assertThat(own.status()).contains(Declarations.Status.FILED);
        assertThat(filed.yen(ReturnItem.TOTAL)).isPositive().isEqualTo(-balance(CompanyChart.TAX_DUE));
        assertThat(balance(CompanyChart.TAX_RECEIVED)).isZero();
        assertThat(balance(CompanyChart.TAX_PAID)).isZero();
        assertThat(business.declarations().undeclared(BookId.MAIN, declaration.form()))
                .isEmpty();
        assertThat(business.declarations().rebuild(declaration.key())).isEqualTo(declaration);
    }

    @Test
    void rounding_is_all_that_lies_between_the_return_and_the_accounts() {
        long left = books.stores()
                .journal()
                .find(EntryId.of("ADJ-CONSUMPTION-TAX"))
                .orElseThrow()
                .entry()
                .lines()
                .select(line -> line.account().value().equals("7190")
                        || line.account().value().equals("8190"))
                .sumOfLong(line -> line.baseMinor());
        assertThat(Math.abs(left)).isLessThan(2_000);
    }
}
