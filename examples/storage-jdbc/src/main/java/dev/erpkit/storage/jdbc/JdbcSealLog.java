package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.evidence.TextSeal;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.value.Digest;
import dev.erpkit.storage.jdbc.Pages.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** Seals as rows, digests in hexadecimal. */
final class JdbcSealLog implements SealLog {
    private final JdbcUnitOfWork work;

    JdbcSealLog(JdbcUnitOfWork work) {
        this.work = work;
    }

    @Override
    public Optional<Seal> last() {
        return work.read(connection -> select(
                        connection,
                        Where.of(work.tenant())
                                .ordered("tenant desc, position desc")
                                .first(1))
                .getFirstOptional());
    }

    @Override
    public void append(Seal seal) {
        work.write(connection -> {
            if (seal.position() != last().map(Seal::position).orElse(0L) + 1) {
                throw new StaleVersionException("seals", seal.position() - 1);
            }
            try (PreparedStatement statement = connection.prepareStatement("insert into seal"
                    + " (tenant, position, version, content, chain, text_digest, text_salt)"
                    + " values (?, ?, ?, ?, ?, ?, ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(seal.position())
                        .number(seal.version())
                        .text(seal.content().toString())
                        .text(seal.chain().toString())
                        .text(seal.texts().map(TextSeal::digest))
                        .text(seal.texts().flatMap(TextSeal::salt));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void forEach(long afterPosition, long throughPosition, Consumer<? super Seal> sink) {
        Pages.forEach(work, afterPosition, (connection, after) -> page(connection, after, throughPosition), sink);
    }

    private Page<Long, Seal> page(Connection connection, long after, long through) throws SQLException {
        MutableList<Seal> seals = select(
                connection,
                Where.of(work.tenant())
                        .and("position > ?", after)
                        .and("position <= ?", through)
                        .ordered("tenant, position")
                        .first(work.pageRows()));
        return Page.of(seals, after, work.pageRows(), Seal::position);
    }

    private static MutableList<Seal> select(Connection connection, Where where) throws SQLException {
        MutableList<Seal> found = Lists.mutable.empty();
        try (PreparedStatement statement = where.prepare(connection, "select * from seal");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Optional<Digest> salt = Row.text(row, "text_salt").map(Digest::parse);
                found.add(new Seal(
                        row.getLong("position"),
                        row.getInt("version"),
                        Digest.parse(row.getString("content")),
                        Digest.parse(row.getString("chain")),
                        Row.text(row, "text_digest").map(hex -> new TextSeal(Digest.parse(hex), salt))));
            }
        }
        return found;
    }

    @Override
    public void eraseSalt(long position) {
        work.write(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update seal set text_salt = null where tenant = ? and position = ?")) {
                Row.of(statement).text(work.tenant()).number(position);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void append(MerkleCheckpoint checkpoint) {
        work.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("insert into merkle_checkpoint"
                    + " (tenant, size, root) select ?, ?, ? where not exists"
                    + " (select 1 from merkle_checkpoint where tenant = ? and size = ?)")) {
                Row.of(statement)
                        .text(work.tenant())
                        .number(checkpoint.size())
                        .text(checkpoint.root().toString())
                        .text(work.tenant())
                        .number(checkpoint.size());
                if (statement.executeUpdate() == 0) {
                    throw new DuplicateKeyException("checkpoint of " + checkpoint.size());
                }
            }
            return checkpoint;
        });
    }

    @Override
    public void forEachCheckpoint(Consumer<? super MerkleCheckpoint> sink) {
        Pages.forEach(work, 0L, this::checkpoints, sink);
    }

    private Page<Long, MerkleCheckpoint> checkpoints(Connection connection, long after) throws SQLException {
        MutableList<MerkleCheckpoint> found = Lists.mutable.empty();
        Where where = Where.of(work.tenant())
                .and("size > ?", after)
                .ordered("tenant, size")
                .first(work.pageRows());
        try (PreparedStatement statement = where.prepare(connection, "select size, root from merkle_checkpoint");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new MerkleCheckpoint(row.getLong(1), Digest.parse(row.getString(2))));
            }
        }
        return Page.of(found, after, work.pageRows(), MerkleCheckpoint::size);
    }
}
