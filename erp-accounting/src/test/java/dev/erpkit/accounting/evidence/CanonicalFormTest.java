package dev.erpkit.accounting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalFormTest {
    private static final JournalEntry INVOICE = Samples.invoice().build();
    private static final PostedEntry POSTED = Samples.approved(INVOICE);

    /** Each version for good: whoever changes these bytes breaks every journal that was sealed with them. */
    @Test
    void versions_1_and_2_write_these_bytes_of_an_entry_with_every_field() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(7);
        out.writeLong(Samples.RECORDED.getEpochSecond());
        out.writeInt(678_901);
        text(out, "sales");
        out.writeInt(2026);
        out.writeLong(5);
        text(out, "clerk");
        text(out, "chief");
        text(out, "invoice-42");
        text(out, "main");
        text(out, "sales");
        out.writeLong(LocalDate.of(2026, 4, 1).toEpochDay());
        out.writeByte(1);
        out.writeLong(LocalDate.of(2026, 3, 31).toEpochDay());
        text(out, "NORMAL");
        out.writeByte(1);
        text(out, "shop");
        text(out, "sales-invoice");
        text(out, "42");
        out.writeInt(3);
        text(out, "");
        out.writeInt(2);
        line(out, "1130", 510, 765);
        out.writeInt(2);
        text(out, "cost-centre");
        text(out, "100");
        text(out, "project");
        text(out, "東京");
        text(out, "customer-7");
        text(out, "INV-42");
        out.writeByte(1);
        out.writeLong(LocalDate.of(2026, 4, 30).toEpochDay());
        out.writeByte(0);
        line(out, "4000", -510, -765);
        out.writeInt(0);
        text(out, "");
        text(out, "");
        out.writeByte(0);
        out.writeByte(0);
        out.writeInt(1);
        text(out, "1130");
        text(out, "USD 5.10");

        assertThat(Samples.canonical(1, POSTED)).isEqualTo(bytes.toByteArray());
        text(out, "0123456789abcdef".repeat(4));
        assertThat(Samples.canonical(2, POSTED)).isEqualTo(bytes.toByteArray());
        assertThat(HexFormat.of().formatHex(Samples.sha256(Samples.canonical(1, POSTED))))
                .isEqualTo("399e79e5e3adc2e0a2878b46008cba1342fbaad407766a71deaf945327e8a2e0");
    }

    private static void line(DataOutputStream out, String account, long amount, long base) throws IOException {
        text(out, account);
        out.writeLong(amount);
        out.writeByte(2);
        text(out, "USD");
        out.writeLong(base);
        out.writeByte(0);
        text(out, "JPY");
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    @Test
    void texts_are_utf_8_behind_their_length_in_bytes_whatever_they_hold() throws IOException {
        for (String text :
                new String[] {"", "a", "ASCII to the end, é", "é", "東京", "𝄞", "a".repeat(5_000), "é".repeat(5_000)}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            text(new DataOutputStream(bytes), text);
            CanonicalWriter writer = new CanonicalWriter();
            writer.octet(9);
            writer.text(text);
            assertThat(writer.length()).isEqualTo(1 + bytes.size());
            assertThat(Arrays.copyOfRange(writer.buffer(), 1, writer.length())).isEqualTo(bytes.toByteArray());
        }
    }

    /** One form writes entries in turn, as a sealer does, and copies what it has written before. */
    private static void assertWrittenAsAlone(Iterable<PostedEntry> entries) {
        CanonicalWriter writer = new CanonicalWriter();
        CanonicalForm form = new CanonicalForm(writer);
        for (PostedEntry posted : entries) {
            writer.reset();
            form.write(CanonicalForm.VERSION, posted);
            assertThat(Arrays.copyOf(writer.buffer(), writer.length())).isEqualTo(Samples.canonical(posted));
        }
    }

    /** Also where two accounts fall into one place, as Aa and BB with the same hash do. */
    @Test
    void an_entry_is_the_same_bytes_whatever_was_written_before() {
        PostedEntry plain = Samples.posted(Samples.plain("a"), 1);
        MutableList<PostedEntry> entries = Lists.mutable.with(POSTED, plain, POSTED, plain);
        protectedFields().forEach(field -> {
            entries.add((PostedEntry) field.get()[1]);
            entries.add(POSTED);
        });
        for (String account : new String[] {"Aa", "BB", "Aa", "Aa", "BB", "口座"}) {
            entries.add(withLine(line -> line.account(AccountId.of(account))));
        }
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.REVERSAL) {
                entries.add(Samples.posted(plainly(entry -> entry.kind(kind)), 2));
            }
        }
        entries.add(Samples.posted(plainly(entry -> entry.book(BookId.of("ifrs"))), 3));
        entries.add(Samples.posted(plainly(entry -> entry.journal(JournalId.of("cash"))), 3));
        entries.add(Samples.posted(plainly(entry -> entry.date(LocalDate.of(2026, 4, 2))), 4));
        entries.add(Samples.posted(plainly(entry -> entry.id(EntryId.of("é".repeat(160)))), 5));
        entries.add(Samples.posted(Samples.plain("a"), 1));
        assertWrittenAsAlone(entries);
    }

    private static JournalEntry plainly(UnaryOperator<JournalEntry.Builder> change) {
        return change.apply(JournalEntry.builder().from(Samples.plain("b"))).build();
    }

    /** More accounts and posters than are kept, so that all that share a place drive one another out. */
    @Test
    void an_entry_is_the_same_bytes_however_many_there_were() {
        assertWrittenAsAlone(Interval.oneTo(8_000).collect(i -> {
            JournalEntry entry = plainly(e -> e.lines(Lists.immutable.with(
                    JournalLine.of("" + i % 3_000, Amounts.of("5", "JPY")),
                    JournalLine.of("4000", Amounts.of("-5", "JPY")))));
            return new PostedEntry(
                    entry,
                    i,
                    Samples.RECORDED,
                    new EntryNumber(entry.journal(), 2026, i),
                    Actor.of("clerk-" + i % 700),
                    Optional.empty());
        }));
    }

    /** Units are told apart by code alone, and a host may make one anew for each amount. */
    @Test
    void a_unit_is_its_code_and_its_decimals() {
        assertWrittenAsAlone(Interval.oneTo(3)
                .collect(digits -> withLine(line -> line.amount(Amounts.ofMinor(7, Amounts.unit("BTC", digits))))));
    }

    @Test
    void nothing_depends_on_how_an_amount_is_written() {
        byte[] bytes = Samples.canonical(POSTED);
        for (String number : new String[] {"5.1", "5.100", "5.1000000", "51E-1"}) {
            assertThat(Samples.canonical(withLine(line -> line.amount(Amounts.of(number, "USD")))))
                    .isEqualTo(bytes);
            assertThat(Samples.canonical(withEntry(entry -> asserting(entry, number))))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void nothing_depends_on_the_order_of_dimensions() {
        Dimensions turned = Dimensions.of("project", "東京").with("cost-centre", "100");
        Dimensions reversed = new Dimensions(
                SortedMaps.immutable.with(Comparator.<String>reverseOrder(), "project", "東京", "cost-centre", "100"));

        assertThat(Samples.canonical(withLine(line -> line.dimensions(turned)))).isEqualTo(Samples.canonical(POSTED));
        assertThat(Samples.canonical(withLine(line -> line.dimensions(reversed))))
                .isEqualTo(Samples.canonical(POSTED));
    }

    @Test
    void nothing_depends_on_locale_and_time_zone() {
        byte[] bytes = Samples.canonical(POSTED);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "ja-JP-u-ca-japanese"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(Samples.canonical(Samples.approved(Samples.invoice().build())))
                        .isEqualTo(bytes);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void free_texts_are_not_in_it() {
        assertThat(Samples.canonical(POSTED.withoutTexts())).isEqualTo(Samples.canonical(POSTED));
        assertThat(Samples.canonical(withLine(line -> line.note("other")))).isEqualTo(Samples.canonical(POSTED));
        assertThat(Samples.canonical(withEntry(entry -> entry.narrative("other"))))
                .isEqualTo(Samples.canonical(POSTED));
    }

    static Stream<Arguments> protectedFields() {
        return Stream.of(
                Arguments.of("position", posted(p -> p + 1, Samples.RECORDED, "clerk", "chief")),
                Arguments.of("recordedAt", posted(p -> p, Samples.RECORDED.plusNanos(1_000), "clerk", "chief")),
                Arguments.of("postedBy", posted(p -> p, Samples.RECORDED, "other", "chief")),
                Arguments.of("approvedBy", posted(p -> p, Samples.RECORDED, "clerk", "other")),
                Arguments.of("no approvedBy", posted(p -> p, Samples.RECORDED, "clerk", "")),
                Arguments.of("number", numbered(new EntryNumber(JournalId.of("sales"), 2026, 6))),
                Arguments.of("year of the number", numbered(new EntryNumber(JournalId.of("sales"), 2025, 5))),
                Arguments.of("journal of the number", numbered(new EntryNumber(JournalId.of("sale"), 2026, 5))),
                Arguments.of("id", withEntry(entry -> entry.id(EntryId.of("invoice-43")))),
                Arguments.of("book", withEntry(entry -> entry.book(BookId.of("ifrs")))),
                Arguments.of("journal", withEntry(entry -> entry.journal(JournalId.of("cash")))),
                Arguments.of("date", withEntry(entry -> entry.date(LocalDate.of(2026, 4, 2)))),
                Arguments.of("documentDate", withEntry(entry -> entry.documentDate(LocalDate.of(2026, 4, 1)))),
                Arguments.of("no documentDate", withEntry(entry -> entry.documentDate(Optional.empty()))),
                Arguments.of("kind", withEntry(entry -> entry.kind(EntryKind.CLOSING))),
                Arguments.of(
                        "reverses",
                        withEntry(entry -> entry.kind(EntryKind.REVERSAL).reverses(EntryId.of("a")))),
                Arguments.of(
                        "source.system", withEntry(e -> e.source(new SourceDocument("x", "sales-invoice", "42", 3)))),
                Arguments.of("source.type", withEntry(e -> e.source(new SourceDocument("shop", "x", "42", 3)))),
                Arguments.of(
                        "source.id", withEntry(e -> e.source(new SourceDocument("shop", "sales-invoice", "x", 3)))),
                Arguments.of(
                        "source.version",
                        withEntry(e -> e.source(new SourceDocument("shop", "sales-invoice", "42", 4)))),
                Arguments.of("no source", withEntry(entry -> entry.source(Optional.empty()))),
                Arguments.of("eventDigest", withEntry(e -> e.eventDigest("f".repeat(64)))),
                Arguments.of("no eventDigest", withEntry(e -> e.eventDigest(Optional.empty()))),
                Arguments.of(
                        "assertion.account",
                        withEntry(entry -> entry.assertions(Lists.immutable.of(
                                new BalanceAssertion(AccountId.of("1131"), Amounts.of("5.10", "USD")))))),
                Arguments.of("assertion.balance", withEntry(entry -> asserting(entry, "5.11"))),
                Arguments.of("no assertion", withEntry(entry -> entry.assertions(Lists.immutable.empty()))),
                Arguments.of("line.account", withLine(line -> line.account(AccountId.of("1131")))),
                Arguments.of("line.amount", withLine(line -> line.amount(Amounts.of("5.11", "USD")))),
                Arguments.of("line.amount.currency", withLine(line -> line.amount(Amounts.of("5.10", "EUR")))),
                Arguments.of("line.base", withLine(line -> line.base(Amounts.of("766", "JPY")))),
                Arguments.of("line.base.currency", withLine(line -> line.base(Amounts.of("765", "KRW")))),
                Arguments.of(
                        "line.dimensions.value",
                        withLine(line -> line.dimensions(
                                Dimensions.of("cost-centre", "101").with("project", "東京")))),
                Arguments.of(
                        "line.dimensions.axis",
                        withLine(line -> line.dimensions(
                                Dimensions.of("cost-center", "100").with("project", "東京")))),
                Arguments.of("no line.dimensions", withLine(line -> line.dimensions(Dimensions.none()))),
                Arguments.of("line.party", withLine(line -> line.party(PartyId.of("customer-8")))),
                Arguments.of("no line.party", withLine(line -> line.party(Optional.empty()))),
                Arguments.of("line.document", withLine(line -> line.document("INV-43"))),
                Arguments.of("no line.document", withLine(line -> line.document(Optional.empty()))),
                Arguments.of("line.dueDate", withLine(line -> line.dueDate(LocalDate.of(2026, 5, 1)))),
                Arguments.of("no line.dueDate", withLine(line -> line.dueDate(Optional.empty()))),
                Arguments.of("line.adjustment", withLine(line -> line.adjustment(true))),
                Arguments.of(
                        "order of lines",
                        withEntry(entry -> entry.lines(INVOICE.lines().toReversed()))),
                Arguments.of(
                        "a line less",
                        withEntry(entry -> entry.lines(INVOICE.lines().take(1)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("protectedFields")
    void every_protected_field_is_in_it(String field, PostedEntry changed) {
        assertThat(Samples.canonical(changed)).as(field).isNotEqualTo(Samples.canonical(POSTED));
    }

    private static PostedEntry posted(LongUnaryOperator position, Instant recordedAt, String poster, String approver) {
        return new PostedEntry(
                INVOICE,
                position.applyAsLong(POSTED.position()),
                recordedAt,
                POSTED.number(),
                Actor.of(poster),
                approver.isEmpty() ? Optional.empty() : Optional.of(Actor.of(approver)));
    }

    private static PostedEntry numbered(EntryNumber number) {
        return new PostedEntry(
                INVOICE, POSTED.position(), POSTED.recordedAt(), number, POSTED.postedBy(), POSTED.approvedBy());
    }

    private static JournalEntry.Builder asserting(JournalEntry.Builder entry, String balance) {
        return entry.assertions(
                Lists.immutable.of(new BalanceAssertion(AccountId.of("1130"), Amounts.of(balance, "USD"))));
    }

    private static PostedEntry withEntry(UnaryOperator<JournalEntry.Builder> change) {
        return Samples.approved(
                change.apply(JournalEntry.builder().from(INVOICE)).build());
    }

    /** Another first line: what an entry of the journal may look like once somebody has been at it. */
    private static PostedEntry withLine(UnaryOperator<JournalLine.Builder> change) {
        JournalLine first = INVOICE.lines().get(0);
        JournalLine changed = change.apply(JournalLine.builder().from(first)).build();
        return withEntry(
                entry -> entry.lines(Lists.immutable.of(changed, INVOICE.lines().get(1))));
    }
}
