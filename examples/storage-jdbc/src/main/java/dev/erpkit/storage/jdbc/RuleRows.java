package dev.erpkit.storage.jdbc;

import dev.erpkit.core.value.Digest;
import dev.erpkit.hr.payroll.AppliedRule;
import dev.erpkit.hr.payroll.KeyDate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Rules as derivations tell them, kept once under the digest of their content, however many payslips were made by them.
 */
final class RuleRows {
    private static final String RULE = "insert into payroll_rule (tenant, form, ordinal, slot, law, key_date, layer)"
            + " values (?, ?, ?, ?, ?, ?, ?)";
    private static final String READ =
            "insert into payroll_rule_read (tenant, form, ordinal, place, kind, name)" + " values (?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final String tenant;
    private final MutableMap<String, ImmutableList<AppliedRule>> known = Maps.mutable.empty();
    private final MutableMap<ImmutableList<AppliedRule>, String> forms = Maps.mutable.empty();

    /** What a rule reads, as it is read back. */
    private record Read(int ordinal, boolean slot, String name) {}

    RuleRows(Connection connection, String tenant) {
        this.connection = connection;
        this.tenant = tenant;
    }

    private Where at(String form) {
        return Where.of(tenant).and("form = ?", form);
    }

    /** The form of rules, which are written when there are none under it. */
    String keep(ImmutableList<AppliedRule> rules) throws SQLException {
        String form = forms.get(rules);
        if (form == null) {
            form = Digest.ofText(canonical(rules)).toString();
            if (rules.notEmpty() && of(form).isEmpty()) {
                insert(form, rules);
            }
            forms.put(rules, form);
        }
        return form;
    }

    /** Lengths stand before texts, so no two lists of rules have the same text. */
    private static String canonical(ImmutableList<AppliedRule> rules) {
        StringBuilder text = new StringBuilder();
        for (AppliedRule rule : rules) {
            ImmutableList<String> texts =
                    Lists.immutable.of(rule.slot(), rule.law(), rule.keyDate().text(), rule.layer());
            text.append(rule.inputs().size()).append(' ').append(rule.slots().size());
            texts.newWithAll(rule.inputs())
                    .newWithAll(rule.slots())
                    .forEach(part ->
                            text.append('\n').append(part.length()).append(' ').append(part));
            text.append('\n');
        }
        return text.toString();
    }

    private void insert(String form, ImmutableList<AppliedRule> rules) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RULE);
                PreparedStatement reads = connection.prepareStatement(READ)) {
            for (int i = 0; i < rules.size(); i++) {
                AppliedRule rule = rules.get(i);
                of(statement, form, i)
                        .text(rule.slot())
                        .text(rule.law())
                        .text(rule.keyDate().text())
                        .text(rule.layer())
                        .add();
                int place = 0;
                for (String input : rule.inputs()) {
                    of(reads, form, i).number(place++).text("INPUT").text(input).add();
                }
                for (String slot : rule.slots()) {
                    of(reads, form, i).number(place++).text("SLOT").text(slot).add();
                }
            }
            statement.executeBatch();
            reads.executeBatch();
        }
    }

    private Row of(PreparedStatement statement, String form, int ordinal) throws SQLException {
        return Row.of(statement).text(tenant).text(form).number(ordinal);
    }

    /** The rules of a form; none where nothing is kept under it. */
    ImmutableList<AppliedRule> of(String form) throws SQLException {
        ImmutableList<AppliedRule> found = known.get(form);
        if (found == null) {
            found = select(form);
            known.put(form, found);
        }
        return found;
    }

    private ImmutableList<AppliedRule> select(String form) throws SQLException {
        ImmutableList<Read> reads = reads(form);
        MutableList<AppliedRule> rules = Lists.mutable.empty();
        try (PreparedStatement statement =
                        at(form).ordered("tenant, form, ordinal").prepare(connection, "select * from payroll_rule");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int ordinal = row.getInt("ordinal");
                ImmutableList<Read> own = reads.select(read -> read.ordinal == ordinal);
                rules.add(new AppliedRule(
                        row.getString("slot"),
                        row.getString("law"),
                        KeyDate.parse(row.getString("key_date")),
                        row.getString("layer"),
                        own.reject(Read::slot).collect(Read::name),
                        own.select(Read::slot).collect(Read::name)));
            }
        }
        return rules.toImmutable();
    }

    private ImmutableList<Read> reads(String form) throws SQLException {
        MutableList<Read> reads = Lists.mutable.empty();
        try (PreparedStatement statement = at(form).ordered("tenant, form, ordinal, place")
                        .prepare(connection, "select * from payroll_rule_read");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reads.add(new Read(row.getInt("ordinal"), row.getString("kind").equals("SLOT"), row.getString("name")));
            }
        }
        return reads.toImmutable();
    }
}
