package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.Declaration;
import dev.erpkit.accounting.declaration.DeclarationForm;
import dev.erpkit.accounting.declaration.DeclarationRequest;
import dev.erpkit.accounting.declaration.DeclarationService;
import dev.erpkit.accounting.declaration.Declarations;
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
import dev.erpkit.testkit.contract.MemoryDeclarationHarness;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** Invariant 21: declarations are folds of their facts, are made up again alike, and take every fact once. */
class DeclarationInvariantProperties {
    private static final DeclarationForm FORM = DeclarationForm.of("vat", "sales", "purchases");
    private static final Actor CLERK = Actor.of("clerk");

    /** What somebody does: records a document in a month, or declares or corrects that month under a policy. */
    private record Step(int kind, int month, long minor, LatePolicy late, boolean filed) {}

    /** A desk over memory. */
    private static final class Desk {
        private final MemoryDeclarationHarness ports = new MemoryDeclarationHarness();
        private final InstantSource clock = InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z"));
        private final TaxRecorder recorder =
                new TaxRecorder(ports.taxFacts(), ports.journal(), ports.unitOfWork(), clock, Lists.immutable.of(FORM));
        private final DeclarationService service = new DeclarationService(
                ports.declarations(),
                ports.taxFacts(),
                ports.journal(),
                ports.unitOfWork(),
                clock,
                AccessPolicy.allowAll(),
                Lists.immutable.of(FORM));
        private int keys;

        private void run(Step step) {
            keys++;
            if (step.kind() < 4) {
                record(step);
                return;
            }
            DateRange month = month(step.month());
            Outcome<Declaration> made = service.prepare(
                    new DeclarationRequest(
                            IdempotencyKey.of("key-" + keys),
                            BookId.MAIN,
                            FORM.id(),
                            month,
                            step.kind() == 6,
                            step.late(),
                            LocalDate.of(2027, 1, 1)),
                    CLERK);
            if (made.isAccepted() && step.filed()) {
                service.file(
                        IdempotencyKey.of("file-" + keys), made.orElseThrow(), LocalDate.of(2027, 1, 1), "", CLERK);
            }
        }

        private void record(Step step) {
            String box = step.kind() % 2 == 0 ? "sales" : "purchases";
            recorder.record(new TaxRecord(
                            BookId.MAIN,
                            IdempotencyKey.of("document-" + keys),
                            SourceDocument.of("kit", "document", "document-" + keys),
                            month(step.month()).startInclusive().plusDays(keys % 28),
                            Lists.immutable.of(
                                    new TaxLine("tax", box, Amounts.currency("JPY"), step.minor(), step.minor() / 10))))
                    .orElseThrow();
        }

        private ImmutableList<TaxFact> facts() {
            MutableList<TaxFact> facts = Lists.mutable.empty();
            ports.taxFacts().forEach(TaxFactQuery.all(BookId.MAIN, FORM.id()), facts::add);
            return facts.toImmutable();
        }
    }

    private static DateRange month(int number) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusMonths(number);
        return DateRange.of(start, start.plusMonths(1));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-10_000, 10_000),
                        Arbitraries.of(LatePolicy.class),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void whatever_is_recorded_and_declared_in_whatever_order(@ForAll("steps") List<Step> steps) {
        Desk desk = new Desk();
        steps.forEach(desk::run);
        Declarations declarations = desk.service.current();
        assertThat(DeclarationInvariants.rebuilt(declarations, desk.facts(), BookId.MAIN, FORM))
                .isEmpty();
        assertThat(DeclarationInvariants.declaredOnce(
                        declarations, desk.facts(), desk.service.undeclared(BookId.MAIN, FORM.id()), BookId.MAIN, FORM))
                .isEmpty();
    }

    @Property(tries = 100)
    void what_was_declared_for_a_month_is_its_facts_when_all_is_corrected(@ForAll("steps") List<Step> steps) {
        Desk desk = new Desk();
        int[] key = {0};
        for (int number = 0; number < 2; number++) {
            int month = number;
            steps.stream().filter(step -> step.kind() < 4).forEach(desk::run);
            desk.run(new Step(4, month, 0, LatePolicy.AMEND, true));
            desk.keys += 1_000 + key[0]++;
        }
        desk.run(new Step(6, 0, 0, LatePolicy.AMEND, true));
        long declared =
                desk.service.current().declared(BookId.MAIN, FORM, month(0)).sumOfLong(box -> box.baseMinor());
        assertThat(declared)
                .isEqualTo(desk.facts()
                        .select(fact -> month(0).contains(fact.date()))
                        .sumOfLong(fact -> fact.line().baseMinor()));
    }

    @Test
    void a_lost_fact_and_a_changed_one_are_found() {
        Desk desk = new Desk();
        desk.run(new Step(0, 0, 1000, LatePolicy.AMEND, true));
        desk.run(new Step(1, 0, 500, LatePolicy.AMEND, true));
        desk.run(new Step(4, 0, 0, LatePolicy.AMEND, true));
        ImmutableList<TaxFact> lost = desk.facts().take(1);
        assertThat(DeclarationInvariants.declaredOnce(
                        desk.service.current(), lost, Lists.immutable.empty(), BookId.MAIN, FORM))
                .extracting(Finding::where)
                .containsExactly("box purchases in JPY");
        assertThat(DeclarationInvariants.rebuilt(desk.service.current(), lost, BookId.MAIN, FORM))
                .hasSize(1);
    }
}
