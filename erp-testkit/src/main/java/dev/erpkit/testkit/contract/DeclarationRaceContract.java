package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationFact.Filed;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.DeclarationRequest;
import dev.erpkit.accounting.declaration.DeclarationService;
import dev.erpkit.accounting.declaration.LatePolicy;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.declaration.TaxRecord;
import dev.erpkit.accounting.declaration.TaxRecorder;
import dev.erpkit.accounting.declaration.port.TaxFactQuery;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.invariant.DeclarationInvariants;
import java.time.InstantSource;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Declarations while documents are posted: no fact is lost, none is declared twice, one filing stands. */
public abstract class DeclarationRaceContract extends PortContract<DeclarationHarness> {
    private static final Actor CLERK = Actor.of("clerk");
    private static final int PERIODS = 4;
    private static final int DOCUMENTS = 10;

    /** For adapters. */
    protected DeclarationRaceContract() {}

    private volatile DeclarationForm form = DeclarationForm.of("form", "box");

    private DeclarationService service() {
        return new DeclarationService(
                harness().declarations(),
                harness().taxFacts(),
                harness().journal(),
                harness().unitOfWork(),
                InstantSource.system(),
                AccessPolicy.allowAll(),
                Lists.immutable.of(form));
    }

    private TaxRecorder recorder() {
        return new TaxRecorder(
                harness().taxFacts(),
                harness().journal(),
                harness().unitOfWork(),
                InstantSource.system(),
                Lists.immutable.of(form));
    }

    private static DateRange month(int number) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusMonths(number);
        return DateRange.of(start, start.plusMonths(1));
    }

    private void record(int thread, int number) {
        String key = Fresh.key("document");
        LocalDate date =
                LocalDate.of(2026, 1, 1).plusMonths((thread + number) % PERIODS).plusDays(number);
        recorder()
                .record(new TaxRecord(
                        BookId.MAIN,
                        IdempotencyKey.of(key),
                        SourceDocument.of("kit", "document", key),
                        date,
                        Lists.immutable.of(new TaxLine("tax", "box", Amounts.currency("JPY"), 1000L + number, 100))))
                .orElseThrow();
    }

    private Declaration prepare(int period, LatePolicy late) {
        return service()
                .prepare(
                        new DeclarationRequest(
                                IdempotencyKey.of(Fresh.key("declaration")),
                                BookId.MAIN,
                                form.id(),
                                month(period),
                                false,
                                late,
                                LocalDate.of(2027, 1, 1)),
                        CLERK)
                .orElseThrow();
    }

    private Outcome<Filed> file(Declaration declaration) {
        return service().file(IdempotencyKey.of(Fresh.key("filing")), declaration, LocalDate.of(2027, 1, 1), "", CLERK);
    }

    private void holds() {
        MutableList<TaxFact> facts = Lists.mutable.empty();
        harness().taxFacts().forEach(TaxFactQuery.all(BookId.MAIN, form.id()), facts::add);
        DeclarationService service = service();
        assertThat(DeclarationInvariants.declaredOnce(
                        service.current(),
                        facts.toImmutable(),
                        service.undeclared(BookId.MAIN, form.id()),
                        BookId.MAIN,
                        form))
                .isEmpty();
        assertThat(DeclarationInvariants.rebuilt(service.current(), facts.toImmutable(), BookId.MAIN, form))
                .isEmpty();
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void declaration_race_1_no_fact_is_lost_or_declared_twice_while_documents_are_posted() {
        for (LatePolicy late : LatePolicy.values()) {
            form = DeclarationForm.of(Fresh.key("form"), "box");
            ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(4, thread -> {
                for (int i = 0; thread > 0 && i < DOCUMENTS; i++) {
                    record(thread, i);
                }
                for (int period = 0; thread == 0 && period < PERIODS; period++) {
                    file(prepare(period, late)).orElseThrow();
                }
                return true;
            });
            assertThat(AtOnce.failures(ends)).isEmpty();
            holds();
            if (late == LatePolicy.NEXT_PERIOD) {
                file(prepare(PERIODS, late)).orElseThrow();
                assertThat(service().undeclared(BookId.MAIN, form.id())).isEmpty();
                holds();
            }
        }
    }

    @Test
    @Requires({Capability.CONCURRENT_WRITERS, Capability.TRANSACTIONS})
    void declaration_race_2_of_racers_to_file_one_declaration_exactly_one_files_it() {
        form = DeclarationForm.of(Fresh.key("form"), "box");
        record(0, 0);
        Declaration declaration = prepare(0, LatePolicy.AMEND);
        ImmutableList<AtOnce.Ended<Outcome<Filed>>> ends = AtOnce.run(4, thread -> file(declaration));
        assertThat(AtOnce.failures(ends)).isEmpty();
        assertThat(ends.count(end -> end.value() != null && end.value().isAccepted()))
                .isEqualTo(1);
        assertThat(service().current().filed(BookId.MAIN, form.id())).hasSize(1);
    }
}
