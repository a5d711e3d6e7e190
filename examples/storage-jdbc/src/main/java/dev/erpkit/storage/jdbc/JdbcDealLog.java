package dev.erpkit.storage.jdbc;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealFact;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.PipelineId;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.port.DealLog;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/** What happened to deals as rows. */
final class JdbcDealLog extends JdbcSubjectLog<DealFact> implements DealLog {
    JdbcDealLog(JdbcUnitOfWork work) {
        super(work, "deal_fact", "deal");
    }

    @Override
    Head head(DealFact fact) {
        return new Head(fact.deal().value(), fact.number(), fact.key(), fact.at(), fact.recordedAt(), fact.actor());
    }

    @Override
    Where taken(Head head) {
        return keyed(head.key());
    }

    @Override
    public ImmutableList<DealFact> of(DealId id) {
        return all(id.value()).toImmutable();
    }

    @Override
    public Optional<DealFact> find(IdempotencyKey key) {
        return work.read(connection -> select(connection, keyed(key)).getFirstOptional());
    }

    @Override
    void fill(Cells cells, DealFact fact) {
        DealChange change = fact.change();
        if (change instanceof DealChange.Opened opened) {
            cells.text("kind", "OPENED")
                    .text("pipeline", opened.pipeline().value())
                    .text("stage", opened.stage().value())
                    .text("party", opened.party().value())
                    .day("expected_close", opened.expectedClose())
                    .text("seller", opened.seller().value());
            amount(cells, opened.amount());
        } else if (change instanceof DealChange.Moved moved) {
            cells.text("kind", "MOVED").text("stage", moved.to().value());
        } else if (change instanceof DealChange.Valued valued) {
            amount(cells.text("kind", "VALUED"), valued.amount());
        } else if (change instanceof DealChange.Rescheduled rescheduled) {
            cells.text("kind", "RESCHEDULED").day("expected_close", rescheduled.expectedClose());
        } else if (change instanceof DealChange.Judged judged) {
            cells.text("kind", "JUDGED").text("category", judged.category().text());
        } else if (change instanceof DealChange.Weighed weighed) {
            cells.text("kind", "WEIGHED")
                    .text("probability", weighed.probability().toString());
        } else if (change instanceof DealChange.Handed handed) {
            cells.text("kind", "HANDED").text("seller", handed.seller().value());
        } else if (change instanceof DealChange.Noted noted) {
            value(cells.text("kind", "NOTED").text("field", noted.field()), noted.value());
        } else {
            throw new IllegalArgumentException("No column for " + change.getClass());
        }
    }

    private static void amount(Cells cells, MonetaryAmount amount) {
        cells.text("currency", amount.getCurrency().getCurrencyCode())
                .number("digits", Amounts.digits(amount.getCurrency()))
                .number("amount_minor", Amounts.minor(amount));
    }

    private static void value(Cells cells, FactValue value) {
        if (value instanceof FactValue.Text text) {
            cells.text("noted_text", text.value());
        } else if (value instanceof FactValue.Decimal number) {
            cells.text("noted_number", number.value().toString());
        } else if (value instanceof FactValue.Flag flag) {
            cells.flag("noted_flag", flag.value());
        } else if (value instanceof FactValue.Day day) {
            cells.day("noted_day", day.value());
        } else {
            throw new IllegalArgumentException("No column for " + value.getClass());
        }
    }

    @Override
    DealFact read(Head head, ResultSet row) throws SQLException {
        return new DealFact(
                DealId.of(head.subject()),
                head.number(),
                head.key(),
                head.at(),
                head.recordedAt(),
                head.actor(),
                change(row));
    }

    private static DealChange change(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "OPENED" ->
                new DealChange.Opened(
                        PipelineId.of(row.getString("pipeline")),
                        StageId.of(row.getString("stage")),
                        PartyId.of(row.getString("party")),
                        amount(row),
                        row.getObject("expected_close", LocalDate.class),
                        SellerId.of(row.getString("seller")));
            case "MOVED" -> new DealChange.Moved(StageId.of(row.getString("stage")));
            case "VALUED" -> new DealChange.Valued(amount(row));
            case "RESCHEDULED" -> new DealChange.Rescheduled(row.getObject("expected_close", LocalDate.class));
            case "JUDGED" -> new DealChange.Judged(ForecastCategory.parse(row.getString("category")));
            case "WEIGHED" -> new DealChange.Weighed(new BigDecimal(row.getString("probability")));
            case "HANDED" -> new DealChange.Handed(SellerId.of(row.getString("seller")));
            case "NOTED" -> new DealChange.Noted(row.getString("field"), value(row));
            default -> throw new IllegalStateException("No change of a deal: " + kind);
        };
    }

    private static MonetaryAmount amount(ResultSet row) throws SQLException {
        return Amounts.ofMinor(
                row.getLong("amount_minor"), Row.currency(row.getString("currency"), row.getInt("digits")));
    }

    private static FactValue value(ResultSet row) throws SQLException {
        Optional<String> text = Row.text(row, "noted_text");
        if (text.isPresent()) {
            return FactValue.of(text.get());
        }
        Optional<String> number = Row.text(row, "noted_number");
        if (number.isPresent()) {
            return FactValue.of(new BigDecimal(number.get()));
        }
        Optional<LocalDate> day = Row.day(row, "noted_day");
        return day.isPresent() ? FactValue.of(day.get()) : FactValue.of(row.getBoolean("noted_flag"));
    }
}
