package dev.erpkit.company;

import dev.erpkit.accounting.evidence.SaltSource;
import dev.erpkit.accounting.port.SealLog;
import java.nio.ByteBuffer;

/**
 * Salts that are the same on every run, so that the chain of this invented company is too. A real host takes them from a
 * cryptographic source.
 */
final class SeededSalts implements SaltSource {
    private long count;

    private SeededSalts(long drawn) {
        this.count = drawn;
    }

    /** Goes on after the salts of earlier runs. */
    static SeededSalts after(SealLog seals) {
        SeededSalts salts = new SeededSalts(0);
        seals.forEach(0, Long.MAX_VALUE, seal -> salts.count += seal.texts().isPresent() ? 1 : 0);
        return salts;
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
