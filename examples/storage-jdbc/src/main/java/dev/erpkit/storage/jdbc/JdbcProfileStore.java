package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.port.Stored;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.ContactPoint;
import dev.erpkit.crm.party.Identifier;
import dev.erpkit.crm.party.PartyKind;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.port.ProfileStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Profiles as rows, with a row for each contact point and identifier. */
final class JdbcProfileStore implements ProfileStore {
    private static final String[] TABLES = {"party_contact", "party_identifier", "party_profile"};

    private final JdbcUnitOfWork work;

    JdbcProfileStore(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<Stored<PartyProfile>> find(PartyId party) {
        return work.read(connection -> select(connection, at(party)).getFirstOptional());
    }

    private Where at(PartyId party) {
        return Where.of(work.tenant()).and("party = ?", party.value());
    }

    @Override
    public Stored<PartyProfile> insert(PartyProfile profile) {
        return work.write(connection -> {
            if (select(connection, at(profile.party())).notEmpty()) {
                throw new DuplicateKeyException(profile.party().value());
            }
            return put(connection, new Stored<>(profile, 1));
        });
    }

    @Override
    public Stored<PartyProfile> replace(PartyProfile profile, long expectedVersion) {
        return work.write(connection -> {
            boolean same =
                    select(connection, at(profile.party())).anySatisfy(stored -> stored.version() == expectedVersion);
            if (!same) {
                throw new StaleVersionException(profile.party().value(), expectedVersion);
            }
            delete(connection, profile.party());
            return put(connection, new Stored<>(profile, expectedVersion + 1));
        });
    }

    @Override
    public void erase(PartyId party) {
        work.write(connection -> {
            delete(connection, party);
            return party;
        });
    }

    private void delete(Connection connection, PartyId party) throws SQLException {
        for (String table : TABLES) {
            try (PreparedStatement statement = at(party).prepare(connection, "delete from " + table)) {
                statement.executeUpdate();
            }
        }
    }

    private Stored<PartyProfile> put(Connection connection, Stored<PartyProfile> stored) throws SQLException {
        PartyProfile profile = stored.value();
        try (PreparedStatement statement = connection.prepareStatement("insert into party_profile (tenant, party,"
                + " version, party_kind, party_name, reading, organisation, changed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            Row.of(statement)
                    .text(work.tenant())
                    .text(profile.party().value())
                    .number(stored.version())
                    .text(profile.kind().text())
                    .text(profile.name())
                    .text(profile.reading())
                    .text(profile.organisation())
                    .instant(profile.changedAt());
            statement.executeUpdate();
        }
        putContacts(connection, profile);
        putIdentifiers(connection, profile);
        return stored;
    }

    private void putContacts(Connection connection, PartyProfile profile) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into party_contact (tenant, party,"
                + " ordinal, contact_kind, contact, label, valid_from, valid_until) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (ContactPoint point : profile.contactPoints()) {
                Row row = Row.of(statement)
                        .text(work.tenant())
                        .text(profile.party().value())
                        .number(ordinal++)
                        .text(point.kind().text())
                        .text(point.value())
                        .text(point.label());
                PartyRows.range(row, Optional.of(point.validity())).add();
            }
            statement.executeBatch();
        }
    }

    private void putIdentifiers(Connection connection, PartyProfile profile) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into party_identifier (tenant, party, ordinal, scheme, identifier) values (?, ?, ?, ?, ?)")) {
            int ordinal = 0;
            for (Identifier identifier : profile.identifiers()) {
                Row.of(statement)
                        .text(work.tenant())
                        .text(profile.party().value())
                        .number(ordinal++)
                        .text(identifier.scheme())
                        .text(identifier.value())
                        .add();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void forEach(Consumer<? super Stored<PartyProfile>> sink) {
        Pages.forEachById(
                work,
                "select party from party_profile",
                "party",
                this::select,
                Comparator.comparing(stored -> stored.value().party()),
                sink);
    }

    private MutableList<Stored<PartyProfile>> select(Connection connection, Where where) throws SQLException {
        MutableList<Stored<PartyProfile>> profiles = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from party_profile");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                PartyProfile.Builder profile = PartyProfile.builder();
                PartyId party = PartyId.of(row.getString("party"));
                profile.party(party)
                        .kind(PartyKind.parse(row.getString("party_kind")))
                        .name(row.getString("party_name"))
                        .reading(Row.text(row, "reading"))
                        .organisation(Row.text(row, "organisation"))
                        .changedAt(Row.instant(row, "changed_at"));
                contacts(connection, party, profile);
                identifiers(connection, party, profile);
                profiles.add(new Stored<>(profile.build(), row.getLong("version")));
            }
        }
        return profiles;
    }

    private void contacts(Connection connection, PartyId party, PartyProfile.Builder profile) throws SQLException {
        try (PreparedStatement statement =
                        at(party).ordered("tenant, party, ordinal").prepare(connection, "select * from party_contact");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                profile.add(new ContactPoint(
                        ContactKind.parse(row.getString("contact_kind")),
                        row.getString("contact"),
                        Row.text(row, "label"),
                        PartyRows.range(row)));
            }
        }
    }

    private void identifiers(Connection connection, PartyId party, PartyProfile.Builder profile) throws SQLException {
        try (PreparedStatement statement = at(party)
                        .ordered("tenant, party, ordinal")
                        .prepare(connection, "select * from party_identifier");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                profile.add(new Identifier(row.getString("scheme"), row.getString("identifier")));
            }
        }
    }
}
