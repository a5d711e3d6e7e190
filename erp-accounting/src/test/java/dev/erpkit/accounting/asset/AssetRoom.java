package dev.erpkit.accounting.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.asset.AssetChange.Acquired;
import dev.erpkit.accounting.asset.AssetChange.Disposed;
import dev.erpkit.accounting.asset.memory.MemoryAssetLog;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.rule.Translation;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.SortedMaps;
import org.junit.jupiter.api.BeforeEach;

/** Books with two books, and the assets in them. */
abstract class AssetRoom {
    static final Actor ACTOR = Actor.of("clerk");
    static final BookId TAX = BookId.of("tax");
    static final AssetId LATHE = AssetId.of("lathe");
    static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    static final AssetAccounts ACCOUNTS =
            new AssetAccounts("1400", "1490", "5400", "2900", "3100", "5410", "1900", "4400", "5420");

    final InstantSource clock = InstantSource.fixed(Instant.parse("2026-12-31T00:00:00Z"));
    Books books;
    AssetLog log;
    AssetService assets;

    @BeforeEach
    void open() {
        BooksStores stores = BooksStores.inMemory();
        books = Books.over(
                stores,
                BooksSetup.of("JPY", Plans.YEARS)
                        .with(
                                new Book(BookId.MAIN, Amounts.currency("JPY"), Plans.YEARS),
                                new Book(TAX, Amounts.currency("JPY"), Plans.YEARS)));
        for (String id : new String[] {"1400", "1490", "1900"}) {
            books.open(Account.of(id, id, AccountClass.ASSET));
        }
        books.open(Account.of("2900", "2900", AccountClass.LIABILITY));
        books.open(Account.of("3100", "3100", AccountClass.EQUITY));
        books.open(Account.of("4400", "4400", AccountClass.INCOME));
        for (String id : new String[] {"5400", "5410", "5420"}) {
            books.open(Account.of(id, id, AccountClass.EXPENSE));
        }
        log = new MemoryAssetLog((MemoryUnitOfWork) stores.unitOfWork());
        assets = service(AccessPolicy.allowAll());
    }

    AssetService service(AccessPolicy access) {
        PostingRules rules =
                new PostingRules(ACCOUNTS.rules(BookId.MAIN).newWithAll(ACCOUNTS.rules(TAX)), Translation.atSpot());
        return new AssetService(
                log,
                books.events(rules),
                books.stores().unitOfWork(),
                access,
                clock,
                Schedules.by(Plans.METHODS, Plans.YEARS));
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, Amounts.currency("JPY"));
    }

    static IdempotencyKey key(String text) {
        return IdempotencyKey.of(text);
    }

    static DepreciationTerms terms(int months) {
        return DepreciationTerms.builder()
                .method("straight-line")
                .lifeMonths(months)
                .build();
    }

    static Acquired lathe() {
        return new Acquired(
                "Lathe",
                "machinery",
                yen(1_200_000),
                Dimensions.of("site", "north"),
                SortedMaps.immutable.of(BookId.MAIN, BookStart.of(terms(12)), TAX, BookStart.of(terms(24))));
    }

    static Disposed sold() {
        return new Disposed(DisposalKind.SOLD, yen(1), DisposalTiming.THROUGH_DAY);
    }

    void acquire() {
        assets.acquire(key("buy"), LATHE, DAY, lathe(), ACTOR).orElseThrow();
    }

    Outcome<AssetFact> change(String key, String day, AssetChange change) {
        return assets.change(key(key), LATHE, LocalDate.parse(day), change, ACTOR);
    }

    DepreciationRun run(BookId book, String through) {
        return assets.depreciate(book, LocalDate.parse(through), ACTOR).orElseThrow();
    }

    String balance(BookId book, String account) {
        return Amounts.canonical(books.balance(
                book, dev.erpkit.accounting.chart.AccountId.of(account), Amounts.currency("JPY"), LocalDate.MAX));
    }

    static String code(Outcome<?> outcome) {
        return outcome.refusal().map(Refusal::code).map(Object::toString).orElse("accepted");
    }

    /** Nothing is changed: no fact, no row, no entry. */
    void refused(String code, Function<AssetRoom, Outcome<?>> command) {
        long entries = books.stores().journal().lastPosition();
        int facts = log.facts(LATHE).size();
        int rows = log.rows(LATHE).size();
        assertThat(code(command.apply(this))).isEqualTo(code);
        assertThat(books.stores().journal().lastPosition()).isEqualTo(entries);
        assertThat(log.facts(LATHE)).hasSize(facts);
        assertThat(log.rows(LATHE)).hasSize(rows);
    }
}
