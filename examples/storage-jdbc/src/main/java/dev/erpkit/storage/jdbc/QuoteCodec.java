package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteChange.Accepted;
import dev.erpkit.crm.sales.quote.QuoteChange.Approved;
import dev.erpkit.crm.sales.quote.QuoteChange.Drafted;
import dev.erpkit.crm.sales.quote.QuoteChange.Submitted;
import dev.erpkit.crm.sales.quote.QuoteChange.Withdrawn;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.RevisionRule;
import dev.erpkit.storage.jdbc.SalesTable.Cells;

/** What happens to quotes as rows. */
final class QuoteCodec implements SalesCodec<QuoteChange> {
    @Override
    public void write(SalesRows rows, QuoteChange change) {
        Cells cells = rows.change.with("revision", (long) change.revision());
        if (change instanceof Drafted some) {
            cells.with("kind", "DRAFTED")
                    .with("rule", some.rule().text())
                    .with("valid_through", some.draft().validThrough());
            OfferRows.write(rows, some.draft().offer(), some.draft().pricing());
        } else if (change instanceof Submitted some) {
            cells.with("kind", "SUBMITTED").with("submitted_by", some.by().id());
            some.approvals().forEach(role -> rows.entries.add(Cells.empty().with("entry", role)));
        } else if (change instanceof Approved some) {
            cells.with("kind", "APPROVED").with("role", some.role());
        } else if (change instanceof Withdrawn) {
            cells.with("kind", "WITHDRAWN");
        } else if (change instanceof Accepted some) {
            cells.with("kind", "ACCEPTED").with("document", some.order().value());
        }
    }

    @Override
    public QuoteChange read(SalesRows rows, PartyId party) {
        Cells cells = rows.change;
        int revision = cells.count("revision");
        return switch (cells.text("kind")) {
            case "DRAFTED" ->
                new Drafted(
                        revision,
                        new QuoteDraft(
                                OfferRows.offer(rows, party),
                                OfferRows.pricing(cells),
                                cells.day("valid_through").orElseThrow()),
                        RevisionRule.parse(cells.text("rule")));
            case "SUBMITTED" ->
                new Submitted(
                        revision,
                        Actor.of(cells.text("submitted_by")),
                        rows.entries.toImmutable().collect(entry -> entry.text("entry")));
            case "APPROVED" -> new Approved(revision, cells.text("role"));
            case "WITHDRAWN" -> new Withdrawn(revision);
            case "ACCEPTED" -> new Accepted(revision, DocumentId.of(cells.text("document")));
            default -> throw new IllegalStateException("Unknown kind of change " + cells.text("kind"));
        };
    }
}
