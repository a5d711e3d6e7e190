package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyKind;
import dev.erpkit.crm.party.Relation;
import dev.erpkit.crm.party.RelationType;
import dev.erpkit.crm.party.Survivorship;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of a party as one row; what a kind of change lacks is null. */
final class PartyRows {
    static final String INSERT = "insert into party_change (tenant, sequence, ordinal, kind, party, other_party,"
            + " party_kind, survivorship, relation, valid_from, valid_until, ended_on, channel, purpose, consent,"
            + " said_at, proof) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final @Nullable String NONE = null;

    private PartyRows() {}

    static void bind(Row row, PartyChange change) throws SQLException {
        if (change instanceof PartyChange.Registered registered) {
            parties(row, "REGISTERED", change).text(registered.kind().text()).text(NONE);
            said(relation(row, Optional.empty(), Optional.empty()), Optional.empty());
        } else if (change instanceof PartyChange.Amended) {
            plain(row, "AMENDED", change);
        } else if (change instanceof PartyChange.Erased) {
            plain(row, "ERASED", change);
        } else if (change instanceof PartyChange.Related related) {
            parties(row, "RELATED", change).text(NONE).text(NONE);
            said(relation(row, Optional.of(related.relation()), Optional.empty()), Optional.empty());
        } else if (change instanceof PartyChange.RelationEnded ended) {
            parties(row, "RELATION_ENDED", change).text(NONE).text(NONE);
            said(relation(row, Optional.of(ended.relation()), Optional.of(ended.endExclusive())), Optional.empty());
        } else if (change instanceof PartyChange.Merged merged) {
            parties(row, "MERGED", change).text(NONE).text(merged.survivorship().text());
            said(relation(row, Optional.empty(), Optional.empty()), Optional.empty());
        } else if (change instanceof PartyChange.Unmerged) {
            plain(row, "UNMERGED", change);
        } else if (change instanceof PartyChange.Consented consented) {
            parties(row, "CONSENTED", change).text(NONE).text(NONE);
            said(relation(row, Optional.empty(), Optional.empty()), Optional.of(consented.statement()));
        }
    }

    private static void plain(Row row, String kind, PartyChange change) throws SQLException {
        parties(row, kind, change).text(NONE).text(NONE);
        said(relation(row, Optional.empty(), Optional.empty()), Optional.empty());
    }

    private static Row parties(Row row, String kind, PartyChange change) throws SQLException {
        return row.text(kind)
                .text(change.party().value())
                .text(
                        change.parties().size() < 2
                                ? NONE
                                : change.parties().get(1).value());
    }

    private static Row relation(Row row, Optional<Relation> relation, Optional<LocalDate> ended) throws SQLException {
        row.text(relation.map(Relation::type));
        range(row, relation.map(Relation::validity));
        return row.day(ended);
    }

    /** A day that is open is null. */
    static Row range(Row row, Optional<DateRange> range) throws SQLException {
        return row.day(range.map(DateRange::startInclusive).filter(day -> !day.equals(LocalDate.MIN)))
                .day(range.map(DateRange::endExclusive).filter(day -> !day.equals(LocalDate.MAX)));
    }

    static DateRange range(ResultSet row) throws SQLException {
        return DateRange.of(
                Row.day(row, "valid_from").orElse(LocalDate.MIN),
                Row.day(row, "valid_until").orElse(LocalDate.MAX));
    }

    private static void said(Row row, Optional<ConsentStatement> said) throws SQLException {
        @Nullable Instant none = null;
        row.text(said.map(s -> s.scope().channel().text()))
                .text(said.map(s -> s.scope().purpose()))
                .text(said.map(s -> s.state().text()))
                .instant(said.isPresent() ? said.get().at() : none)
                .text(said.map(ConsentStatement::proof));
    }

    static PartyChange change(ResultSet row) throws SQLException {
        PartyId party = PartyId.of(row.getString("party"));
        String kind = row.getString("kind");
        return switch (kind) {
            case "REGISTERED" -> new PartyChange.Registered(party, PartyKind.parse(row.getString("party_kind")));
            case "AMENDED" -> new PartyChange.Amended(party);
            case "ERASED" -> new PartyChange.Erased(party);
            case "RELATED" -> new PartyChange.Related(relation(row, party));
            case "RELATION_ENDED" ->
                new PartyChange.RelationEnded(
                        relation(row, party), Row.day(row, "ended_on").orElseThrow());
            case "MERGED" ->
                new PartyChange.Merged(party, other(row), Survivorship.parse(row.getString("survivorship")));
            case "UNMERGED" -> new PartyChange.Unmerged(party, other(row));
            case "CONSENTED" -> new PartyChange.Consented(party, statement(row));
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }

    private static PartyId other(ResultSet row) throws SQLException {
        return PartyId.of(row.getString("other_party"));
    }

    private static Relation relation(ResultSet row, PartyId party) throws SQLException {
        return new Relation(party, RelationType.of(row.getString("relation")), other(row), range(row));
    }

    private static ConsentStatement statement(ResultSet row) throws SQLException {
        return new ConsentStatement(
                new ConsentScope(ContactKind.parse(row.getString("channel")), row.getString("purpose")),
                ConsentState.parse(row.getString("consent")),
                Row.instant(row, "said_at"),
                row.getString("proof"));
    }
}
