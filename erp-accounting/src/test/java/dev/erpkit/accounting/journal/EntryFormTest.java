package dev.erpkit.accounting.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyContext;
import javax.money.CurrencyContextBuilder;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.collections.api.factory.Lists;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry and its lines are whatever books they go to. */
class EntryFormTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final MonetaryAmount YEN = Amounts.of("100", "JPY");

    /** A host's own kind of unit, which equals no other. */
    private record HostUnit(String getCurrencyCode, int getDefaultFractionDigits) implements CurrencyUnit {
        @Override
        public int getNumericCode() {
            return -1;
        }

        @Override
        public CurrencyContext getContext() {
            return CurrencyContextBuilder.of("host").build();
        }

        @Override
        public int compareTo(CurrencyUnit other) {
            return getCurrencyCode.compareTo(other.getCurrencyCode());
        }
    }

    private static JournalEntry.Builder draft() {
        return JournalEntry.builder().id("e").date(DAY);
    }

    private static JournalLine noted(String note) {
        return JournalLine.builder()
                .from(JournalLine.of("1110", YEN))
                .note(note)
                .build();
    }

    private static List<String> codes(ThrowingCallable broken) {
        return catchThrowableOfType(InvalidValueException.class, broken)
                .violations()
                .collect(Violation::code)
                .castToList();
    }

    @Test
    void texts_stay_out_of_what_is_printed() {
        JournalEntry entry = draft().narrative("for Mr X").add(noted("Mr X")).build();
        PostedEntry posted = new PostedEntry(
                entry,
                1,
                Instant.EPOCH,
                new EntryNumber(JournalId.GENERAL, 2026, 1),
                Actor.of("clerk"),
                Optional.empty());
        Reservation reservation = new Reservation(entry, Optional.empty(), Instant.EPOCH, Actor.of("clerk"));

        assertThat(entry.toString()).contains("1110").doesNotContain("Mr X");
        assertThat(posted.toString()).doesNotContain("Mr X");
        assertThat(reservation.toString()).doesNotContain("Mr X");
    }

    @Test
    void what_is_added_comes_behind_what_was_copied() {
        BalanceAssertion one = new BalanceAssertion(AccountId.of("1110"), YEN);
        BalanceAssertion two = new BalanceAssertion(AccountId.of("4000"), Amounts.negate(YEN));
        JournalEntry entry = draft().debit("1110", YEN)
                .credit("4000", YEN)
                .assertBalance(one)
                .build();

        JournalEntry.Builder longer = JournalEntry.builder()
                .from(entry)
                .debit("1120", YEN)
                .credit("4000", YEN)
                .assertBalance(two);

        assertThat(longer.build().lines().collect(line -> line.account().value()))
                .containsExactly("1110", "4000", "1120", "4000");
        assertThat(longer.build().assertions()).containsExactly(one, two);
        assertThat(longer.add(noted("n")).build().lines()).hasSize(5);
        assertThat(draft().add(noted("n")).lines(entry.lines()).build().lines()).hasSize(3);
    }

    @Test
    void a_currency_of_any_kind_becomes_ours() {
        CurrencyUnit yen = new HostUnit("JPY", 0);
        CurrencyUnit points = new HostUnit("POINTS", 2);

        JournalLine line = JournalLine.of("1110", Money.of(100, yen));

        assertThat(line).isEqualTo(JournalLine.of("1110", YEN));
        assertThat(line.currency()).isEqualTo(Amounts.currency("JPY"));
        assertThat(line.base()).isSameAs(line.amount());
        assertThat(JournalLine.of("1110", Money.of(1, points)))
                .isEqualTo(JournalLine.of("1110", Amounts.ofMinor(100, Amounts.unit("POINTS", 2))));
        assertThat(new BalanceAssertion(AccountId.of("1110"), Money.of(100, yen)).balance())
                .isEqualTo(YEN);
    }

    @Test
    void everything_wrong_with_a_line_is_told_at_once() {
        JournalLine.Builder line = JournalLine.builder()
                .account("1110")
                .amount(YEN)
                .base(Amounts.of("-100", "JPY"))
                .document("")
                .note("\u0000" + "n".repeat(500));

        assertThat(codes(line::build))
                .containsExactly("line.base-differs", "line.sign", "Size", "Size", "text.not-storable");
        assertThat(codes(() -> JournalLine.of("1110", Amounts.of("0", "JPY")))).containsExactly("line.zero");
    }

    @Test
    void everything_wrong_with_an_entry_is_told_at_once() {
        JournalEntry.Builder entry = draft().narrative("\ud83d" + "n".repeat(500))
                .kind(EntryKind.REVERSAL)
                .eventDigest("A".repeat(64))
                .lines(Lists.immutable.fromStream(
                        java.util.stream.Stream.generate(() -> noted("n")).limit(10_001)));

        assertThat(codes(entry::build))
                .containsExactly("Size", "Size", "text.not-storable", "entry.reverses", "entry.event-digest");
        for (String digest :
                new String[] {"", "0".repeat(63), "0".repeat(65), "g" + "0".repeat(63), "/" + "0".repeat(63)}) {
            assertThat(codes(() -> draft().eventDigest(digest).build())).containsExactly("entry.event-digest");
        }
        assertThat(draft().eventDigest("09af".repeat(16)).build().eventDigest()).contains("09af".repeat(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \u0000", "half \ud83d", "\ude00 half"})
    void what_no_database_keeps_is_refused(String text) {
        assertThat(codes(() -> noted(text))).containsExactly("text.not-storable");
        assertThat(codes(() -> draft().narrative(text).build())).containsExactly("text.not-storable");
        assertThat(codes(() -> JournalLine.builder()
                        .from(JournalLine.of("1110", YEN))
                        .document(text)
                        .build()))
                .containsExactly("text.not-storable");
        assertThat(codes(() -> BookId.of(text))).containsExactly("id.form");
        assertThat(codes(() -> JournalId.of(text))).containsExactly("id.form");
        assertThat(codes(() -> EntryId.of(text))).containsExactly("key.form");
    }

    @Test
    void free_texts_may_have_lines_and_tabs() {
        assertThat(noted("one\r\n\ttwo \ud83d\ude00").note()).contains("one\r\n\ttwo \ud83d\ude00");
    }
}
