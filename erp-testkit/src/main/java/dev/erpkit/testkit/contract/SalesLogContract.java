package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.port.SalesQuery;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.testkit.sales.KitSales;
import dev.erpkit.testkit.sales.SalesStores;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What every {@code SalesLog} must do, of quotes, orders, frame contracts and statements alike: one record for each command in
 * its order, each key once, found by document and by party.
 */
public abstract class SalesLogContract extends PortContract<SalesHarness> {
    private static final CurrencyUnit YEN = Amounts.currency("JPY");

    /** For adapters. */
    protected SalesLogContract() {}

    /** One kind of document: its log, and every kind of change of it. */
    private record Kind<C>(Function<SalesStores, SalesLog<C>> log, Function<String, ImmutableList<C>> everything) {}

    private static final ImmutableList<Kind<?>> KINDS = Lists.immutable.of(
            new Kind<>(SalesStores::quotes, SalesSample::quotes),
            new Kind<>(SalesStores::orders, SalesSample::orders),
            new Kind<>(SalesStores::contracts, SalesSample::contracts),
            new Kind<>(SalesStores::billing, party -> SalesSample.billing()));

    /** A log under test, with what is told of it. */
    private final class Try<C> {
        private final Kind<C> kind;
        private final SalesLog<C> log;
        private final String party = Fresh.key("party");

        Try(Kind<C> kind) {
            this.kind = kind;
            this.log = kind.log().apply(harness().sales());
        }

        SalesRecord<C> at(long sequence, String key, String document, ImmutableList<C> changes) {
            return at(sequence, key, document, SalesSample.DAY, changes);
        }

        SalesRecord<C> at(long sequence, String key, String document, LocalDate day, ImmutableList<C> changes) {
            return new SalesRecord<>(
                    sequence,
                    IdempotencyKey.of(key),
                    "0123456789abcdef".repeat(4),
                    DocumentId.of(document),
                    PartyId.of(party),
                    day,
                    Fresh.instant(),
                    Actor.of("営業係"),
                    changes);
        }

        ImmutableList<C> everything() {
            return kind.everything().apply(party);
        }

        SalesRecord<C> append(String document, ImmutableList<C> changes) {
            return append(document, changes, SalesSample.DAY);
        }

        SalesRecord<C> append(String document, ImmutableList<C> changes, LocalDate day) {
            return inUnitOfWork(() -> {
                SalesRecord<C> fact = at(log.lastSequence() + 1, Fresh.key("sales"), document, day, changes);
                log.append(fact);
                return fact;
            });
        }

        /** All that a query chooses, slice by slice; none but the last one is short. */
        MutableList<SalesRecord<C>> listed(SalesQuery query, int limit) {
            MutableList<SalesRecord<C>> found = Lists.mutable.empty();
            Optional<SliceRequest> request = Optional.of(SliceRequest.first(limit));
            while (request.isPresent()) {
                Slice<SalesRecord<C>> slice = log.begun(query, request.get());
                assertThat(slice.elements().size()).isLessThanOrEqualTo(limit);
                assertThat(slice.next().isPresent() && slice.elements().size() < limit)
                        .isFalse();
                found.addAllIterable(slice.elements());
                request = slice.next();
            }
            return found;
        }

        ImmutableList<SalesRecord<C>> after(long sequence) {
            MutableList<SalesRecord<C>> found = Lists.mutable.empty();
            log.forEach(sequence, found::add);
            return found.toImmutable();
        }
    }

    private void each(Consumer<Try<?>> test) {
        KINDS.forEach(kind -> test.accept(new Try<>(kind)));
    }

    @Test
    void sales_1_1_a_record_comes_back_as_it_was_appended() {
        each(this::comesBack);
    }

    private <C> void comesBack(Try<C> at) {
        SalesRecord<C> full = at.append(Fresh.key("document"), at.everything());
        SalesRecord<C> empty = at.append(Fresh.key("document"), Lists.immutable.empty());
        assertThat(at.log.find(full.key())).contains(full);
        assertThat(at.log.find(empty.key())).contains(empty);
        assertThat(at.log.find(IdempotencyKey.of(Fresh.key("unknown")))).isEmpty();
        assertThat(at.log.lastSequence()).isEqualTo(empty.sequence());
    }

    @Test
    void sales_1_2_records_are_found_by_document_and_by_party_in_their_order() {
        each(this::areFound);
    }

    private <C> void areFound(Try<C> at) {
        String one = Fresh.key("document");
        SalesRecord<C> first = at.append(one, at.everything());
        SalesRecord<C> between =
                at.append(Fresh.key("document"), at.everything().take(1));
        SalesRecord<C> second = at.append(one, Lists.immutable.empty());
        assertThat(at.log.of(DocumentId.of(one)).castToList()).containsExactly(first, second);
        assertThat(at.log.of(PartyId.of(at.party)).castToList()).containsExactly(first, between, second);
        assertThat(at.log.of(DocumentId.of(Fresh.key("unknown"))).castToList()).isEmpty();
        assertThat(at.log.of(PartyId.of(Fresh.key("unknown"))).castToList()).isEmpty();
        assertThat(at.after(first.sequence() - 1).castToList()).containsExactly(first, between, second);
        assertThat(at.after(second.sequence()).castToList()).isEmpty();
    }

    @Test
    void sales_1_3_documents_are_listed_by_what_began_them_slice_by_slice() {
        each(this::areListed);
    }

    private <C> void areListed(Try<C> at) {
        long before = at.log.lastSequence();
        LocalDate day = SalesSample.DAY;
        SalesRecord<C> first = at.append(Fresh.key("document"), at.everything());
        SalesRecord<C> second = at.append(Fresh.key("document"), at.everything().take(1), day.plusDays(1));
        at.append(first.document().value(), Lists.immutable.empty(), day.plusDays(1));
        SalesRecord<C> third = at.append(Fresh.key("document"), Lists.immutable.empty(), day.plusDays(2));
        SalesQuery mine = SalesQuery.all().of(PartyId.of(at.party));
        assertThat(at.listed(mine, 2)).containsExactly(first, second, third);
        assertThat(at.listed(mine, 3)).containsExactly(first, second, third);
        assertThat(at.listed(mine.in(DateRange.ofDay(day.plusDays(1))), 1)).containsExactly(second);
        assertThat(at.listed(mine.in(DateRange.from(day.plusDays(1))), 1)).containsExactly(second, third);
        assertThat(at.listed(mine.in(DateRange.until(day.plusDays(1))), 1)).containsExactly(first);
        assertThat(at.listed(SalesQuery.all().of(PartyId.of(Fresh.key("unknown"))), 9))
                .isEmpty();
        Slice<SalesRecord<C>> all = at.log.begun(SalesQuery.all(), SliceRequest.after(Long.toString(before), 9));
        assertThat(all.elements()).containsExactly(first, second, third);
        assertThat(all.next()).isEmpty();
        assertThatThrownBy(() -> at.log.begun(mine, SliceRequest.after("third", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sales_1_4_what_begins_between_two_slices_moves_nothing() {
        each(this::isStable);
    }

    private <C> void isStable(Try<C> at) {
        SalesQuery mine = SalesQuery.all().of(PartyId.of(at.party));
        SalesRecord<C> first = at.append(Fresh.key("document"), at.everything());
        SalesRecord<C> second = at.append(Fresh.key("document"), at.everything());
        Slice<SalesRecord<C>> slice = at.log.begun(mine, SliceRequest.first(1));
        SalesRecord<C> late = at.append(Fresh.key("document"), at.everything());
        assertThat(slice.elements()).containsExactly(first);
        assertThat(at.log.begun(mine, slice.next().orElseThrow()).elements()).containsExactly(second);
        assertThat(at.listed(mine, 1)).containsExactly(first, second, late);
    }

    @Test
    void sales_2_1_a_taken_key_is_refused() {
        each(this::keyIsTaken);
    }

    private <C> void keyIsTaken(Try<C> at) {
        SalesRecord<C> first = at.append(Fresh.key("document"), at.everything());
        SalesRecord<C> twin =
                at.at(first.sequence() + 1, first.key().value(), Fresh.key("document"), Lists.immutable.empty());
        assertThatThrownBy(() -> at.log.append(twin)).isInstanceOf(DuplicateKeyException.class);
        assertThat(at.log.find(first.key())).contains(first);
        assertThat(at.log.of(twin.document()).castToList()).isEmpty();
        assertThat(at.log.lastSequence()).isEqualTo(first.sequence());
    }

    @Test
    void sales_2_2_only_the_next_sequence_is_taken() {
        each(this::sequenceFollows);
    }

    private <C> void sequenceFollows(Try<C> at) {
        SalesRecord<C> last = at.append(Fresh.key("document"), at.everything());
        for (long sequence : new long[] {last.sequence(), last.sequence() - 1, last.sequence() + 2}) {
            SalesRecord<C> wrong = at.at(sequence, Fresh.key("sales"), Fresh.key("document"), at.everything());
            assertThatThrownBy(() -> at.log.append(wrong)).isInstanceOf(StaleVersionException.class);
        }
        assertThat(at.log.lastSequence()).isEqualTo(last.sequence());
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void sales_3_1_a_failed_unit_of_work_leaves_no_record_and_no_gap() {
        each(this::leavesNothing);
    }

    private <C> void leavesNothing(Try<C> at) {
        SalesRecord<C> kept = at.append(Fresh.key("document"), at.everything());
        SalesRecord<C> lost =
                at.at(kept.sequence() + 1, Fresh.key("sales"), kept.document().value(), at.everything());
        rolledBack(() -> at.log.append(lost));
        assertThat(at.log.find(lost.key())).isEmpty();
        assertThat(at.log.of(kept.document()).castToList()).containsExactly(kept);
        assertThat(at.log.of(kept.party()).castToList()).containsExactly(kept);
        assertThat(at.append(Fresh.key("document"), at.everything()).sequence()).isEqualTo(kept.sequence() + 1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void sales_4_1_of_racers_for_one_sequence_exactly_one_wins() {
        each(this::oneWins);
    }

    private <C> void oneWins(Try<C> at) {
        SalesRecord<C> before = at.append(Fresh.key("document"), at.everything());
        ImmutableList<AtOnce.Ended<SalesRecord<C>>> ends = AtOnce.run(4, i -> {
            SalesRecord<C> racer =
                    at.at(before.sequence() + 1, Fresh.key("racer"), Fresh.key("document"), at.everything());
            at.log.append(racer);
            return racer;
        });
        assertThat(ends.count(e -> !e.failed())).isEqualTo(1);
        assertThat(at.after(before.sequence()).castToList())
                .containsExactly(ends.detect(e -> !e.failed()).value());
    }

    @Test
    @Requires(Capability.DURABLE)
    void sales_5_1_records_survive_a_restart() {
        each(this::survive);
    }

    private <C> void survive(Try<C> at) {
        SalesRecord<C> fact = at.append(Fresh.key("document"), at.everything());
        assertThat(at.kind.log().apply(harness().reopened().sales()).find(fact.key()))
                .contains(fact);
    }

    @Test
    @Requires(Capability.TENANTS)
    void sales_6_1_tenants_never_see_each_other() {
        each(this::seeNothing);
    }

    private <C> void seeNothing(Try<C> at) {
        SalesLog<C> other = at.kind.log().apply(harness().otherTenant().sales());
        SalesRecord<C> mine = at.append(Fresh.key("document"), at.everything());
        assertThat(other.find(mine.key())).isEmpty();
        assertThat(other.of(mine.document()).castToList()).isEmpty();
        SalesRecord<C> theirs = at.at(
                other.lastSequence() + 1, mine.key().value(), mine.document().value(), Lists.immutable.empty());
        other.append(theirs);
        assertThat(at.log.of(mine.document()).castToList()).containsExactly(mine);
    }

    @Test
    void sales_7_1_commands_are_told_once_and_what_is_refused_never() {
        Receivables.Standing standing = new Receivables.Standing(Amounts.zero(YEN), Optional.empty());
        KitSales seller = new KitSales(harness().sales(), party -> standing, Fresh.key("told"));
        Quotes quotes = seller.quotes(QuoteSetup.plain());
        Orders orders = seller.orders();
        DocumentId quote = DocumentId.of(Fresh.key("quote"));
        DocumentId order = DocumentId.of(Fresh.key("order"));
        IdempotencyKey key = seller.key();
        Offer offer = Offer.builder()
                .party(Fresh.key("party"))
                .currency(YEN)
                .add(SalesLine.of("item", "5", "10", YEN))
                .build();
        QuoteDraft draft = new QuoteDraft(offer, PricingPolicy.of(RoundingRule.HALF_UP), SalesSample.DAY);
        quotes.draft(seller.key(), quote, draft, SalesSample.DAY, KitSales.CLERK)
                .orElseThrow();
        Runnable submit = () -> quotes.submit(key, quote, 0, SalesSample.DAY, KitSales.CLERK);
        Runnable accept =
                () -> quotes.accept(key, quote, 0, Acceptance.of(order.value()), SalesSample.DAY, KitSales.CLERK);
        Runnable deliver = () -> orders.deliver(
                key, order, DocumentId.of("N"), LineQuantity.list(1, "4"), SalesSample.DAY, KitSales.CLERK);
        assertThat(types(submit)).containsExactly("quote.sent");
        assertThat(types(submit)).as("again").isEmpty();
        assertThat(types(accept)).as("key reused").isEmpty();
        IdempotencyKey other = seller.key();
        Runnable accepted =
                () -> quotes.accept(other, quote, 0, Acceptance.of(order.value()), SalesSample.DAY, KitSales.CLERK);
        assertThat(types(accepted)).containsExactly("quote.accepted", "order.placed");
        assertThat(types(accepted)).as("again").isEmpty();
        assertThat(types(deliver)).containsExactly("order.delivered");
        assertThat(types(deliver)).as("again").isEmpty();
        assertThat(types(() -> orders.deliver(
                        seller.key(),
                        order,
                        DocumentId.of("M"),
                        LineQuantity.list(1, "4"),
                        SalesSample.DAY,
                        KitSales.CLERK)))
                .as("too much")
                .isEmpty();
        assertThat(types(() ->
                        orders.cancel(seller.key(), order, LineQuantity.list(1, "1"), SalesSample.DAY, KitSales.CLERK)))
                .containsExactly("order.cancelled");
        assertThat(types(() -> orders.invoice(
                        seller.key(),
                        order,
                        DocumentId.of("I"),
                        new InvoiceAsk.AllDue(),
                        SalesSample.DAY,
                        KitSales.CLERK)))
                .containsExactly("order.invoiced");
        assertThat(types(() -> orders.takeBack(
                        seller.key(),
                        order,
                        DocumentId.of("R"),
                        LineQuantity.list(1, "1"),
                        false,
                        SalesSample.DAY,
                        KitSales.CLERK)))
                .containsExactly("order.returned");
    }

    /** The types of the events that a command tells; each is about a record of its own. */
    private ImmutableList<String> types(Runnable command) {
        ImmutableList<String> told = told(command);
        assertThat(told.distinct()).hasSameSizeAs(told);
        return told.collect(event -> event.substring(0, event.indexOf(' ')));
    }
}
