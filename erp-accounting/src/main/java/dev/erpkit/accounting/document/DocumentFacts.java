package dev.erpkit.accounting.document;

import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** What an issued document tells the books and the declarations. */
final class DocumentFacts {
    private DocumentFacts() {}

    static SourceDocument source(DocumentDraft draft) {
        return SourceDocument.of("documents", draft.kind().text(), draft.id().value());
    }

    /** The event; nothing where all amounts are zero. */
    static Optional<AccountingEvent> event(DocumentDraft draft, DocumentFigures figures) {
        ImmutableList<RoleAmount> amounts = DocumentPart.of(
                        draft.kind(), figures.lines(), figures.roundingMinor(), figures.instalments())
                .select(part -> part.minor() != 0)
                .collect(part -> part.amount(draft.currency(), draft.party()));
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(AccountingEvent.builder()
                        .key(IssuedDocument.eventOf(draft.id()))
                        .type(draft.kind().text())
                        .effectiveDate(draft.effectiveDate())
                        .source(source(draft))
                        .narrative(draft.narrative())
                        .amounts(amounts)
                        .build());
    }

    /** What it puts into boxes; a credit belongs to the period in which it is given. */
    static Optional<TaxRecord> declared(BookId book, DocumentDraft draft, DocumentFigures figures) {
        ImmutableList<TaxLine> lines = figures.taxes().flatCollect(tax -> lines(draft.kind(), figures, tax));
        LocalDate date = draft.kind().reduces() ? draft.effectiveDate() : figures.taxPoint();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaxRecord(book, IssuedDocument.eventOf(draft.id()), source(draft), date, lines));
    }

    private static ImmutableList<TaxLine> lines(DocumentKind kind, DocumentFigures figures, DocumentTax tax) {
        long sign = kind.reduces() ? -1 : 1;
        boolean base = tax.tax().part() == TaxPart.Of.BASE;
        return tax.tax()
                .boxes()
                .collect(tag -> new TaxLine(
                        tax.tax().code(),
                        tag.box(),
                        Amounts.normalise(figures.baseCurrency()),
                        base ? sign * tag.sign() * tax.taxableBaseMinor() : 0,
                        base ? 0 : sign * tag.sign() * tax.taxBaseMinor()));
    }
}
