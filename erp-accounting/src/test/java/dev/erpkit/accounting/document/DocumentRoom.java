package dev.erpkit.accounting.document;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.accounting.document.japan.JapaneseDocuments;
import dev.erpkit.accounting.document.memory.MemoryDocumentLog;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.UnaryOperator;
import javax.money.MonetaryAmount;

/** Documents over books in memory: a Japanese company from April to March. */
final class DocumentRoom {
    static final LocalDate DAY = LocalDate.of(2026, 4, 10);
    static final Actor CLERK = Actor.of("clerk");
    static final TaxPolicy PER_RATE = TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE);
    static final Taxes TAXES = Taxes.of(
            Tax.percent("S10", "10")
                    .invoice(Repartition.of(
                            TaxPart.base(BoxTag.plus("sales-10")), TaxPart.tax("", BoxTag.plus("tax-10"))))
                    .build(),
            Tax.percent("S8", "8").build(),
            Tax.percent("IN10", "10").priceIncluded(true).build(),
            Tax.percent("P10", "10").build(),
            Tax.percent("P10-80", "10").deductibleShare("0.8").build(),
            Tax.percent("WITHHELD", "-10.21")
                    .invoice(Repartition.to("withheld"))
                    .build(),
            Tax.percent("REVERSE", "10")
                    .reverseCharge(true)
                    .invoice(Repartition.reverseCharge("", "owed"))
                    .build(),
            Tax.builder().code("DATED").rateFrom("2027-01-01", "5").build());

    final Books books;
    final MemoryExchangeRates rates;
    final MemoryDocumentLog log;
    final Documents documents;
    private final DocumentPorts ports;
    private final DocumentSetup setup;
    Instant now = Instant.parse("2026-04-10T01:00:00Z");

    DocumentRoom() {
        this(DocumentGuard.none());
    }

    DocumentRoom(DocumentGuard guard) {
        BooksStores stores = BooksStores.inMemory();
        MemoryUnitOfWork work = (MemoryUnitOfWork) stores.unitOfWork();
        rates = new MemoryExchangeRates(work);
        InstantSource clock = () -> now;
        BooksSetup setup = BooksSetup.of("JPY", FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR))
                .with(rates)
                .with(clock, () -> new byte[32]);
        books = Books.over(stores, setup);
        books.open(JapaneseCharts.smallCompany().chart());
        log = new MemoryDocumentLog(work);
        PostingRules rules = JapaneseDocuments.accounts()
                .tax("owed", "2180")
                .tax("withheld", "1340")
                .rules();
        ports = new DocumentPorts(
                work,
                log,
                stores.numbers(),
                stores.journal(),
                stores.openItems(),
                at -> new EventPosting(books.posting(), stores.journal(), work, setup.books(), at, () -> rules),
                rates,
                AccessPolicy.allowAll(),
                clock);
        this.setup =
                DocumentSetup.of(setup.books().getFirst(), TAXES).with(guard).losses("6420");
        documents = new Documents(ports, this.setup);
    }

    /** The same documents where the setup differs. */
    Documents with(UnaryOperator<DocumentSetup> change) {
        return new Documents(ports, change.apply(setup));
    }

    /** The same documents where nobody may do anything. */
    Documents denied() {
        return new Documents(
                new DocumentPorts(
                        ports.unitOfWork(),
                        log,
                        ports.numbers(),
                        ports.journal(),
                        ports.openItems(),
                        ports.events(),
                        rates,
                        (actor, permission) -> !permission.action().equals("document.issue"),
                        ports.clock()),
                setup);
    }

    /** The same documents after somebody has changed the taxes. */
    Documents with(Taxes other) {
        return new Documents(ports, setup.with(() -> other));
    }

    static DocumentDraft.Builder draft(String id, DocumentKind kind) {
        return DocumentDraft.builder()
                .id(id)
                .kind(kind)
                .party(kind.sale() ? "C1" : "V1")
                .documentDate(DAY)
                .currency("JPY")
                .taxPolicy(PER_RATE);
    }

    static DocumentDraft invoice(String id, DocumentLine... lines) {
        DocumentDraft.Builder draft = draft(id, DocumentKind.SALES_INVOICE);
        for (DocumentLine line : lines) {
            draft.add(line);
        }
        return draft.build();
    }

    IssuedDocument issue(DocumentDraft draft) {
        return documents.issue(draft, CLERK).orElseThrow();
    }

    String refusal(DocumentDraft draft) {
        long before = books.stores().journal().lastPosition();
        Outcome<IssuedDocument> outcome = documents.issue(draft, CLERK);
        if (books.stores().journal().lastPosition() != before) {
            throw new AssertionError("a refused draft was posted");
        }
        return outcome.refusal().orElseThrow().code().value();
    }

    /** The lines of a document's entry as {@code account amount base}. */
    String entry(IssuedDocument document) {
        return books.stores()
                .journal()
                .find(dev.erpkit.accounting.journal.EntryId.of(
                        document.event(), dev.erpkit.accounting.journal.BookId.MAIN))
                .orElseThrow()
                .entry()
                .lines()
                .collect(DocumentRoom::line)
                .makeString("; ");
    }

    private static String line(JournalLine line) {
        return line.account() + " " + Amounts.decimal(line.amount()).toPlainString()
                + (line.amount().getCurrency().equals(line.base().getCurrency())
                        ? ""
                        : " " + Amounts.decimal(line.base()).toPlainString())
                + line.dueDate().map(day -> " due " + day).orElse("");
    }

    void rate(String currency, String rate, LocalDate day) {
        rates.record(ExchangeRate.of(
                Amounts.currency(currency), Amounts.currency("JPY"), new BigDecimal(rate), RateType.SPOT, day));
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, Amounts.currency("JPY"));
    }
}
