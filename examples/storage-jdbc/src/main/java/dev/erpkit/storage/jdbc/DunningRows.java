package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.dunning.DunningChange;
import dev.erpkit.accounting.dunning.DunningChange.Blocked;
import dev.erpkit.accounting.dunning.DunningChange.Drafted;
import dev.erpkit.accounting.dunning.DunningChange.Removed;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningChange.Unblocked;
import dev.erpkit.accounting.dunning.DunningProposal;
import dev.erpkit.accounting.dunning.DunningScope;
import dev.erpkit.accounting.dunning.RemovalReason;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.party.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** One change of dunning as one row; what a kind of change lacks is null. */
final class DunningRows {
    static final String INSERT = "insert into dunning_change (tenant, sequence, ordinal, kind, entry, line, party,"
            + " until_date, reason, book, document, due_date, run_date, procedure_id, level, text_key, currency,"
            + " digits, open_amount, fee, interest)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private DunningRows() {}

    static void bind(Row row, DunningChange change) throws SQLException {
        if (change instanceof Drafted drafted) {
            DunningProposal proposal = drafted.proposal();
            item(row.text("DRAFTED"), proposal.item())
                    .text(proposal.party().value())
                    .day((LocalDate) null)
                    .text((String) null);
            proposal(row, proposal);
            return;
        }
        if (change instanceof Sent sent) {
            item(row.text("SENT"), sent.item())
                    .text((String) null)
                    .day((LocalDate) null)
                    .text((String) null);
        } else if (change instanceof Removed removed) {
            item(row.text("REMOVED"), removed.item())
                    .text((String) null)
                    .day((LocalDate) null)
                    .text(removed.reason().text());
        } else if (change instanceof Blocked blocked) {
            scope(row.text("BLOCKED"), blocked.scope()).day(blocked.until()).text(blocked.reason());
        } else if (change instanceof Unblocked unblocked) {
            scope(row.text("UNBLOCKED"), unblocked.scope())
                    .day((LocalDate) null)
                    .text((String) null);
        }
        noProposal(row);
    }

    private static Row item(Row row, ItemId item) throws SQLException {
        return row.text(item.entry().value()).number(item.line());
    }

    private static Row scope(Row row, DunningScope scope) throws SQLException {
        if (scope instanceof DunningScope.OfItem of) {
            return item(row, of.item()).text((String) null);
        }
        return row.text((String) null)
                .number((Long) null)
                .text(((DunningScope.OfParty) scope).party().value());
    }

    private static void proposal(Row row, DunningProposal proposal) throws SQLException {
        row.text(proposal.book().value())
                .text(proposal.document())
                .day(proposal.due())
                .day(proposal.day())
                .text(proposal.procedure())
                .number(proposal.level())
                .text(proposal.textKey())
                .money(proposal.currency(), proposal.openMinor())
                .decimal(proposal.feeMinor(), proposal.currency())
                .decimal(proposal.interestMinor(), proposal.currency());
    }

    private static void noProposal(Row row) throws SQLException {
        row.text((String) null)
                .text((String) null)
                .day((LocalDate) null)
                .day((LocalDate) null)
                .text((String) null)
                .number((Long) null)
                .text((String) null)
                .noMoney()
                .noDecimal()
                .noDecimal();
    }

    static DunningChange change(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "DRAFTED" -> new Drafted(proposal(row));
            case "SENT" -> new Sent(item(row));
            case "REMOVED" -> new Removed(item(row), RemovalReason.parse(row.getString("reason")));
            case "BLOCKED" -> new Blocked(scope(row), Row.day(row, "until_date"), row.getString("reason"));
            case "UNBLOCKED" -> new Unblocked(scope(row));
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }

    private static ItemId item(ResultSet row) throws SQLException {
        return ItemId.of(row.getString("entry"), row.getInt("line"));
    }

    private static DunningScope scope(ResultSet row) throws SQLException {
        Optional<String> party = Row.text(row, "party");
        return party.isPresent()
                ? new DunningScope.OfParty(PartyId.of(party.get()))
                : new DunningScope.OfItem(item(row));
    }

    private static DunningProposal proposal(ResultSet row) throws SQLException {
        CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
        DunningProposal.Builder proposal = DunningProposal.builder();
        return proposal.item(item(row))
                .book(BookId.of(row.getString("book")))
                .party(PartyId.of(row.getString("party")))
                .document(Row.text(row, "document"))
                .due(Row.day(row, "due_date").orElseThrow())
                .day(Row.day(row, "run_date").orElseThrow())
                .procedure(row.getString("procedure_id"))
                .level(row.getInt("level"))
                .textKey(row.getString("text_key"))
                .currency(currency)
                .openMinor(Row.minor(row.getBigDecimal("open_amount"), currency))
                .feeMinor(Row.minor(row.getBigDecimal("fee"), currency))
                .interestMinor(Row.minor(row.getBigDecimal("interest"), currency))
                .build();
    }
}
