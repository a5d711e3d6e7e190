package dev.erpkit.accounting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a sealed journal, the verifier names the first position that no longer fits. */
class BrokenChainTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final int TAMPERED = 3;

    private final Books books = Books.inMemory("JPY");
    private final Copies copies = copies();

    private Copies copies() {
        books.open(Account.of("1110", "Cash", AccountClass.ASSET));
        books.open(Account.of("4000", "Sales", AccountClass.INCOME));
        for (int i = 1; i <= 5; i++) {
            books.post(entry("sale-" + i, i).build(), Actor.of("me")).orElseThrow();
        }
        books.sealing().checkpoint(books.stores().unitOfWork());
        return new Copies(books.stores().journal(), books.stores().seals());
    }

    private static JournalEntry.Builder entry(String id, long amount) {
        JournalEntry.Builder builder = JournalEntry.builder();
        builder.id(id)
                .date(DAY)
                .documentDate(DAY.minusDays(1))
                .narrative("sold to " + id)
                .source(SourceDocument.of("shop", "invoice", id))
                .assertBalance(new BalanceAssertion(
                        AccountId.of("4000"), Amounts.of(-amount * (amount + 1) / 2, Amounts.currency("JPY"))));
        return builder.add(line(
                        "1110",
                        amount,
                        b -> b.dimensions(Dimensions.of("shop", "7"))
                                .party(PartyId.of("C-1"))
                                .document("D-1")
                                .dueDate(DAY.plusDays(30))
                                .note("note")))
                .add(line("4000", -amount, b -> {}));
    }

    private static JournalLine line(String account, long amount, Consumer<JournalLine.Builder> more) {
        JournalLine.Builder builder = JournalLine.builder();
        builder.account(account).inBase(Amounts.of(amount, Amounts.currency("JPY")));
        more.accept(builder);
        return builder.build();
    }

    private void tamper(UnaryOperator<PostedEntry> change) {
        copies.entries.set(TAMPERED - 1, change.apply(copies.entries.get(TAMPERED - 1)));
    }

    private void assertBroken(long position, String code) {
        assertThat(copies.verify().broken()).contains(new Verification.Break(position, code));
    }

    @Test
    void a_journal_that_nobody_touched_is_sound() {
        assertThat(copies.verify().sound()).isTrue();
        assertThat(copies.verify().entries()).isEqualTo(5);
        assertThat(copies.verify()).isEqualTo(books.verify());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                head("id", e -> e.id("other")),
                head("book", e -> e.book(BookId.of("tax"))),
                head("journal", e -> e.journal(JournalId.of("sales"))),
                head("date", e -> e.date(DAY.plusDays(1))),
                head("document date", e -> e.documentDate(DAY)),
                head("no document date", e -> e.documentDate(Optional.empty())),
                head("kind", e -> e.kind(EntryKind.OPENING)),
                head("reverses", e -> e.kind(EntryKind.REVERSAL).reverses(EntryId.of("sale-1"))),
                head("source system", e -> e.source(SourceDocument.of("other", "invoice", "sale-3"))),
                head("source type", e -> e.source(SourceDocument.of("shop", "other", "sale-3"))),
                head("source id", e -> e.source(SourceDocument.of("shop", "invoice", "other"))),
                head("source version", e -> e.source(new SourceDocument("shop", "invoice", "sale-3", 2))),
                head("no source", e -> e.source(Optional.empty())),
                head("assertions", e -> e.assertions(Lists.immutable.empty())),
                firstLine("account", l -> l.account("1120")),
                firstLine("amount", l -> l.inBase(Amounts.of("4", "JPY"))),
                firstLine("currency", l -> l.amount(Amounts.of("0.03", "USD"))),
                firstLine("base", l -> l.base(Amounts.of("0.03", "USD"))),
                firstLine("dimension", l -> l.dimensions(Dimensions.of("shop", "8"))),
                firstLine("axis", l -> l.dimensions(Dimensions.of("area", "7"))),
                firstLine("party", l -> l.party(PartyId.of("C-2"))),
                firstLine("document", l -> l.document("D-2")),
                firstLine("due date", l -> l.dueDate(DAY)),
                firstLine("adjustment", l -> l.adjustment(true)),
                change(
                        "order of lines",
                        p -> entered(p, e -> e.lines(p.entry().lines().toReversed()))),
                change(
                        "a line less",
                        p -> entered(p, e -> e.lines(p.entry().lines().take(1)))),
                change(
                        "recorded at",
                        p -> new PostedEntry(
                                p.entry(),
                                3,
                                p.recordedAt().plusNanos(1000),
                                p.number(),
                                p.postedBy(),
                                p.approvedBy())),
                change(
                        "number",
                        p -> new PostedEntry(
                                p.entry(),
                                3,
                                p.recordedAt(),
                                new EntryNumber(p.number().journal(), p.number().fiscalYear(), 9),
                                p.postedBy(),
                                p.approvedBy())),
                change(
                        "fiscal year",
                        p -> new PostedEntry(
                                p.entry(),
                                3,
                                p.recordedAt(),
                                new EntryNumber(
                                        p.number().journal(), 2025, p.number().number()),
                                p.postedBy(),
                                p.approvedBy())),
                change(
                        "posted by",
                        p -> new PostedEntry(
                                p.entry(), 3, p.recordedAt(), p.number(), Actor.of("other"), p.approvedBy())),
                change(
                        "approved by",
                        p -> new PostedEntry(
                                p.entry(),
                                3,
                                p.recordedAt(),
                                p.number(),
                                p.postedBy(),
                                Optional.of(Actor.of("boss")))));
    }

    private static Arguments change(String what, UnaryOperator<PostedEntry> change) {
        return Arguments.of(what, change);
    }

    private static Arguments head(String what, Consumer<JournalEntry.Builder> change) {
        return change(what, p -> entered(p, change));
    }

    private static Arguments firstLine(String what, Consumer<JournalLine.Builder> change) {
        return change(what, p -> {
            JournalLine.Builder builder = JournalLine.builder();
            builder.from(p.entry().lines().getFirst());
            change.accept(builder);
            return entered(
                    p,
                    e -> e.lines(Lists.immutable.of(
                            builder.build(), p.entry().lines().get(1))));
        });
    }

    private static PostedEntry entered(PostedEntry posted, Consumer<JournalEntry.Builder> change) {
        JournalEntry.Builder builder = JournalEntry.builder();
        builder.from(posted.entry());
        change.accept(builder);
        return new PostedEntry(
                builder.build(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                posted.approvedBy());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_changed_field_breaks_the_content_at_its_position(String what, UnaryOperator<PostedEntry> change) {
        tamper(change);

        assertBroken(TAMPERED, "evidence.content");
    }

    @Test
    void another_text_breaks_the_text_and_an_erased_one_breaks_nothing() {
        tamper(p -> entered(p, e -> e.narrative("sold to somebody else")));
        assertBroken(TAMPERED, "evidence.text");

        tamper(PostedEntry::withoutTexts);
        copies.seals.set(TAMPERED - 1, copies.seals.get(TAMPERED - 1).withoutSalt());
        assertThat(copies.verify().sound()).isTrue();

        tamper(p -> entered(p, e -> e.narrative("written after the erasure")));
        assertBroken(TAMPERED, "evidence.text");
    }

    @Test
    void an_amount_in_another_form_of_the_same_number_breaks_nothing() {
        tamper(p -> entered(
                p,
                e -> e.lines(Lists.immutable.of(
                        line(
                                "1110",
                                3,
                                l -> l.from(p.entry().lines().getFirst()).inBase(Amounts.of("3.00", "JPY"))),
                        p.entry().lines().get(1)))));

        assertThat(copies.verify().sound()).isTrue();
    }

    @Test
    void a_removed_an_inserted_or_a_swapped_entry_breaks_the_chain_at_the_first_position() {
        PostedEntry removed = copies.entries.remove(TAMPERED - 1);
        assertBroken(TAMPERED, "evidence.entry-missing");

        copies.entries.add(TAMPERED - 1, copies.entries.get(0));
        assertBroken(TAMPERED, "evidence.entry-missing");

        copies.entries.set(TAMPERED - 1, at(copies.entries.get(0), TAMPERED));
        assertBroken(TAMPERED, "evidence.content");

        copies.entries.set(TAMPERED - 1, at(copies.entries.get(3), TAMPERED));
        copies.entries.set(TAMPERED, at(removed, TAMPERED + 1));
        assertBroken(TAMPERED, "evidence.content");
    }

    private static PostedEntry at(PostedEntry posted, long position) {
        return new PostedEntry(
                posted.entry(), position, posted.recordedAt(), posted.number(), posted.postedBy(), posted.approvedBy());
    }

    @Test
    void seals_that_were_touched_break_the_chain() {
        Seal second = copies.seals.get(1);
        Seal third = copies.seals.get(TAMPERED - 1);

        copies.seals.set(
                TAMPERED - 1, new Seal(TAMPERED, third.version(), third.content(), second.chain(), third.texts()));
        assertBroken(TAMPERED, "evidence.chain");

        copies.seals.set(TAMPERED - 1, new Seal(TAMPERED, 99, third.content(), third.chain(), third.texts()));
        assertBroken(TAMPERED, "evidence.version");

        copies.seals.set(TAMPERED - 1, new Seal(TAMPERED, 0, third.content(), third.chain(), third.texts()));
        assertBroken(TAMPERED, "evidence.version");

        copies.seals.remove(TAMPERED - 1);
        assertBroken(TAMPERED, "evidence.seal-missing");
    }

    @Test
    void an_entry_and_its_seal_made_anew_break_the_chain_behind_them() {
        tamper(p -> entered(p, e -> e.date(DAY.plusDays(1))));
        Seal forged = new Sealer()
                .seal(copies.entries.get(TAMPERED - 1), copies.seals.get(1).chain(), () -> new byte[32]);
        copies.seals.set(TAMPERED - 1, forged);

        assertBroken(TAMPERED + 1, "evidence.chain");
    }

    @Test
    void a_journal_forged_to_its_end_or_cut_short_does_not_fit_its_checkpoint() {
        tamper(p -> entered(p, e -> e.date(DAY.plusDays(1))));
        Sealer sealer = new Sealer();
        Digest chain = copies.seals.get(1).chain();
        for (int i = TAMPERED - 1; i < copies.entries.size(); i++) {
            copies.seals.set(i, sealer.seal(copies.entries.get(i), chain, () -> new byte[32]));
            chain = copies.seals.get(i).chain();
        }
        assertBroken(5, "evidence.checkpoint");

        copies.entries.remove(4);
        copies.seals.remove(4);
        assertBroken(5, "evidence.checkpoint");

        Collections.swap(copies.seals, 0, 1);
        assertBroken(1, "evidence.seal-missing");
    }
}
