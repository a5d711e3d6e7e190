package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/**
 * Losing power at any moment: of what was written and not forced, each sector may be there or not. In a durable file every
 * command that was acknowledged is there whole, nothing is half done, and the chain is sound.
 */
class PowerLossTest {
    private static final int COMMANDS = 40;
    private static final int CHANGES_BETWEEN_LOSSES = 8;

    /** A file as a loss of power left it, and how many commands were acknowledged by then. */
    private record Loss(Path file, int acknowledged) {}

    private final Random random = new Random(20261128);
    private final List<Loss> losses = new ArrayList<>();
    private int acknowledged;
    private int untilLoss = 5;

    @Test
    void a_durable_file_that_loses_power_loses_nothing_acknowledged() throws Exception {
        String file = Databases.newFile().toAbsolutePath().toString();
        LossyFiles.register();
        LossyDisk disk = LossyFiles.disk(file + ".mv.db");
        JdbcConnectionPool pool = JdbcBooks.forced(LossyFiles.SCHEME + ":" + file);
        try {
            Commands commands = new Commands(JdbcBooks.stores(pool, "acme"));
            disk.afterEachChange(() -> mayLosePower(disk));
            for (int i = 0; i < COMMANDS; i++) {
                commands.give(i);
                acknowledged = i + 1;
            }
            disk.afterEachChange(() -> {});
        } finally {
            pool.dispose();
        }
        assertThat(losses).hasSizeGreaterThan(COMMANDS / CHANGES_BETWEEN_LOSSES);
        for (Loss loss : losses) {
            KillTest.check(loss.file().toString(), loss.acknowledged());
        }
    }

    /** Each command that commits changes the file twice or more, first by many sectors. */
    private void mayLosePower(LossyDisk disk) {
        if (--untilLoss > 0) {
            return;
        }
        untilLoss = 1 + random.nextInt(2 * CHANGES_BETWEEN_LOSSES - 1);
        Path file = Databases.newFile();
        try {
            Files.write(Path.of(file + ".mv.db"), disk.afterPowerLoss(random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.add(new Loss(file, acknowledged));
    }

    @Test
    void the_disk_keeps_what_was_forced_and_any_sectors_of_the_rest() {
        LossyDisk disk = new LossyDisk();
        byte[] old = "o".repeat(1_024).getBytes(StandardCharsets.US_ASCII);
        disk.wrote(0, old);
        disk.forced();
        disk.wrote(0, "n".repeat(1_024).getBytes(StandardCharsets.US_ASCII));

        List<String> found = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String file = new String(disk.afterPowerLoss(random), StandardCharsets.US_ASCII);
            found.add(file.substring(511, 513));
        }

        assertThat(found).contains("oo", "on", "no", "nn").containsOnly("oo", "on", "no", "nn");
        disk.forced();
        assertThat(disk.afterPowerLoss(random)).isEqualTo("n".repeat(1_024).getBytes(StandardCharsets.US_ASCII));
    }
}
