package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import dev.erpkit.accounting.journal.EntryId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.collections.api.factory.primitive.LongIntMaps;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;
import org.jspecify.annotations.Nullable;

/**
 * Ids of transactions that do not depend on where they stand: a digest of their content and, where several are alike, which
 * of them it is.
 */
final class ContentIds {
    private static final int DIGEST_BYTES = 16;

    private final ImportPolicy policy;
    private final MessageDigest digest;
    /** How many were met by the first half of their digest: 64 bits tell the transactions of a file apart. */
    private final MutableLongIntMap occurrences = LongIntMaps.mutable.empty();

    ContentIds(ImportPolicy policy) {
        this.policy = policy;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must support SHA-256", e);
        }
    }

    EntryId id(ResolvedTransaction t) {
        Optional<String> code = t.written().code().filter(c -> policy.identity() == EntryIdentity.CODE && !c.isEmpty());
        if (code.isPresent()) {
            return EntryId.of(policy.namespace() + ":code:" + code.get());
        }
        byte[] bytes = digest.digest(content(t).getBytes(StandardCharsets.UTF_8));
        int occurrence = occurrences.addToValue(ByteBuffer.wrap(bytes).getLong(), 1);
        return EntryId.of(
                policy.namespace() + ":" + HexFormat.of().formatHex(bytes, 0, DIGEST_BYTES) + "-" + occurrence);
    }

    private static String content(ResolvedTransaction t) {
        PlainTransaction written = t.written();
        StringBuilder text = new StringBuilder("v1\n");
        text.append(written.date()).append('\n');
        text.append(written.secondaryDate().map(Object::toString).orElse("")).append('\n');
        text.append(written.code().orElse("")).append('\n');
        text.append(written.description()).append('\n');
        for (int i = 0; i < written.postings().size(); i++) {
            posting(
                    written.postings().get(i),
                    t.assigned() ? null : t.postings().get(i),
                    text);
        }
        return text.toString();
    }

    /** An amount that follows from balances is not content: the rest of the file decides it. */
    private static void posting(PlainPosting written, @Nullable Posting resolved, StringBuilder text) {
        text.append(written.kind()).append('\t').append(written.account()).append('\t');
        Optional<PlainAmount> amount = resolved == null ? written.amount() : Optional.of(resolved.amount());
        amount.ifPresentOrElse(
                a -> amount(a, text),
                () -> written.assertion()
                        .ifPresent(a -> amount(a.amount(), text.append("=").append(a.inclusive()))));
        written.cost().ifPresent(c -> amount(c.amount(), text.append(c.total() ? "@@" : "@")));
        written.lot().ifPresent(lot -> {
            lot.price().ifPresent(p -> amount(p.amount(), text.append(p.total() ? "{{" : "{")));
            lot.date().ifPresent(d -> text.append('[').append(d));
        });
        text.append('\n');
    }

    private static void amount(PlainAmount a, StringBuilder text) {
        BigDecimal number = a.quantity().stripTrailingZeros();
        text.append(number.toPlainString()).append(' ').append(a.commodity()).append('\t');
    }
}
