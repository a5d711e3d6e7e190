package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.Contract;
import dev.erpkit.hr.employment.ContractId;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.EmploymentChange.Joined;
import dev.erpkit.hr.employment.EmploymentChange.Left;
import dev.erpkit.hr.employment.EmploymentChange.Moved;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.PayRate;
import dev.erpkit.hr.employment.PositionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;

/** Changes of employment as rows, and a row for each share of cost. */
final class EmploymentRows implements StreamRows<EmploymentChange> {
    private static final String INSERT = "insert into hr_employment (tenant, area, about, sequence, kind, contract,"
            + " engagement, from_date, end_date, reason, terms_kind, worksite, weekly_hours, weekly_days, held_position,"
            + " pay_per, pay_currency, pay_digits, pay_amount)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_SHARE = "insert into hr_cost_share"
            + " (tenant, area, about, sequence, ordinal, cost_centre, weight) values (?, ?, ?, ?, ?, ?, ?)";

    @Override
    public void insert(Connection connection, Key key, EmploymentChange change) throws SQLException {
        Optional<EmploymentTerms> terms = Optional.empty();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Row row = key.bind(statement);
            if (change instanceof Joined joined) {
                Contract contract = joined.contract();
                terms = Optional.of(contract.terms());
                head(row.text("JOINED"), contract.id(), Optional.of(contract.engagement()))
                        .day(contract.validity().startInclusive())
                        .day(contract.validity().hasEnd() ? contract.validity().endExclusive() : null)
                        .text((String) null);
                terms(row, contract.terms());
            } else if (change instanceof Moved moved) {
                terms = Optional.of(moved.terms());
                head(row.text("MOVED"), moved.contract(), Optional.empty())
                        .day(moved.from())
                        .day((LocalDate) null)
                        .text((String) null);
                terms(row, moved.terms());
            } else if (change instanceof Left left) {
                head(row.text("LEFT"), left.contract(), Optional.empty())
                        .day((LocalDate) null)
                        .day(left.lastDay())
                        .text(left.reason());
                noTerms(row);
            }
            statement.executeUpdate();
        }
        if (terms.isPresent()) {
            insertShares(connection, key, terms.get().costShares());
        }
    }

    private static Row head(Row row, ContractId contract, Optional<String> engagement) throws SQLException {
        return row.text(contract.value()).text(engagement);
    }

    private static void terms(Row row, EmploymentTerms terms) throws SQLException {
        row.text(terms.kind())
                .text(terms.worksite())
                .text(terms.weeklyHours().toString())
                .number(terms.weeklyDays())
                .text(terms.position());
        if (terms.pay().isPresent()) {
            PayRate pay = terms.pay().get();
            row.text(pay.per().name()).money(pay.amount().getCurrency(), Amounts.minor(pay.amount()));
        } else {
            row.text((String) null).noMoney();
        }
    }

    private static void noTerms(Row row) throws SQLException {
        row.text((String) null)
                .text((String) null)
                .text((String) null)
                .number((Long) null)
                .text((String) null)
                .text((String) null)
                .noMoney();
    }

    private static void insertShares(Connection connection, Key key, ImmutableList<CostShare> shares)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_SHARE)) {
            int ordinal = 0;
            for (CostShare share : shares) {
                key.bind(statement)
                        .number(ordinal++)
                        .text(share.costCentre())
                        .number(share.weight())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public MutableLongObjectMap<EmploymentChange> select(Connection connection, Key range) throws SQLException {
        MutableLongObjectMap<MutableList<CostShare>> shares = LongObjectMaps.mutable.empty();
        StreamRows.forEach(
                connection,
                "hr_cost_share",
                range,
                ", ordinal",
                (sequence, row) -> shares.getIfAbsentPut(sequence, Lists.mutable::empty)
                        .add(new CostShare(row.getString("cost_centre"), row.getLong("weight"))));
        return StreamRows.each(
                connection,
                "hr_employment",
                range,
                row -> change(
                        row,
                        shares.getIfAbsent(row.getLong("sequence"), Lists.mutable::empty)
                                .toImmutable()));
    }

    private static EmploymentChange change(ResultSet row, ImmutableList<CostShare> shares) throws SQLException {
        ContractId contract = ContractId.of(row.getString("contract"));
        Optional<LocalDate> end = Row.day(row, "end_date");
        String kind = row.getString("kind");
        return switch (kind) {
            case "JOINED" ->
                new Joined(new Contract(
                        contract,
                        row.getString("engagement"),
                        DateRange.of(Row.day(row, "from_date").orElseThrow(), end.orElse(LocalDate.MAX)),
                        terms(row, shares)));
            case "MOVED" -> new Moved(contract, Row.day(row, "from_date").orElseThrow(), terms(row, shares));
            case "LEFT" -> new Left(contract, end.orElseThrow(), row.getString("reason"));
            default -> throw new IllegalStateException("Unknown kind of change " + kind);
        };
    }

    private static EmploymentTerms terms(ResultSet row, ImmutableList<CostShare> shares) throws SQLException {
        Optional<String> per = Row.text(row, "pay_per");
        return new EmploymentTerms(
                row.getString("terms_kind"),
                row.getString("worksite"),
                Rational.parse(row.getString("weekly_hours")),
                row.getInt("weekly_days"),
                Row.text(row, "held_position").map(PositionId::of),
                shares,
                per.isPresent()
                        ? Optional.of(new PayRate(
                                Row.money(row, "pay_currency", "pay_digits", "pay_amount"),
                                PayRate.Per.valueOf(per.get())))
                        : Optional.empty());
    }
}
