package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.Consumption;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchId;
import dev.erpkit.accounting.openitem.MatchPart;
import dev.erpkit.accounting.openitem.OpenItem;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/** Rows of open items and matches. */
final class ItemRows {
    private ItemRows() {}

    static Row bind(PreparedStatement statement, String tenant, OpenItem item) throws SQLException {
        return Row.of(statement)
                .text(tenant)
                .text(item.id().entry().value())
                .number(item.id().line())
                .text(item.book().value())
                .text(item.account().value())
                .text(item.control().name())
                .text(item.party().value())
                .money(item.currency(), item.amountMinor())
                .money(item.baseCurrency(), item.baseMinor())
                .day(item.date())
                .day(item.documentDate())
                .day(item.dueDate())
                .text(item.document())
                .number(item.position())
                .instant(item.recordedAt());
    }

    static OpenItem item(ResultSet row) throws SQLException {
        CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
        CurrencyUnit base = Row.currency(row.getString("base_currency"), row.getInt("base_digits"));
        return OpenItem.builder()
                .id(id(row))
                .book(BookId.of(row.getString("book")))
                .account(AccountId.of(row.getString("account")))
                .control(ControlKind.valueOf(row.getString("control")))
                .party(PartyId.of(row.getString("party")))
                .currency(currency)
                .amountMinor(Row.minor(row.getBigDecimal("amount"), currency))
                .baseCurrency(base)
                .baseMinor(Row.minor(row.getBigDecimal("base"), base))
                .date(row.getObject("effective_date", LocalDate.class))
                .documentDate(Row.day(row, "document_date"))
                .dueDate(Row.day(row, "due_date"))
                .document(Row.text(row, "document"))
                .position(row.getLong("position"))
                .recordedAt(Row.instant(row, "recorded_at"))
                .build();
    }

    static ItemId id(ResultSet row) throws SQLException {
        return new ItemId(EntryId.of(row.getString("entry")), row.getInt("line"));
    }

    static Consumption consumption(ResultSet row) throws SQLException {
        MatchPart part = part(row);
        return new Consumption(
                MatchId.of(row.getString("id")),
                Row.text(row, "undoes").map(MatchId::of),
                row.getObject("effective_date", LocalDate.class),
                row.getLong("sequence"),
                row.getLong("position"),
                Row.instant(row, "recorded_at"),
                part.amountMinor(),
                part.baseMinor());
    }

    /** A part, from a row that has the base currency of its match too. */
    static MatchPart part(ResultSet row) throws SQLException {
        CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
        CurrencyUnit base = Row.currency(row.getString("base_currency"), row.getInt("base_digits"));
        return new MatchPart(
                id(row),
                currency,
                Row.minor(row.getBigDecimal("amount"), currency),
                Row.minor(row.getBigDecimal("base"), base));
    }

    static Row bind(PreparedStatement statement, String tenant, Match match) throws SQLException {
        return Row.of(statement)
                .text(tenant)
                .number(match.sequence())
                .text(match.id().value())
                .text(match.book().value())
                .number(match.position())
                .instant(match.recordedAt())
                .text(match.matchedBy().id())
                .day(match.date())
                .money(match.baseCurrency(), match.differenceMinor())
                .text(match.entry())
                .text(match.undoes())
                .text(match.basis())
                .text(match.fingerprint().toString());
    }

    /** A match, as a builder that still lacks its parts. */
    static Match.Builder match(ResultSet row) throws SQLException {
        CurrencyUnit base = Row.currency(row.getString("base_currency"), row.getInt("base_digits"));
        Match.Builder match = Match.builder();
        match.id(MatchId.of(row.getString("id")))
                .book(BookId.of(row.getString("book")))
                .sequence(row.getLong("sequence"))
                .position(row.getLong("position"))
                .recordedAt(Row.instant(row, "recorded_at"))
                .matchedBy(Actor.of(row.getString("matched_by")))
                .date(row.getObject("effective_date", LocalDate.class))
                .baseCurrency(base)
                .differenceMinor(Row.minor(row.getBigDecimal("difference"), base))
                .entry(Row.text(row, "entry").map(EntryId::of))
                .undoes(Row.text(row, "undoes").map(MatchId::of))
                .basis(row.getString("basis"))
                .fingerprint(Digest.parse(row.getString("fingerprint")));
        return match;
    }
}
