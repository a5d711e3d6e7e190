package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.deferral.CreditSplit;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralChange;
import dev.erpkit.accounting.deferral.DeferralChange.Credited;
import dev.erpkit.accounting.deferral.DeferralChange.Ended;
import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.accounting.deferral.DeferralChange.Recognised;
import dev.erpkit.accounting.deferral.DeferralChange.Rescheduled;
import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.DeferralId;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.accounting.deferral.PartRounding;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Deferrals as rows: one table for all kinds of facts, and one for what was opened. */
final class JdbcDeferralLog extends JdbcFactLog<DeferralFact> implements DeferralLog {
    private static final String LOG = "deferral";

    JdbcDeferralLog(JdbcUnitOfWork work) {
        super(work, "deferral_fact", DeferralFact::number);
    }

    @Override
    void insert(Connection connection, DeferralFact fact) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into deferral_fact (tenant, number,"
                + " deferral, command_key, recorded_at, actor, kind, on_day, posted_on, minor, recognised_minor, policy,"
                + " service_from, service_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row row = Row.of(statement)
                    .text(work.tenant())
                    .number(fact.number())
                    .text(fact.deferral().value())
                    .text(fact.key().value())
                    .instant(fact.recordedAt())
                    .text(fact.actor().id());
            bind(row, fact.change());
            statement.executeUpdate();
        }
        if (fact.change() instanceof Opened opened) {
            insert(connection, fact.number(), opened.deferral());
        }
    }

    private static void bind(Row row, DeferralChange change) throws SQLException {
        LocalDate none = null;
        if (change instanceof Opened opened) {
            DateRange service = opened.deferral().service();
            row.text("OPENED")
                    .day(none)
                    .day(none)
                    .number((Long) null)
                    .number((Long) null)
                    .text((String) null);
            row.day(service.startInclusive()).day(service.endExclusive());
        } else if (change instanceof Recognised told) {
            row.text("RECOGNISED").day(told.through()).day(told.postedOn()).number(told.minor());
            row.number((Long) null).text((String) null).day(none).day(none);
        } else if (change instanceof Credited credit) {
            row.text("CREDITED").day(credit.date()).day(none).number(credit.minor());
            row.number(credit.ofRecognisedMinor())
                    .text(credit.split().text())
                    .day(none)
                    .day(none);
        } else if (change instanceof Rescheduled moved) {
            row.text("RESCHEDULED")
                    .day(moved.date())
                    .day(none)
                    .number((Long) null)
                    .number((Long) null);
            row.text((String) null)
                    .day(moved.service().startInclusive())
                    .day(moved.service().endExclusive());
        } else if (change instanceof Ended ended) {
            row.text("ENDED").day(ended.lastDay()).day(none).number((Long) null).number(ended.recognisedMinor());
            row.text(ended.rest().text()).day(none).day(none);
        }
    }

    private void insert(Connection connection, long number, Deferral deferral) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into deferral_opened (tenant, number,"
                + " opened_kind, currency, digits, total, basis, rounding, source_system, source_type, source_id,"
                + " source_version, qualifier, party) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .number(number)
                    .text(deferral.kind().name())
                    .money(deferral.total().getCurrency(), deferral.totalMinor())
                    .text(deferral.basis().text())
                    .text(deferral.rounding().text())
                    .text(deferral.source().system())
                    .text(deferral.source().type())
                    .text(deferral.source().id())
                    .number(deferral.source().version())
                    .text(deferral.qualifier())
                    .text(deferral.party().map(PartyId::value));
            statement.executeUpdate();
        }
        FactDimensions.insert(connection, work.tenant(), LOG, number, 0, deferral.dimensions());
    }

    @Override
    MutableList<DeferralFact> select(Connection connection, long from, long through) throws SQLException {
        FactDimensions dimensions = FactDimensions.read(connection, work.tenant(), LOG, from, through);
        MutableList<DeferralFact> facts = Lists.mutable.empty();
        Where where = Where.of("f.tenant", work.tenant())
                .and("f.number between ? and ?", from, through)
                .ordered("f.tenant, f.number");
        try (PreparedStatement statement = where.prepare(
                        connection,
                        "select f.*, o.opened_kind, o.currency, o.digits, o.total, o.basis, o.rounding,"
                                + " o.source_system, o.source_type, o.source_id, o.source_version, o.qualifier, o.party"
                                + " from deferral_fact f left join deferral_opened o"
                                + " on o.tenant = f.tenant and o.number = f.number");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                long number = row.getLong("number");
                facts.add(new DeferralFact(
                        number,
                        DeferralId.of(row.getString("deferral")),
                        IdempotencyKey.of(row.getString("command_key")),
                        change(row, dimensions.of(number, 0)),
                        Row.instant(row, "recorded_at"),
                        Actor.of(row.getString("actor"))));
            }
        }
        return facts;
    }

    private static DeferralChange change(ResultSet row, Dimensions dimensions) throws SQLException {
        LocalDate day = row.getObject("on_day", LocalDate.class);
        long minor = row.getLong("minor");
        long recognised = row.getLong("recognised_minor");
        String kind = row.getString("kind");
        return switch (kind) {
            case "OPENED" -> new Opened(deferral(row, dimensions));
            case "RECOGNISED" -> new Recognised(day, minor, row.getObject("posted_on", LocalDate.class));
            case "CREDITED" -> new Credited(day, minor, CreditSplit.parse(row.getString("policy")), recognised);
            case "RESCHEDULED" -> new Rescheduled(day, service(row));
            case "ENDED" -> new Ended(day, EarlyEnd.parse(row.getString("policy")), recognised);
            default -> throw new IllegalStateException("Unknown kind of deferral fact: " + kind);
        };
    }

    private static DateRange service(ResultSet row) throws SQLException {
        return DateRange.of(
                row.getObject("service_from", LocalDate.class), row.getObject("service_until", LocalDate.class));
    }

    private static Deferral deferral(ResultSet row, Dimensions dimensions) throws SQLException {
        return Deferral.builder()
                .id(row.getString("deferral"))
                .kind(DeferralKind.valueOf(row.getString("opened_kind")))
                .total(Row.money(row, "currency", "digits", "total"))
                .service(service(row))
                .basis(SpreadBasis.parse(row.getString("basis")))
                .rounding(PartRounding.parse(row.getString("rounding")))
                .source(source(row))
                .qualifier(row.getString("qualifier"))
                .dimensions(dimensions)
                .party(Row.text(row, "party").map(PartyId::of))
                .build();
    }

    static SourceDocument source(ResultSet row) throws SQLException {
        return new SourceDocument(
                row.getString("source_system"),
                row.getString("source_type"),
                row.getString("source_id"),
                row.getInt("source_version"));
    }
}
