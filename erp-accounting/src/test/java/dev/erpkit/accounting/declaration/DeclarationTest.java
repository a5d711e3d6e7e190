package dev.erpkit.accounting.declaration;

import static dev.erpkit.accounting.declaration.DeclarationDesk.APRIL;
import static dev.erpkit.accounting.declaration.DeclarationDesk.CLERK;
import static dev.erpkit.accounting.declaration.DeclarationDesk.MARCH;
import static dev.erpkit.accounting.declaration.DeclarationDesk.MAY;
import static dev.erpkit.accounting.declaration.DeclarationDesk.base;
import static dev.erpkit.accounting.declaration.DeclarationDesk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    private final DeclarationDesk desk = new DeclarationDesk();

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private static boolean replayed(Outcome<?> outcome) {
        return outcome instanceof Outcome.Accepted<?> accepted && accepted.replayed();
    }

    @Test
    void the_snippet_of_the_package() {
        TaxRecorder recorder = desk.recorder;
        DeclarationService declarations = desk.service;
        var clerk = CLERK;
        recorder.record(new TaxRecord(
                        BookId.MAIN,
                        IdempotencyKey.of("issue:INV-7"),
                        SourceDocument.of("shop", "sales-invoice", "INV-7"),
                        LocalDate.of(2026, 3, 5),
                        Lists.immutable.of(
                                TaxLine.of("VAT-10", "sales-10", Amounts.of("1000", "JPY"), Amounts.of("100", "JPY")))))
                .orElseThrow();
        Declaration first = declarations
                .prepare(
                        new DeclarationRequest(
                                IdempotencyKey.of("2026-Q1"),
                                BookId.MAIN,
                                "vat",
                                DateRange.parse("2026-01-01/2026-04-01"),
                                false,
                                LatePolicy.NEXT_PERIOD,
                                LocalDate.of(2026, 4, 20)),
                        clerk)
                .orElseThrow();
        declarations
                .file(IdempotencyKey.of("file-2026-Q1"), first, LocalDate.of(2026, 4, 20), "receipt-4711", clerk)
                .orElseThrow();
        assertThat(first.boxes()).hasSize(1);
        assertThat(first.boxes().getFirst().tax()).isEqualTo(Amounts.of("100", "JPY"));
        assertThat(declarations.current().status(first.key())).contains(Declarations.Status.FILED);
    }

    @Test
    void a_declaration_holds_the_facts_of_its_period_and_is_made_up_again_alike() {
        desk.sold("2026-03-01", 1000);
        desk.sold("2026-03-31", 200);
        desk.sold("2026-04-01", 50);
        Declaration march = desk.prepare("march", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow();
        assertThat(base(march)).isEqualTo(1200);
        assertThat(march.through()).isEqualTo(3);
        assertThat(desk.service.rebuild(march.key())).isEqualTo(march);
        assertThat(replayed(desk.prepare("march", MARCH, LatePolicy.NEXT_PERIOD)))
                .isTrue();
        assertThat(desk.prepare("march-again", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow())
                .isEqualTo(march);
        assertThat(desk.log.size()).isEqualTo(1);
    }

    @Test
    void a_newer_declaration_takes_the_place_of_one_that_was_not_filed() {
        desk.sold("2026-03-01", 1000);
        Declaration draft = desk.prepare("one", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow();
        desk.sold("2026-03-02", 7);
        Declaration newer = desk.prepare("two", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow();
        assertThat(base(newer)).isEqualTo(1007);
        assertThat(newer.hash()).isNotEqualTo(draft.hash());
        assertThat(desk.service.current().status(draft.key())).contains(Declarations.Status.SUPERSEDED);
        assertThat(code(desk.service.file(IdempotencyKey.of("f"), draft, MAY, "", CLERK)))
                .isEqualTo("declaration.superseded");
        desk.filed(newer);
        assertThat(desk.service.rebuild(draft.key())).isEqualTo(draft);
        assertThat(desk.service.rebuild(newer.key())).isEqualTo(newer);
    }

    @Test
    void late_facts_go_into_the_next_period() {
        desk.sold("2026-03-01", 1000);
        Declaration march = desk.prepare("march", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow();
        desk.sold("2026-03-20", 300);
        desk.filed(march);
        desk.sold("2026-04-02", 50);
        Declaration april =
                desk.filed(desk.prepare("april", APRIL, LatePolicy.NEXT_PERIOD).orElseThrow());
        assertThat(base(march)).isEqualTo(1000);
        assertThat(base(april)).isEqualTo(350);
        assertThat(desk.service.undeclared(BookId.MAIN, "vat")).isEmpty();
        assertThat(desk.service.rebuild(march.key())).isEqualTo(march);
    }

    @Test
    void late_facts_go_into_a_correction_of_their_own_period() {
        desk.sold("2026-03-01", 1000);
        Declaration march =
                desk.filed(desk.prepare("march", MARCH, LatePolicy.AMEND).orElseThrow());
        desk.sold("2026-03-20", 300);
        desk.sold("2026-04-02", 50);
        Declaration april =
                desk.filed(desk.prepare("april", APRIL, LatePolicy.AMEND).orElseThrow());
        assertThat(base(april)).isEqualTo(50);
        assertThat(desk.service.undeclared(BookId.MAIN, "vat")).hasSize(1);
        Declaration correction = desk.filed(desk.correct("march-1", MARCH).orElseThrow());
        assertThat(correction.correction()).isEqualTo(1);
        assertThat(base(correction)).isEqualTo(300);
        assertThat(code(desk.correct("march-2", MARCH))).isEqualTo("declaration.nothing-to-correct");
        assertThat(desk.service
                        .current()
                        .declared(BookId.MAIN, DeclarationForm.of("vat", "sales-10"), MARCH)
                        .getFirst()
                        .baseMinor())
                .isEqualTo(1300);
        for (Declaration each : new Declaration[] {march, april, correction}) {
            assertThat(desk.service.rebuild(each.key())).isEqualTo(each);
        }
    }

    @Test
    void periods_are_declared_one_after_the_other_when_they_are_over() {
        DateRange may = DateRange.parse("2026-05-01/2026-06-01");
        assertThat(code(desk.prepare("may", may, LatePolicy.NEXT_PERIOD))).isEqualTo("declaration.period-open");
        desk.filed(desk.prepare("march", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow());
        assertThat(code(desk.prepare("again", MARCH, LatePolicy.NEXT_PERIOD))).isEqualTo("declaration.overlap");
        assertThat(code(desk.prepare("half", DateRange.parse("2026-03-15/2026-04-15"), LatePolicy.NEXT_PERIOD)))
                .isEqualTo("declaration.overlap");
        assertThat(code(desk.prepare("gap", DateRange.parse("2026-04-02/2026-05-01"), LatePolicy.NEXT_PERIOD)))
                .isEqualTo("declaration.gap");
        assertThat(code(desk.correct("c", APRIL))).isEqualTo("declaration.nothing-filed");
        assertThat(desk.log.size()).isEqualTo(2);
    }

    @Test
    void filing_is_done_once_and_only_of_what_was_seen() {
        Declaration march = desk.prepare("march", MARCH, LatePolicy.NEXT_PERIOD).orElseThrow();
        Declaration forged = Declaration.builder().from(march).hash(Digest.ZERO).build();
        assertThat(code(desk.service.file(IdempotencyKey.of("f"), forged, MAY, "", CLERK)))
                .isEqualTo("declaration.hash");
        desk.filed(march);
        assertThat(replayed(desk.service.file(IdempotencyKey.of("file-march"), march, MAY, "receipt", CLERK)))
                .isTrue();
        assertThat(code(desk.service.file(IdempotencyKey.of("f2"), march, MAY, "receipt", CLERK)))
                .isEqualTo("declaration.already-filed");
        assertThat(code(desk.service.file(IdempotencyKey.of("file-march"), march, MAY, "other", CLERK)))
                .isEqualTo("declaration.key-reused");
        assertThat(code(desk.prepare("file-march", APRIL, LatePolicy.AMEND))).isEqualTo("declaration.key-reused");
        Declaration nowhere = Declaration.builder()
                .from(march)
                .key(IdempotencyKey.of("nowhere"))
                .build();
        assertThat(code(desk.service.file(IdempotencyKey.of("f3"), nowhere, MAY, "", CLERK)))
                .isEqualTo("declaration.unknown");
    }

    @Test
    void facts_are_recorded_once_and_only_in_boxes_of_a_form() {
        TaxRecord sale =
                DeclarationDesk.document("sale", LocalDate.of(2026, 3, 1), DeclarationDesk.line("sales-10", 100, 10));
        assertThat(desk.recorder.record(sale).orElseThrow()).hasSize(1);
        assertThat(replayed(desk.recorder.record(sale))).isTrue();
        assertThat(code(desk.recorder.record(DeclarationDesk.document(
                        "sale", LocalDate.of(2026, 3, 1), DeclarationDesk.line("sales-10", 101, 10)))))
                .isEqualTo("tax-fact.key-reused");
        assertThat(code(desk.recorder.record(DeclarationDesk.document(
                        "other",
                        LocalDate.of(2026, 3, 1),
                        DeclarationDesk.line("sales-10", 1, 0),
                        DeclarationDesk.line("nowhere", 1, 0)))))
                .isEqualTo("tax-fact.unknown-box");
        assertThat(desk.facts.size()).isEqualTo(1);
    }

    @Test
    void a_form_that_lost_a_box_and_an_unknown_form_are_refused() {
        desk.sold("2026-03-01", 1000);
        Declarations none = new Declarations(Lists.immutable.empty());
        var facts = desk.service.undeclared(BookId.MAIN, "vat");
        assertThat(code(DeclarationDecisions.prepare(
                        new DeclarationDecisions.Known(none, facts, 1, 0),
                        DeclarationForm.of("vat", "purchases"),
                        request("march", MARCH, false, LatePolicy.AMEND))))
                .isEqualTo("declaration.unknown-box");
        assertThat(code(desk.service.prepare(
                        new DeclarationRequest(
                                IdempotencyKey.of("k"), BookId.MAIN, "none", MARCH, false, LatePolicy.AMEND, MAY),
                        CLERK)))
                .isEqualTo("declaration.form-unknown");
    }

    @Test
    void both_commands_ask_for_permission() {
        DeclarationDesk guarded = new DeclarationDesk(
                (actor, permission) -> permission.action().equals("declaration.prepare"),
                DeclarationForm.of("vat", "sales-10"));
        Declaration march = guarded.prepare("march", MARCH, LatePolicy.AMEND).orElseThrow();
        assertThat(code(guarded.service.file(IdempotencyKey.of("f"), march, MAY, "", CLERK)))
                .isEqualTo("access.denied");
        DeclarationDesk closed = new DeclarationDesk((actor, permission) -> false, DeclarationForm.of("vat", "a"));
        assertThat(code(closed.prepare("march", MARCH, LatePolicy.AMEND))).isEqualTo("access.denied");
    }

    @Test
    void what_breaks_its_own_rules_cannot_be_built() {
        assertThatThrownBy(() -> DeclarationForm.of("vat", "a", "a")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DeclarationForm.of("vat")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> request("k", DateRange.from(MAY), false, LatePolicy.AMEND))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DeclarationDesk.document("k", MAY)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DeclarationDesk.line(" ", 1, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> LatePolicy.parse("never")).isInstanceOf(InvalidValueException.class);
        assertThat(LatePolicy.parse("amend")).isEqualTo(LatePolicy.AMEND);
    }
}
