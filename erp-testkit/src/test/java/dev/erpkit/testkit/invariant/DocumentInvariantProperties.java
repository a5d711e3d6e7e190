package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.document.AdvancePolicy;
import dev.erpkit.accounting.document.AdvanceTerms;
import dev.erpkit.accounting.document.CreditLine;
import dev.erpkit.accounting.document.DocumentDraft;
import dev.erpkit.accounting.document.DocumentFigures;
import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.Documents;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.document.memory.MemoryDocumentLog;
import dev.erpkit.accounting.document.port.DocumentQuery;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.books.KitDocuments;
import dev.erpkit.testkit.contract.MemoryHarness;
import dev.erpkit.testkit.generate.ChartArbitraries;
import dev.erpkit.testkit.generate.DocumentArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Documents that are issued and credited in any way keep their invariants, and a credit that is tampered with is seen. */
class DocumentInvariantProperties {
    private static final Instant NOW = Instant.parse("2026-04-10T00:00:00Z");

    /** Documents over empty books in yen. */
    private static final class Room {
        final MemoryHarness harness = new MemoryHarness();
        final MemoryDocumentLog log = new MemoryDocumentLog((MemoryUnitOfWork) harness.unitOfWork());
        final Book book = new Book(
                BookId.MAIN, Amounts.currency("JPY"), FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR));
        final KitBooks books = KitBooks.over(
                harness,
                Lists.immutable.of(book),
                Lists.immutable.empty(),
                PostingPolicy.standard(),
                new KitClock(NOW));

        Room() {
            books.books().open(ChartArbitraries.small());
            rate("USD", "151.37", DocumentArbitraries.DAY);
            rate("KWD", "491.118", DocumentArbitraries.DAY);
        }

        void rate(String currency, String rate, LocalDate day) {
            harness.record(ExchangeRate.of(
                    Amounts.currency(currency), Amounts.currency("JPY"), new BigDecimal(rate), RateType.SPOT, day));
        }

        Documents documents(Taxes taxes) {
            return KitDocuments.over(books, book, log, taxes, new KitClock(NOW));
        }

        ImmutableList<IssuedDocument> all() {
            MutableList<IssuedDocument> all = Lists.mutable.empty();
            log.forEach(DocumentQuery.all(), all::add);
            return all.toImmutable();
        }
    }

    @Provide
    Arbitrary<DocumentDraft> drafts() {
        return DocumentArbitraries.drafts();
    }

    @Provide
    Arbitrary<ImmutableList<CreditLine>> creditSequences() {
        return DocumentArbitraries.creditSequences();
    }

    @Property(tries = 150)
    void invariants_18_22_and_24_hold_of_any_document_and_any_sequence_of_credits(
            @ForAll("drafts") DocumentDraft draft, @ForAll("creditSequences") ImmutableList<CreditLine> sequence) {
        Room room = new Room();
        Documents documents = room.documents(DocumentArbitraries.taxes());
        IssuedDocument original = documents.issue(draft, KitBooks.CLERK).orElseThrow();
        ImmutableList<IssuedDocument> before = room.all();
        room.rate("USD", "99", DocumentArbitraries.DAY.plusDays(1));
        Documents changed = room.documents(Taxes.of());
        int number = 0;
        for (CreditLine line : sequence) {
            Outcome<IssuedDocument> outcome = changed.issue(credit("c" + number++, original, line), KitBooks.CLERK);
            outcome.refusal()
                    .ifPresent(refusal -> assertThat(refusal.code().value())
                            .isIn("document.credit-exceeds", "document.credit-line", "document.nothing-to-credit"));
            assertThat(DocumentInvariants.creditsNeverExceed(room.all())).isEmpty();
        }
        rest(changed, original);
        assertThat(DocumentInvariants.creditsNeverExceed(room.all())).isEmpty();
        assertThat(DocumentInvariants.totalsAgree(room.all())).isEmpty();
        assertThat(DocumentInvariants.numbersAreGapless(room.all())).isEmpty();
        assertThat(DocumentInvariants.unchanged(before, room.all())).isEmpty();
        assertThat(JournalInvariants.all(room.books.journal())).isEmpty();
    }

    private static DocumentDraft credit(String id, IssuedDocument original, CreditLine... lines) {
        return DocumentDraft.credit(id, original, DocumentArbitraries.DAY.plusDays(1), lines);
    }

    private static void rest(Documents documents, IssuedDocument original) {
        if (!documents.creditable(original.id()).exhausted()) {
            documents.issue(credit("rest", original), KitBooks.CLERK).orElseThrow();
        }
        assertThat(documents.creditable(original.id()).exhausted()).isTrue();
        assertThat(documents.creditable(original.id()).remainingTotal().isZero())
                .isTrue();
    }

    @Property(tries = 100)
    void a_full_credit_negates_every_amount_and_box(@ForAll("drafts") DocumentDraft draft) {
        Room room = new Room();
        Documents documents = room.documents(DocumentArbitraries.taxes());
        IssuedDocument original = documents.issue(draft, KitBooks.CLERK).orElseThrow();
        IssuedDocument credit =
                documents.issue(credit("c", original), KitBooks.CLERK).orElseThrow();
        assertThat(credit.taxes()).isEqualTo(original.taxes());
        assertThat(credit.lines().collect(IssuedLine::netBaseMinor))
                .isEqualTo(original.lines().collect(IssuedLine::netBaseMinor));
        assertThat(credit.figures().totalBaseMinor())
                .isEqualTo(original.figures().totalBaseMinor());
        for (String account : new String[] {"1100", "2100", "2200", "4000", "5000"}) {
            assertThat(room.books
                            .books()
                            .balance(account, DocumentArbitraries.DAY.plusDays(1))
                            .isZero())
                    .as(account)
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void advances_and_final_invoice_are_the_order_per_tax_and_in_total(
            @ForAll("drafts") DocumentDraft order,
            @ForAll @IntRange(min = 1, max = 60) int first,
            @ForAll @IntRange(min = 1, max = 40) int second,
            @ForAll AdvancePolicy policy) {
        Room room = new Room();
        Documents documents = room.documents(DocumentArbitraries.taxes());
        DocumentDraft.Builder sale = DocumentDraft.builder().from(order);
        sale.kind(DocumentKind.SALES_INVOICE).totalRounding(java.util.Optional.empty());
        DocumentFigures ordered = documents.preview(sale.build()).orElseThrow();
        Assume.that(ordered.totalMinor() > 200);
        DocumentDraft.Builder advance =
                DocumentDraft.builder().from(sale.build()).kind(DocumentKind.ADVANCE_INVOICE);
        int[] percents = {first, second};
        for (int i = 0; i < 2; i++) {
            documents
                    .issue(
                            advance.id(dev.erpkit.accounting.document.DocumentId.of("a" + i))
                                    .advance(AdvanceTerms.percent("Advance", Integer.toString(percents[i]))
                                            .under(policy))
                                    .build(),
                            KitBooks.CLERK)
                    .orElseThrow();
        }
        Outcome<IssuedDocument> last = documents.issue(
                DocumentDraft.builder()
                        .from(sale.build())
                        .kind(DocumentKind.FINAL_INVOICE)
                        .id("final")
                        .deducts("a0", "a1")
                        .build(),
                KitBooks.CLERK);
        if (last.isAccepted()) {
            ImmutableList<IssuedDocument> all = room.all();
            assertThat(total(all)).isEqualTo(ordered.totalMinor());
            ordered.taxes()
                    .forEach(tax -> assertThat(all.flatCollect(IssuedDocument::taxes)
                                    .select(each -> each.tax().equals(tax.tax()))
                                    .sumOfLong(each -> each.taxMinor()))
                            .isEqualTo(tax.taxMinor()));
            if (ordered.currency().equals(ordered.baseCurrency())) {
                assertThat(room.books
                                .books()
                                .balance("3000", DocumentArbitraries.DAY)
                                .isZero())
                        .as("nothing stays an advance")
                        .isTrue();
            }
        } else {
            assertThat(last.refusal().orElseThrow().code().value()).isEqualTo("document.deduction-exceeds");
        }
    }

    private static long total(ImmutableList<IssuedDocument> documents) {
        return documents.sumOfLong(document -> document.figures().totalMinor());
    }

    @Property(tries = 20)
    void a_document_that_changed_and_a_credit_too_much_are_seen(@ForAll("drafts") DocumentDraft draft) {
        Room room = new Room();
        Documents documents = room.documents(DocumentArbitraries.taxes());
        IssuedDocument original = documents.issue(draft, KitBooks.CLERK).orElseThrow();
        Assume.that(original.figures().netMinor() > 0);
        IssuedDocument credit =
                documents.issue(credit("c", original), KitBooks.CLERK).orElseThrow();
        IssuedDocument twice = IssuedDocument.builder()
                .from(credit)
                .id(dev.erpkit.accounting.document.DocumentId.of("c2"))
                .build();
        assertThat(DocumentInvariants.creditsNeverExceed(room.all().newWith(twice)))
                .isNotEmpty();
        assertThat(DocumentInvariants.numbersAreGapless(room.all().newWith(twice)))
                .isNotEmpty();
        assertThat(DocumentInvariants.unchanged(room.all(), Lists.immutable.of(credit)))
                .hasSize(1);
    }
}
