package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.evidence.Verification.Break;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.core.value.Digest;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.jspecify.annotations.Nullable;

/** Checks journal, seals and checkpoints against each other and names the first position that does not fit. */
public final class Verifier {
    private static final int BATCH = 1_000;

    private final JournalStore journal;
    private final SealLog seals;
    private final Sealer sealer = new Sealer();
    private final MerkleTree tree = new MerkleTree();
    private final MutableMap<Long, Digest> checkpoints = Maps.mutable.empty();
    private Digest chain = Digest.ZERO;
    private int version;
    private long verified;
    private @Nullable Break broken;

    private Verifier(JournalStore journal, SealLog seals) {
        this.journal = journal;
        this.seals = seals;
    }

    /** Verifies a whole journal, reading entries and seals side by side. */
    public static Verification verify(JournalStore journal, SealLog seals) {
        return new Verifier(journal, seals).run();
    }

    private Verification run() {
        seals.forEachCheckpoint(checkpoint -> checkpoints.put(checkpoint.size(), checkpoint.root()));
        long last = Math.max(
                journal.lastPosition(), seals.last().map(Seal::position).orElse(0L));
        for (long after = 0; after < last && broken == null; after += BATCH) {
            batch(after, Math.min(after + BATCH, last));
        }
        checkpoints.keysView().select(size -> size > verified).minOptional().ifPresent(size -> {
            if (broken == null) {
                broken = new Break(size, "evidence.checkpoint");
            }
        });
        return new Verification(verified, chain, Optional.ofNullable(broken));
    }

    private void batch(long after, long through) {
        MutableList<PostedEntry> entries = Lists.mutable.empty();
        MutableList<Seal> sealed = Lists.mutable.empty();
        journal.forEach(JournalQuery.after(after).through(through), entries::add);
        seals.forEach(after, through, sealed::add);
        for (int i = 0; i < through - after && broken == null; i++) {
            long position = after + i + 1;
            if (i >= entries.size() || entries.get(i).position() != position) {
                broken = new Break(position, "evidence.entry-missing");
            } else if (i >= sealed.size() || sealed.get(i).position() != position) {
                broken = new Break(position, "evidence.seal-missing");
            } else {
                check(entries.get(i), sealed.get(i));
            }
        }
    }

    private void check(PostedEntry posted, Seal seal) {
        String fault = fault(posted, seal);
        if (fault != null) {
            broken = new Break(posted.position(), fault);
            return;
        }
        version = seal.version();
        chain = seal.chain();
        tree.add(seal.content());
        verified = posted.position();
        Digest root = checkpoints.get(verified);
        if (root != null && !root.equals(tree.checkpoint(verified).root())) {
            broken = new Break(verified, "evidence.checkpoint");
        }
    }

    private @Nullable String fault(PostedEntry posted, Seal seal) {
        if (seal.version() < version || seal.version() > CanonicalForm.VERSION) {
            return "evidence.version";
        }
        if (!sealer.content(seal.version(), posted, seal.texts()).equals(seal.content())) {
            return "evidence.content";
        }
        if (!sealer.chain(chain, seal.content()).equals(seal.chain())) {
            return "evidence.chain";
        }
        return textsFit(posted, seal) ? null : "evidence.text";
    }

    /** Texts may be gone, never others than were sealed. */
    private boolean textsFit(PostedEntry posted, Seal seal) {
        if (!CanonicalForm.hasTexts(posted.entry())) {
            return true;
        }
        return seal.texts()
                .flatMap(texts -> texts.salt()
                        .map(salt -> sealer.textDigest(posted.entry(), salt).equals(texts.digest())))
                .orElse(false);
    }
}
