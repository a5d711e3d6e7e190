package dev.erpkit.storage.jdbc;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.employment.CostShare;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.PayslipLine;
import dev.erpkit.hr.payroll.SlotKind;
import dev.erpkit.hr.run.PaidSlip;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;

/** The payslips of a draft as rows: slips, lines, cost shares; their derivations are in {@link DerivationRows}. */
final class PayslipRows {
    private static final String SLIP = "insert into payroll_slip (tenant, sequence, slip, employment, pack, currency,"
            + " digits, edition, form, " + PayDateColumns.NAMES
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LINE =
            "insert into payroll_line (tenant, sequence, slip, ordinal, slot, kind, currency,"
                    + " digits, amount, key_date, key_day, attributed_start, attributed_end)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COST = "insert into payroll_cost (tenant, sequence, slip, ordinal, cost_centre, weight)"
            + " values (?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final String tenant;

    PayslipRows(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    void insert(long sequence, ImmutableList<PaidSlip> slips) throws SQLException {
        DerivationRows derivations = new DerivationRows(connection, tenant);
        try (PreparedStatement slip = connection.prepareStatement(SLIP);
                PreparedStatement line = connection.prepareStatement(LINE);
                PreparedStatement cost = connection.prepareStatement(COST)) {
            for (int i = 0; i < slips.size(); i++) {
                PaidSlip paid = slips.get(i);
                slip(
                        Row.of(slip).text(tenant).number(sequence).number(i),
                        paid,
                        derivations.form(paid.derivations().rules()));
                for (int n = 0; n < paid.lines().size(); n++) {
                    line(
                            Row.of(line).text(tenant).number(sequence).number(i).number(n),
                            paid,
                            paid.lines().get(n));
                }
                for (int n = 0; n < paid.costs().size(); n++) {
                    CostShare share = paid.costs().get(n);
                    Row.of(cost)
                            .text(tenant)
                            .number(sequence)
                            .number(i)
                            .number(n)
                            .text(share.costCentre())
                            .number(share.weight())
                            .add();
                }
            }
            slip.executeBatch();
            line.executeBatch();
            cost.executeBatch();
        }
        derivations.insert(sequence, slips.collect(PaidSlip::derivations));
    }

    private static void slip(Row row, PaidSlip slip, String form) throws SQLException {
        row.text(slip.employment())
                .text(slip.pack())
                .text(slip.currency())
                .number(slip.digits())
                .text(slip.edition())
                .text(form);
        PayDateColumns.bind(row, slip.dates()).add();
    }

    private static void line(Row row, PaidSlip slip, PayslipLine line) throws SQLException {
        CurrencyUnit currency = Row.currency(slip.currency(), slip.digits());
        row.text(line.slot())
                .text(line.kind().name())
                .money(currency, line.minor())
                .text(line.keyDate().text())
                .day(line.day())
                .day(line.attribution().map(DateRange::startInclusive))
                .day(line.attribution().map(DateRange::endExclusive))
                .add();
    }

    private Where of(long sequence) {
        return Where.of(tenant).and("sequence = ?", sequence);
    }

    /** The payslips of a record. */
    ImmutableList<PaidSlip> select(long sequence) throws SQLException {
        MutableIntObjectMap<MutableList<PayslipLine>> lines = lines(sequence);
        MutableIntObjectMap<MutableList<CostShare>> costs = costs(sequence);
        DerivationRows derivations = new DerivationRows(connection, tenant).select(sequence);
        EarlierStepRows earlier = new EarlierStepRows(connection, tenant).select(sequence);
        MutableList<PaidSlip> slips = Lists.mutable.empty();
        try (PreparedStatement statement = of(sequence)
                        .ordered("tenant, sequence, slip")
                        .prepare(connection, "select * from payroll_slip");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int slip = row.getInt("slip");
                String form = row.getString("form");
                slips.add(new PaidSlip(
                        row.getString("employment"),
                        row.getString("pack"),
                        row.getString("currency"),
                        row.getInt("digits"),
                        row.getString("edition"),
                        PayDateColumns.of(row),
                        lines.getIfAbsent(slip, Lists.mutable::empty).toImmutable(),
                        form == null ? earlier.of(slip) : derivations.of(slip, form),
                        costs.getIfAbsent(slip, Lists.mutable::empty).toImmutable()));
            }
        }
        return slips.toImmutable();
    }

    private MutableIntObjectMap<MutableList<PayslipLine>> lines(long sequence) throws SQLException {
        MutableIntObjectMap<MutableList<PayslipLine>> lines = IntObjectMaps.mutable.empty();
        try (PreparedStatement statement = of(sequence)
                        .ordered("tenant, sequence, slip, ordinal")
                        .prepare(connection, "select * from payroll_line");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                CurrencyUnit currency = Row.currency(row.getString("currency"), row.getInt("digits"));
                LocalDate end = Row.day(row, "attributed_end").orElse(LocalDate.MAX);
                lines.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty)
                        .add(new PayslipLine(
                                row.getString("slot"),
                                SlotKind.valueOf(row.getString("kind")),
                                Row.minor(row.getBigDecimal("amount"), currency),
                                KeyDate.parse(row.getString("key_date")),
                                Row.day(row, "key_day"),
                                Row.day(row, "attributed_start").map(start -> DateRange.of(start, end))));
            }
        }
        return lines;
    }

    private MutableIntObjectMap<MutableList<CostShare>> costs(long sequence) throws SQLException {
        MutableIntObjectMap<MutableList<CostShare>> costs = IntObjectMaps.mutable.empty();
        try (PreparedStatement statement = of(sequence)
                        .ordered("tenant, sequence, slip, ordinal")
                        .prepare(connection, "select * from payroll_cost");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                costs.getIfAbsentPut(row.getInt("slip"), Lists.mutable::empty)
                        .add(CostShare.of(row.getString("cost_centre"), row.getLong("weight")));
            }
        }
        return costs;
    }
}
