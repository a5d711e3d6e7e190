package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts come back to the character, whatever they say, or are refused before anything is written. */
class TextsTest {
    private static final MonetaryAmount YEN = Amounts.ofMinor(1, Amounts.currency("JPY"));
    private static final String INJECTION = "'); drop table journal_line; -- \" ? {fn x} \\ % $1 ";

    static DataSource[] databases() {
        return new DataSource[] {Databases.h2File(), Databases.postgres()};
    }

    /** Characters of four bytes, each two chars of Java. */
    private static String astral(int chars) {
        return "𠮷😀".repeat(chars / 4 + 1).substring(0, chars / 2 * 2);
    }

    private static JournalEntry entry(String id, String narrative, String longText, String shortText) {
        return JournalEntry.builder()
                .id(id)
                .date(Entries.DAY)
                .narrative(narrative)
                .source(SourceDocument.of(shortText, shortText, longText))
                .add(JournalLine.builder()
                        .account("1000")
                        .inBase(YEN)
                        .party(PartyId.of(shortText))
                        .document(shortText)
                        .note(narrative)
                        .dimensions(Dimensions.of(shortText, shortText))
                        .build())
                .credit("4000", YEN)
                .build();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_longest_texts_of_four_byte_characters_and_those_that_look_like_sql_come_back(DataSource database) {
        BooksStores stores = JdbcBooks.stores(database, INJECTION);
        PostedEntry longest = Entries.at(1, entry(astral(160), astral(500), astral(200), astral(64)));
        PostedEntry hostile = Entries.at(2, entry(INJECTION, INJECTION, INJECTION, INJECTION));
        stores.journal().append(Lists.immutable.of(longest, hostile));
        assertThat(stores.journal().find(longest.id())).contains(longest);
        assertThat(stores.journal().find(hostile.id())).contains(hostile);
        assertThat(JdbcBooks.stores(database, "another").journal().lastPosition())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void names_of_an_account_keep_their_line_breaks(DataSource database) {
        BooksStores stores = JdbcBooks.stores(database, "acme");
        Account account = Account.builder()
                .id("1000")
                .name(astral(200))
                .accountClass(AccountClass.ASSET)
                .tag("two\nlines")
                .tag("back\\slash")
                .tag("\\n")
                .tag("")
                .tag(astral(5_000))
                .requireDimension("\\e")
                .build();
        stores.accounts().insert(account);
        assertThat(stores.accounts().find(account.id()).orElseThrow().value()).isEqualTo(account);
        Account nameless = Account.builder()
                .id("2")
                .name("n")
                .accountClass(AccountClass.ASSET)
                .tag("")
                .build();
        stores.accounts().insert(nameless);
        assertThat(stores.accounts().find(nameless.id()).orElseThrow().value()).isEqualTo(nameless);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_database_cannot_keep_is_refused_and_nothing_is_written(DataSource database) throws Exception {
        BooksStores stores = JdbcBooks.stores(database, "acme");
        for (String broken : new String[] {"nul \0", "half \ud83d", "\ude00 half", "\ude00\ud83d turned round"}) {
            Account account = Account.builder()
                    .id("broken")
                    .name("n")
                    .accountClass(AccountClass.ASSET)
                    .requireDimension(broken)
                    .build();
            assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                        stores.journal().append(Lists.immutable.of(Entries.at(1, Entries.entry("before"))));
                        return stores.accounts().insert(account);
                    }))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("text.not-storable")).isTrue());
            MutableList<String> reached = Lists.mutable.empty();
            assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                        try {
                            stores.accounts().insert(account);
                        } catch (InvalidValueException caught) {
                            reached.add("caught");
                        }
                        return "committed";
                    }))
                    .as("a work that has caught it cannot commit half of it")
                    .isInstanceOf(JdbcException.class);
            assertThat(reached).containsExactly("caught");
        }
        assertThat(stores.journal().find(EntryId.of("before"))).isEmpty();
        assertThat(KillTest.rows(database, "journal_entry")).isZero();
        stores.journal().append(Entries.after(0, "fine", 1));
        assertThat(stores.journal().lastPosition()).isEqualTo(1);
    }
}
