package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.DocumentLine;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.books.KitDocuments;
import dev.erpkit.testkit.fault.Faults;
import dev.erpkit.testkit.fault.FaultyPorts;
import dev.erpkit.testkit.fault.InjectedFault;
import dev.erpkit.testkit.invariant.DocumentInvariants;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/**
 * What issuing must do on every adapter when something breaks or several issue at once: a document, its number, its entry and
 * its items are there together or not at all, numbers are gapless, and nobody credits twice what is left once.
 *
 * <p>Give this contract stores of its own whose journal and documents are written by services alone.
 */
public abstract class DocumentsContract extends PortContract<DocumentHarness> {
    private static final Taxes TAXES = Taxes.of(Tax.percent("S10", "10").build());
    private static final Book MAIN = new Book(BookId.MAIN, Amounts.currency("JPY"), BooksRoom.CALENDAR);

    private final Faults faults = new Faults();

    /** For adapters. */
    protected DocumentsContract() {}

    private Documents documents() {
        return documents(harness().books().stores(), harness().documents());
    }

    private Documents faulty() {
        return documents(
                FaultyPorts.of(harness().books().stores(), faults),
                FaultyPorts.of(harness().documents(), faults));
    }

    private Documents documents(BooksStores stores, DocumentLog log) {
        KitBooks books = BooksRoom.over(harness().books(), stores);
        return KitDocuments.over(books, MAIN, log, TAXES, new KitClock(Instant.parse("2026-04-01T00:00:00Z")));
    }

    private static DocumentDraft invoice(String id) {
        return DocumentDraft.builder()
                .id(id)
                .kind(DocumentKind.SALES_INVOICE)
                .party("C1")
                .documentDate(BooksRoom.DAY)
                .currency("JPY")
                .taxPolicy(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE))
                .add(DocumentLine.of("Goods", "3", "333", "S10"))
                .due(BooksRoom.DAY.plusDays(30), Amounts.of("598", "JPY"))
                .due(BooksRoom.DAY.plusDays(60), Amounts.of("500", "JPY"))
                .build();
    }

    private ImmutableList<IssuedDocument> all() {
        MutableList<IssuedDocument> all = Lists.mutable.empty();
        harness().documents().forEach(DocumentQuery.all(), all::add);
        return all.toImmutable();
    }

    /** How much is recorded: documents and entries. */
    private String size() {
        return all().size() + " documents, " + harness().books().journal().lastPosition() + " entries";
    }

    private void requireGapless() {
        assertThat(DocumentInvariants.numbersAreGapless(all())).isEmpty();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void issuing_1_1_a_fault_at_any_write_leaves_no_gap_and_nothing_half() {
        Documents documents = faulty();
        IssuedDocument original =
                documents.issue(invoice(Fresh.key("i")), KitBooks.CLERK).orElseThrow();
        int struck = strikes(() -> invoice(Fresh.key("i")));
        assertThat(struck).as("entry, items, seal, numbers, document").isGreaterThan(4);
        strikes(() -> DocumentDraft.credit(Fresh.key("c"), original, BooksRoom.DAY, CreditLine.quantity(1, "1/100")));
        requireGapless();
    }

    private int strikes(Supplier<DocumentDraft> fresh) {
        Documents documents = faulty();
        int writes = 0;
        boolean struck = true;
        while (struck) {
            DocumentDraft draft = fresh.get();
            String before = size();
            faults.crashAfterWrites(writes);
            try {
                documents.issue(draft, KitBooks.CLERK).orElseThrow();
            } catch (InjectedFault fault) {
                assertThat(size()).as("nothing stays").isEqualTo(before);
                assertThat(harness().documents().find(draft.id())).isEmpty();
            }
            struck = !faults.disarm();
            documents.issue(draft, KitBooks.CLERK).orElseThrow();
            writes++;
        }
        return writes - 1;
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void issuing_1_2_a_lost_reply_and_a_crash_before_the_commit_have_one_effect_in_the_end() {
        Documents documents = faulty();
        DocumentDraft lost = invoice(Fresh.key("i"));
        faults.loseReply();
        assertThatThrownBy(() -> documents.issue(lost, KitBooks.CLERK)).isInstanceOf(InjectedFault.class);
        Outcome<IssuedDocument> again = documents.issue(lost, KitBooks.CLERK);
        assertThat(again instanceof Outcome.Accepted<IssuedDocument> accepted && accepted.replayed())
                .isTrue();
        DocumentDraft crashed = invoice(Fresh.key("i"));
        faults.crashBeforeCommit();
        assertThatThrownBy(() -> documents.issue(crashed, KitBooks.CLERK)).isInstanceOf(InjectedFault.class);
        assertThat(harness().documents().find(crashed.id())).isEmpty();
        documents.issue(crashed, KitBooks.CLERK).orElseThrow();
        requireGapless();
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void issuing_1_3_what_is_refused_after_writing_leaves_nothing() {
        String before = size();
        DocumentDraft draft = DocumentDraft.builder()
                .from(invoice(Fresh.key("i")))
                .currency("USD")
                .instalments(Lists.immutable.empty())
                .build();
        assertThat(documents()
                        .issue(draft, KitBooks.CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("rate.missing");
        assertThat(size()).isEqualTo(before);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void issuing_2_1_documents_that_are_issued_at_once_have_one_number_each_in_order() {
        Documents documents = documents();
        for (int round = 0; round < 3; round++) {
            ImmutableList<AtOnce.Ended<IssuedDocument>> ends = AtOnce.run(
                    4,
                    i -> documents
                            .issue(invoice(Fresh.key("i")), KitBooks.CLERK)
                            .orElseThrow());
            assertThat(AtOnce.failures(ends)).isEmpty();
        }
        requireGapless();
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void issuing_2_2_of_two_credits_of_the_last_amount_at_once_one_is_refused() {
        Documents documents = documents();
        for (int round = 0; round < 3; round++) {
            IssuedDocument original =
                    documents.issue(invoice(Fresh.key("i")), KitBooks.CLERK).orElseThrow();
            ImmutableList<AtOnce.Ended<Outcome<IssuedDocument>>> ends = AtOnce.run(
                    2,
                    i -> documents.issue(
                            DocumentDraft.credit(Fresh.key("c"), original, BooksRoom.DAY, CreditLine.quantity(1, "2")),
                            KitBooks.CLERK));
            assertThat(AtOnce.failures(ends)).isEmpty();
            ImmutableList<Outcome<IssuedDocument>> outcomes = ends.collect(AtOnce.Ended::value);
            assertThat(outcomes.count(Outcome::isAccepted)).isEqualTo(1);
            assertThat(outcomes.detect(outcome -> !outcome.isAccepted())
                            .refusal()
                            .orElseThrow()
                            .code()
                            .value())
                    .isEqualTo("document.credit-exceeds");
        }
        assertThat(DocumentInvariants.creditsNeverExceed(all())).isEmpty();
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void issuing_2_3_one_draft_sent_by_several_at_once_is_issued_once() {
        Documents documents = documents();
        DocumentDraft draft = invoice(Fresh.key("i"));
        ImmutableList<AtOnce.Ended<IssuedDocument>> ends =
                AtOnce.run(4, i -> documents.issue(draft, KitBooks.CLERK).orElseThrow());
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.collect(AtOnce.Ended::value).distinct()).hasSize(1);
        requireGapless();
    }
}
