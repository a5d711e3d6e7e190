package dev.erpkit.accounting;

import dev.erpkit.accounting.evidence.SaltSource;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.posting.PostingGuard;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.system.SystemSources;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a host decides about its books.
 *
 * @param books the books, each with its base currency and fiscal calendar
 * @param journals the journals entries are numbered in, the same in every book
 * @param policy the choices of posting
 * @param rates exchange rates
 * @param access who may do what
 * @param clock recorded instants
 * @param salts salts of erasable texts
 * @param guards rules of the host for everything that is posted, asked in their order
 */
public record BooksSetup(
        ImmutableList<Book> books,
        ImmutableList<Journal> journals,
        PostingPolicy policy,
        ExchangeRates rates,
        AccessPolicy access,
        InstantSource clock,
        SaltSource salts,
        ImmutableList<PostingGuard> guards) {
    /** One main book with calendar years, the system clock, no rates, and everybody may do everything. */
    public static BooksSetup of(String baseCurrency) {
        return of(baseCurrency, FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR));
    }

    /** One main book with these fiscal years, the system clock, no rates, and everybody may do everything. */
    public static BooksSetup of(String baseCurrency, FiscalCalendar calendar) {
        return new BooksSetup(
                Lists.immutable.of(new Book(BookId.MAIN, Amounts.currency(baseCurrency), calendar)),
                Lists.immutable.of(Journal.GENERAL),
                PostingPolicy.standard(),
                (from, to, type, date) -> Optional.empty(),
                AccessPolicy.allowAll(),
                SystemSources.clock(),
                SystemSources.salts()::get,
                Lists.immutable.empty());
    }

    /** The same setup with other journals. */
    public BooksSetup with(Journal... all) {
        return new BooksSetup(books, Lists.immutable.with(all), policy, rates, access, clock, salts, guards);
    }

    /** The same setup with more than one book. */
    public BooksSetup with(Book... all) {
        return new BooksSetup(Lists.immutable.with(all), journals, policy, rates, access, clock, salts, guards);
    }

    /** The same setup with another policy. */
    public BooksSetup with(PostingPolicy other) {
        return new BooksSetup(books, journals, other, rates, access, clock, salts, guards);
    }

    /** The same setup with exchange rates. */
    public BooksSetup with(ExchangeRates other) {
        return new BooksSetup(books, journals, policy, other, access, clock, salts, guards);
    }

    /** The same setup with an access policy. */
    public BooksSetup with(AccessPolicy other) {
        return new BooksSetup(books, journals, policy, rates, other, clock, salts, guards);
    }

    /** The same setup with another clock and salts: for simulations and tests. */
    public BooksSetup with(InstantSource otherClock, SaltSource otherSalts) {
        return new BooksSetup(books, journals, policy, rates, access, otherClock, otherSalts, guards);
    }

    /** The same setup with more rules for everything that is posted. */
    public BooksSetup guardedBy(PostingGuard... more) {
        return new BooksSetup(
                books, journals, policy, rates, access, clock, salts, guards.newWithAll(Lists.immutable.with(more)));
    }
}
