package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.deferral.CreditSplit;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralEvents;
import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.DeferralId;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.DeferralService;
import dev.erpkit.accounting.deferral.DeferralSetup;
import dev.erpkit.accounting.deferral.DeferralState;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.books.Journals;
import dev.erpkit.testkit.generate.SpreadArbitraries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Invariant 37 in books: what the facts say is what the accounts hold, and doing everything twice is doing it once. */
class DeferralBooksProperties {
    private static final Actor CLERK = Actor.of("clerk");
    private static final DeferralId ID = DeferralId.of("d");

    @Provide
    Arbitrary<Deferral> deferrals() {
        return SpreadArbitraries.deferrals("d");
    }

    @Property(tries = 60)
    void the_accounts_hold_what_the_facts_say(
            @ForAll("deferrals") Deferral deferral,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 3) Integer> actions,
            @ForAll @Size(5) List<@IntRange(max = 900) Integer> days,
            @ForAll CreditSplit split) {
        BooksStores stores = BooksStores.inMemory();
        String currency = deferral.total().getCurrency().getCurrencyCode();
        Books books = Books.over(stores, BooksSetup.of(currency));
        for (String id : List.of("deferred", "revenue", "prepaid", "expense")) {
            books.open(Account.of(id, id, AccountClass.ASSET));
        }
        MemoryDeferralLog log = new MemoryDeferralLog((MemoryUnitOfWork) stores.unitOfWork());
        DeferralService service = new DeferralService(
                log,
                books.events(PostingRules.of(
                        DeferralEvents.recognition(BookId.MAIN, "deferred", "revenue", "prepaid", "expense"))),
                stores.unitOfWork(),
                AccessPolicy.allowAll(),
                InstantSource.fixed(Instant.EPOCH),
                DeferralSetup.standard());
        service.open(deferral, CLERK).orElseThrow();
        for (int i = 0; i < actions.size(); i++) {
            LocalDate day = deferral.service().startInclusive().plusDays(days.get(i));
            IdempotencyKey key = IdempotencyKey.of("key" + i);
            for (int twice = 0; twice < 2; twice++) {
                switch (actions.get(i)) {
                    case 0, 1 -> service.recognise(day, CLERK).orElseThrow();
                    case 2 ->
                        service.credit(
                                ID,
                                key,
                                day,
                                Amounts.ofMinor(
                                        Math.max(1, deferral.totalMinor() / 3),
                                        deferral.total().getCurrency()),
                                split,
                                CLERK);
                    default -> service.end(ID, key, day, EarlyEnd.LEAVE_DEFERRED, CLERK);
                }
            }
        }
        MutableList<DeferralFact> facts = Lists.mutable.empty();
        log.forEach(0, facts::add);
        assertThat(DeferralInvariants.whole(facts)).isEmpty();
        assertThat(DeferralInvariants.booked(facts, BookId.MAIN, Journals.of(stores.journal())))
                .isEmpty();
        DeferralState state = service.current().find(ID).orElseThrow();
        boolean revenue = deferral.kind() == DeferralKind.REVENUE;
        long recognised = Amounts.minor(books.balance(revenue ? "revenue" : "expense", LocalDate.MAX));
        assertThat(revenue ? -recognised : recognised).isEqualTo(state.recognisedMinor());
        assertThat(facts.collect(DeferralFact::key).distinct())
                .as("nothing is told twice")
                .hasSize(facts.size());
    }
}
