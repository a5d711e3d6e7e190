package dev.erpkit.storage.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A disk that holds one file. What was forced is there for good; of what was written since, a loss of power keeps whichever
 * sectors chance says, in any order, so that a write may be there, lost or torn.
 */
final class LossyDisk {
    private static final int SECTOR = 512;

    /** How many sectors of 16 survive: none, half, nearly all, which is the worst for who does not look for a hole. */
    private static final int[] SURVIVING = {0, 8, 15, 15};

    private byte[] forced = {};
    private final List<Change> since = new ArrayList<>();
    private Runnable afterChange = () -> {};

    /** Bytes at a place, or a truncation there. */
    private record Change(int position, byte[] bytes, boolean truncation) {}

    /** Calls after each write and each truncation: a moment at which the power may go. */
    synchronized void afterEachChange(Runnable moment) {
        afterChange = moment;
    }

    synchronized void wrote(long position, byte[] bytes) {
        since.add(new Change(Math.toIntExact(position), bytes, false));
        afterChange.run();
    }

    synchronized void truncated(long size) {
        since.add(new Change(Math.toIntExact(size), new byte[0], true));
        afterChange.run();
    }

    synchronized void forced() {
        forced = survivors(since, change -> true);
        since.clear();
    }

    /** The file as it is found after a loss of power now. */
    synchronized byte[] afterPowerLoss(Random random) {
        int kept = SURVIVING[random.nextInt(SURVIVING.length)];
        return survivors(since, any -> random.nextInt(16) < kept);
    }

    /** Whether a sector that was written survives. */
    private interface Fate {
        boolean keeps(Change change);
    }

    private byte[] survivors(List<Change> changes, Fate fate) {
        byte[] file = forced.clone();
        int size = file.length;
        for (Change change : changes) {
            if (change.truncation()) {
                if (fate.keeps(change)) {
                    size = Math.min(size, change.position());
                    Arrays.fill(file, size, file.length, (byte) 0);
                }
                continue;
            }
            int end = change.position() + change.bytes().length;
            for (int from = change.position(); from < end; ) {
                int to = Math.min(end, (from / SECTOR + 1) * SECTOR);
                if (fate.keeps(change)) {
                    file = file.length < to ? Arrays.copyOf(file, Math.max(to, 2 * file.length)) : file;
                    System.arraycopy(change.bytes(), from - change.position(), file, from, to - from);
                    size = Math.max(size, to);
                }
                from = to;
            }
        }
        return Arrays.copyOf(file, size);
    }
}
