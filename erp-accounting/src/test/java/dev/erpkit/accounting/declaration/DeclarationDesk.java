package dev.erpkit.accounting.declaration;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.declaration.memory.MemoryDeclarationLog;
import dev.erpkit.accounting.declaration.memory.MemoryTaxFactLog;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A recorder and declarations over memory, in yen. */
final class DeclarationDesk {
    static final Actor CLERK = Actor.of("clerk");
    static final DateRange MARCH = DateRange.parse("2026-03-01/2026-04-01");
    static final DateRange APRIL = DateRange.parse("2026-04-01/2026-05-01");
    static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final BooksStores stores = BooksStores.inMemory();
    private final MemoryUnitOfWork work = (MemoryUnitOfWork) stores.unitOfWork();
    final MemoryTaxFactLog facts = new MemoryTaxFactLog(work);
    final MemoryDeclarationLog log = new MemoryDeclarationLog(work);
    final TaxRecorder recorder;
    final DeclarationService service;
    private int documents;

    DeclarationDesk() {
        this(AccessPolicy.allowAll(), DeclarationForm.of("vat", "sales-10", "sales-8", "purchases"));
    }

    DeclarationDesk(AccessPolicy access, DeclarationForm form) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-10T01:02:03.123456789Z"));
        ImmutableList<DeclarationForm> forms = Lists.immutable.of(form);
        recorder = new TaxRecorder(facts, stores.journal(), work, clock, forms);
        service = new DeclarationService(log, facts, stores.journal(), work, clock, access, forms);
    }

    static TaxLine line(String box, long base, long tax) {
        return TaxLine.of(
                "JP", box, Amounts.of(base, Amounts.currency("JPY")), Amounts.of(tax, Amounts.currency("JPY")));
    }

    static TaxRecord document(String key, LocalDate date, TaxLine... lines) {
        return new TaxRecord(
                BookId.MAIN,
                IdempotencyKey.of(key),
                SourceDocument.of("shop", "sales-invoice", key),
                date,
                Lists.immutable.of(lines));
    }

    void sold(String date, long base) {
        documents++;
        recorder.record(document("doc-" + documents, LocalDate.parse(date), line("sales-10", base, base / 10)))
                .orElseThrow();
    }

    static DeclarationRequest request(String key, DateRange period, boolean correction, LatePolicy late) {
        return new DeclarationRequest(IdempotencyKey.of(key), BookId.MAIN, "vat", period, correction, late, MAY);
    }

    Outcome<Declaration> prepare(String key, DateRange period, LatePolicy late) {
        return service.prepare(request(key, period, false, late), CLERK);
    }

    Outcome<Declaration> correct(String key, DateRange period) {
        return service.prepare(request(key, period, true, LatePolicy.AMEND), CLERK);
    }

    Declaration filed(Declaration declaration) {
        service.file(IdempotencyKey.of("file-" + declaration.key()), declaration, MAY, "receipt", CLERK)
                .orElseThrow();
        return declaration;
    }

    static long base(Declaration declaration) {
        return declaration.box("sales-10", Amounts.currency("JPY")).baseMinor();
    }
}
