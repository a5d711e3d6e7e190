package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.CLERK;
import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.port.OpenItemQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class AgeingTest {
    private static final AgeingBuckets BUCKETS = AgeingBuckets.of(0, 30, 60);
    private static final OpenItemQuery ALL = OpenItemQuery.all();

    private final ItemBooks books = new ItemBooks(EUR);

    private ItemId invoice(String id, int issuedDaysAgo, int dueDaysAgo, long amount) {
        JournalLine.Builder line = JournalLine.builder();
        line.account("receivable")
                .inBase(Amounts.ofMinor(amount, EUR))
                .party(PartyId.of("customer"))
                .document(id)
                .dueDate(DAY.minusDays(dueDaysAgo));
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id)
                .date(DAY.minusDays(20))
                .documentDate(DAY.minusDays(issuedDaysAgo))
                .add(line.build())
                .credit("sales", Amounts.ofMinor(amount, EUR));
        books.post(entry.build(), CLERK).orElseThrow();
        return ItemId.of(id, 0);
    }

    private ImmutableList<AgeingRow> ageing(AgeingBasis basis) {
        return Ageing.of(books.log, ALL, DAY, BUCKETS, basis);
    }

    @Test
    void items_stand_in_the_bucket_of_their_age() {
        invoice("due-today", 40, 0, 1);
        invoice("due-yesterday", 10, 1, 10);
        invoice("thirty", 61, 30, 100);
        invoice("thirty-one", 62, 31, 1_000);
        invoice("old", 90, 61, 10_000);

        AgeingRow byDue = ageing(AgeingBasis.DUE_DATE).getOnly();
        assertThat(byDue.amounts().toArray()).containsExactly(1, 110, 1_000, 10_000);
        assertThat(byDue.total()).isEqualTo(Amounts.of("111.11", "EUR"));
        assertThat(byDue.base(3)).isEqualTo(Amounts.of("100", "EUR"));
        assertThat(ageing(AgeingBasis.DOCUMENT_DATE).getOnly().amounts().toArray())
                .containsExactly(0, 10, 1, 11_100);
    }

    @Test
    void rows_are_told_apart_by_account_party_and_currency() {
        books.item("1", "receivable", "b", DAY, EUR, 5, 5);
        books.item("2", "receivable", "a", DAY, USD, 7, 6);
        books.item("3", "receivable", "a", DAY, EUR, 8, 8);
        books.item("4", "payable", "z", DAY, EUR, -9, -9);

        assertThat(ageing(AgeingBasis.DUE_DATE)
                        .collect(row -> row.account() + " " + row.party() + " " + row.total() + " " + row.baseTotal())
                        .castToList())
                .containsExactly(
                        "payable z EUR -0.09 EUR -0.09",
                        "receivable a EUR 0.08 EUR 0.08",
                        "receivable a USD 0.07 EUR 0.06",
                        "receivable b EUR 0.05 EUR 0.05");
    }

    @Test
    void a_past_day_as_known_then_is_not_changed_by_what_is_recorded_later() {
        ItemId invoice = invoice("invoice", 20, 10, 100);
        long known = books.journal.lastPosition();
        ItemId payment = books.item("payment", DAY, EUR, -100, -100);
        books.match("m", DAY, invoice, payment).orElseThrow();

        assertThat(ageing(AgeingBasis.DUE_DATE)).isEmpty();
        AgeingRow then = Ageing.of(books.log, ALL.knownAt(known), DAY, BUCKETS, AgeingBasis.DUE_DATE)
                .getOnly();
        assertThat(then.amount(1)).isEqualTo(Amounts.of("1", "EUR"));
    }

    @Test
    void a_statement_lists_what_a_party_has_open_the_longest_overdue_first() {
        invoice("new", 5, -10, 100);
        ItemId old = invoice("old", 50, 20, 300);
        books.item("other", "receivable", "other", DAY, EUR, 5, 5);
        books.match("m", DAY, old, books.item("payment", -120)).orElseThrow();

        ImmutableList<StatementLine> lines =
                StatementLine.of(books.log, ALL.of(PartyId.of("customer")).on(AccountId.of("receivable")), DAY);

        assertThat(lines.collect(line ->
                                line.item().document().orElse("") + " " + line.amount() + " " + line.daysOverdue())
                        .castToList())
                .containsExactly("old EUR 1.8 20", "new EUR 1 -10");
        assertThat(lines.getFirst().base()).isEqualTo(Amounts.of("1.8", "EUR"));
    }

    @Test
    void bounds_ascend() {
        assertThatThrownBy(() -> AgeingBuckets.of(30, 30)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(AgeingBuckets::of).isInstanceOf(InvalidValueException.class);
    }
}
