package dev.erpkit.company;

import dev.erpkit.accounting.evidence.SaltSource;
import java.nio.ByteBuffer;

/**
 * Salts that are the same on every run, so that the chain of this invented company is too. A real host takes them from a
 * cryptographic source.
 */
final class SeededSalts implements SaltSource {
    private long count;

    /** @param drawn where to go on after the entries of earlier runs */
    SeededSalts(long drawn) {
        this.count = drawn;
    }

    @Override
    public byte[] next() {
        count++;
        ByteBuffer salt = ByteBuffer.allocate(32);
        for (int part = 0; part < 4; part++) {
            salt.putLong(Chance.mix("salt" + count + "/" + part));
        }
        return salt.array();
    }
}
