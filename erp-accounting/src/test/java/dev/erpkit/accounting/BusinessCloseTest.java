package dev.erpkit.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.asset.AssetAccounts;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetId;
import dev.erpkit.accounting.asset.BookStart;
import dev.erpkit.accounting.asset.DepreciationTerms;
import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementFile;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.close.ChecklistItem;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.DeclarationRequest;
import dev.erpkit.accounting.declaration.LatePolicy;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralEvents;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The checklist of a business asks every area what is left to do, and a month closes when nothing blocks. */
class BusinessCloseTest {
    private static final Actor ME = Actor.of("me");
    private static final LocalDate START = LocalDate.of(2026, 4, 1);
    private static final DateRange APRIL = DateRange.of(START, START.plusMonths(1));

    private final Business business = Business.inMemory(BusinessSetup.builder()
            .books(BooksSetup.of("EUR"))
            .forms(new DeclarationForm("vat", Lists.immutable.of("sales")))
            .rules(PostingRules.of()
                    .with(new AssetAccounts("1400", "1490", "6200", "1000", "4000", "6200", "1000", "4000", "5100")
                            .rules(BookId.MAIN))
                    .with(DeferralEvents.recognition(BookId.MAIN, "2900", "4000", "1900", "5100")))
            .build());

    private void work() {
        for (String account : new String[] {"1000", "1400", "1490", "1900"}) {
            business.books().open(Account.of(account, "Account " + account, AccountClass.ASSET));
        }
        business.books().open(Account.of("2900", "Deferred", AccountClass.LIABILITY));
        business.books().open(Account.of("4000", "Sales", AccountClass.INCOME));
        business.books().open(Account.of("5100", "Costs", AccountClass.EXPENSE));
        business.books().open(Account.of("6200", "Depreciation", AccountClass.EXPENSE));
        DepreciationTerms terms = DepreciationTerms.builder()
                .method("straight-line")
                .lifeMonths(12)
                .build();
        Acquired lathe = new Acquired(
                "Lathe",
                "machinery",
                Amounts.of("1200", "EUR"),
                Dimensions.none(),
                SortedMaps.immutable.of(BookId.MAIN, BookStart.of(terms)));
        business.assets()
                .acquire(IdempotencyKey.of("a"), AssetId.of("lathe"), START, lathe, ME)
                .orElseThrow();
        business.deferrals()
                .open(
                        Deferral.builder()
                                .id("d")
                                .kind(DeferralKind.REVENUE)
                                .total(Amounts.of("1200", "EUR"))
                                .service(DateRange.of(START, START.plusYears(1)))
                                .basis(SpreadBasis.MONTHS_BY_DAYS)
                                .source(SourceDocument.of("shop", "invoice", "7"))
                                .build(),
                        ME)
                .orElseThrow();
        BankLine line = new BankLine("bank", START, Amounts.of("5", "EUR"), "unknown", Optional.empty());
        business.statements()
                .take(
                        IdempotencyKey.of("s"),
                        new StatementFile(
                                "bank",
                                START,
                                START,
                                new BankStatement(
                                        Amounts.of("0", "EUR"), Lists.immutable.of(line), Amounts.of("5", "EUR"))),
                        ME)
                .orElseThrow();
        business.declarations()
                .prepare(
                        new DeclarationRequest(
                                IdempotencyKey.of("vat-april"),
                                BookId.MAIN,
                                "vat",
                                APRIL,
                                false,
                                LatePolicy.NEXT_PERIOD,
                                APRIL.endExclusive()),
                        ME)
                .orElseThrow();
    }

    private ImmutableList<String> open(DateRange period) {
        return business.periodClose()
                .checklist(BookId.MAIN, period)
                .select(item -> item.count() > 0)
                .collect(item -> item.code() + " " + item.count());
    }

    @Test
    void a_month_closes_when_every_area_has_done_its_part() {
        work();
        assertThat(open(APRIL))
                .containsExactly(
                        "close.undepreciated-assets 1",
                        "close.unrecognised-deferrals 1",
                        "close.unmatched-bank-lines 1",
                        "close.unfiled-declaration 1");
        Refusal refusal =
                business.periodClose().close(BookId.MAIN, APRIL, ME).refusal().orElseThrow();
        assertThat(refusal.facts().get("blockers"))
                .isEqualTo("close.undepreciated-assets,close.unrecognised-deferrals");
        assertThat(business.books().periods().current().lockedThrough(BookId.MAIN, LockScope.ALL))
                .isEmpty();

        business.assets().depreciate(BookId.MAIN, APRIL.lastDay(), ME).orElseThrow();
        business.deferrals().recognise(APRIL.lastDay(), ME).orElseThrow();
        business.periodClose().close(BookId.MAIN, APRIL, ME).orElseThrow();
        assertThat(business.books().periods().current().lockedThrough(BookId.MAIN, LockScope.ALL))
                .contains(APRIL.lastDay());
        DateRange march = DateRange.of(START.minusMonths(1), START);
        assertThat(open(march)).as("nothing of it was due before").isEmpty();
    }

    @Test
    void a_unit_of_work_sees_the_balances_of_what_it_has_posted_and_nobody_else_does() {
        work();
        Books books = business.books();
        BookId main = BookId.MAIN;
        AccountId account = AccountId.of("6200");
        assertThatThrownBy(() -> business.stores().books().unitOfWork().execute(() -> {
                    business.assets().depreciate(main, APRIL.lastDay(), ME).orElseThrow();
                    assertThat(books.ledgerInWork().base(main, account, APRIL.lastDay()))
                            .isEqualTo(10_000);
                    assertThat(books.ledger().base(main, account, APRIL.lastDay()))
                            .isZero();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(books.ledgerInWork().base(main, account, APRIL.lastDay())).isZero();
    }

    @Test
    void nothing_is_left_to_do_in_an_empty_business() {
        assertThat(business.periodClose().checklist(BookId.MAIN, APRIL))
                .hasSize(9)
                .noneMatch(ChecklistItem::blocks);
        assertThat(open(APRIL)).isEmpty();
    }
}
