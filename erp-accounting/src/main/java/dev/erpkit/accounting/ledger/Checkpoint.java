package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.value.Digest;
import dev.erpkit.core.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What an index knows at a position, small enough to store: the lines merged by book, account, currency, dimension set and
 * day. An index restored from it and advanced by the entries behind the position equals a fold from empty in every balance,
 * turnover and dimension.
 *
 * <p>What it no longer tells: balances as known before the position, single lines up to it, and, where a horizon was chosen,
 * balances of days before the horizon, which are merged into that day. Such questions are refused. Without a horizon it
 * holds a row for every day on which something moved; with one it holds about as many rows as there are balances.
 *
 * @param position the last position in it
 * @param recordedAt when that position was recorded, empty for position 0
 * @param horizon the first day whose balance it tells
 * @param closings the entries that close a year, in the order of their ids, so that their reversals are known
 * @param rows in the order of book, account, currency, closing, dimensions, day
 * @param digest SHA-256 of the canonical form
 */
public record Checkpoint(
        long position,
        Optional<Instant> recordedAt,
        Optional<LocalDate> horizon,
        ImmutableList<EntryId> closings,
        ImmutableList<CheckpointRow> rows,
        Digest digest) {
    /**
     * Checks the digest, so that a checkpoint that comes from a store is the one that was saved.
     *
     * @throws InvalidValueException {@code checkpoint.digest}
     */
    public Checkpoint {
        Digest actual = digest(position, recordedAt, horizon, closings, rows);
        if (!actual.equals(digest)) {
            throw new InvalidValueException(
                    "Checkpoint",
                    "digest",
                    "checkpoint.digest",
                    "does not fit the content at position " + position + "; discard it and fold the journal again");
        }
    }

    static Checkpoint of(
            long position,
            Optional<Instant> recordedAt,
            Optional<LocalDate> horizon,
            ImmutableList<EntryId> closings,
            ImmutableList<CheckpointRow> rows) {
        Digest digest = digest(position, recordedAt, horizon, closings, rows);
        return new Checkpoint(position, recordedAt, horizon, closings, rows, digest);
    }

    private static Digest digest(
            long position,
            Optional<Instant> recordedAt,
            Optional<LocalDate> horizon,
            ImmutableList<EntryId> closings,
            ImmutableList<CheckpointRow> rows) {
        MessageDigest sha = sha256();
        update(sha, "checkpoint v1\n" + position + '|' + text(recordedAt) + '|' + text(horizon) + '\n');
        closings.forEach(id -> update(sha, id.value().length() + ":" + id.value() + '\n'));
        update(sha, "rows\n");
        rows.forEach(row -> update(sha, row.canonical()));
        return Digest.of(sha.digest());
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    private static void update(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
