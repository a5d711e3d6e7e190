package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.hr.employment.BankAccount;
import dev.erpkit.hr.employment.NationalId;
import dev.erpkit.hr.employment.PersonalData;
import dev.erpkit.hr.employment.port.PersonStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Personal data as one row for each person and one for each account. What is replaced is overwritten. */
final class JdbcPersonStore implements PersonStore {
    private final JdbcUnitOfWork work;

    JdbcPersonStore(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<Stored<PersonalData>> find(PartyId person) {
        return work.read(connection -> find(connection, person));
    }

    private Where of(PartyId person) {
        return Where.of(work.tenant()).and("person = ?", person.value());
    }

    private Optional<Stored<PersonalData>> find(Connection connection, PartyId person) throws SQLException {
        ImmutableList<BankAccount> accounts = accounts(connection, person);
        try (PreparedStatement statement = of(person).prepare(connection, "select * from hr_person");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String number = row.getString("id_number");
            String scheme = row.getString("id_scheme");
            return Optional.of(new Stored<>(
                    new PersonalData(
                            Row.text(row, "name"),
                            Row.text(row, "reading"),
                            Row.day(row, "birthday"),
                            number == null ? Optional.empty() : Optional.of(new NationalId(scheme, number)),
                            accounts),
                    row.getLong("version")));
        }
    }

    private ImmutableList<BankAccount> accounts(Connection connection, PartyId person) throws SQLException {
        MutableList<BankAccount> accounts = Lists.mutable.empty();
        try (PreparedStatement statement = of(person)
                        .ordered("tenant, person, ordinal")
                        .prepare(connection, "select * from hr_bank_account");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                accounts.add(new BankAccount(
                        row.getString("scheme"),
                        row.getString("bank"),
                        row.getString("branch"),
                        row.getString("account_type"),
                        row.getString("number"),
                        row.getString("holder")));
            }
        }
        return accounts.toImmutable();
    }

    @Override
    public Stored<PersonalData> insert(PartyId person, PersonalData data) {
        return work.write(connection -> {
            if (find(connection, person).isPresent()) {
                throw new DuplicateKeyException(person.value());
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into hr_person (name, reading,"
                    + " birthday, id_scheme, id_number, version, tenant, person) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                bind(statement, data).number(1).text(work.tenant()).text(person.value());
                statement.executeUpdate();
            }
            insertAccounts(connection, person, data);
            return new Stored<>(data, 1);
        });
    }

    @Override
    public Stored<PersonalData> replace(PartyId person, PersonalData data, long expectedVersion) {
        return work.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("update hr_person set name = ?, reading = ?,"
                    + " birthday = ?, id_scheme = ?, id_number = ?, version = ?"
                    + " where tenant = ? and person = ? and version = ?")) {
                bind(statement, data)
                        .number(expectedVersion + 1)
                        .text(work.tenant())
                        .text(person.value())
                        .number(expectedVersion);
                if (statement.executeUpdate() == 0) {
                    throw new StaleVersionException(person.value(), expectedVersion);
                }
            }
            try (PreparedStatement statement = of(person).prepare(connection, "delete from hr_bank_account")) {
                statement.executeUpdate();
            }
            insertAccounts(connection, person, data);
            return new Stored<>(data, expectedVersion + 1);
        });
    }

    private static Row bind(PreparedStatement statement, PersonalData data) throws SQLException {
        return Row.of(statement)
                .text(data.name())
                .text(data.reading())
                .day(data.birthday())
                .text(data.nationalId().map(NationalId::scheme))
                .text(data.nationalId().map(NationalId::number));
    }

    private void insertAccounts(Connection connection, PartyId person, PersonalData data) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into hr_bank_account (tenant, person,"
                + " ordinal, scheme, bank, branch, account_type, number, holder) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (BankAccount account : data.accounts()) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(person.value())
                        .number(ordinal++)
                        .text(account.scheme())
                        .text(account.bank())
                        .text(account.branch())
                        .text(account.type())
                        .text(account.number())
                        .text(account.holder())
                        .add();
            }
            statement.executeBatch();
        }
    }
}
