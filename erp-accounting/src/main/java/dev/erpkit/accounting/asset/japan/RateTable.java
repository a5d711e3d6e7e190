package dev.erpkit.accounting.asset.japan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.jspecify.annotations.Nullable;

/** A table of rates by useful life, read once and checked: its sum, its order, and the rule by which its rates were made. */
final class RateTable {
    static final RateTable STRAIGHT_LINE =
            new RateTable("straight-line.csv", 0xc06afa23L, BigDecimal.ONE, RoundingMode.UP);
    static final RateTable DECLINING_250 =
            new RateTable("declining-250.csv", 0x3ba6ff30L, new BigDecimal("2.5"), RoundingMode.HALF_UP);
    static final RateTable DECLINING_200 =
            new RateTable("declining-200.csv", 0x61f57df9L, new BigDecimal("2"), RoundingMode.HALF_UP);
    static final RateTable OLD_DECLINING =
            new RateTable("old-declining.csv", 0x8df9e7ddL, null, RoundingMode.UNNECESSARY);

    /**
     * The rates of one life, as whole numbers.
     *
     * @param rate in thousandths
     * @param revised the revised rate in thousandths, 0 where there is none
     * @param guarantee the guarantee rate in hundred-thousandths, 0 where there is none
     */
    record Rates(long rate, long revised, long guarantee) {}

    private final MutableIntObjectMap<Rates> rates = IntObjectMaps.mutable.empty();
    private final int first;
    private final int last;

    private RateTable(String file, long sum, @Nullable BigDecimal factor, RoundingMode rounding) {
        ImmutableList<String> lines = Lists.immutable.fromStream(text(file, sum).lines());
        int reached = 1;
        for (String line : lines.drop(1)) {
            String[] cells = line.split(",", -1);
            int life = Integer.parseInt(cells[0]);
            check(life == reached + 1, file, life);
            reached = life;
            Rates row = cells.length == 5
                    ? new Rates(whole(cells[1], 3), whole(cells[2], 3), whole(cells[3], 5))
                    : new Rates(whole(cells[1], 3), 0, 0);
            check(row.rate() > 0 && (row.revised() == 0) == (row.guarantee() == 0), file, life);
            if (factor != null) {
                BigDecimal made =
                        factor.divide(BigDecimal.valueOf(life), 3, rounding).min(BigDecimal.ONE);
                check(made.movePointRight(3).longValueExact() == row.rate(), file, life);
            }
            rates.put(life, row);
        }
        first = 2;
        last = reached;
    }

    private static long whole(String cell, int decimals) {
        return cell.isEmpty()
                ? 0
                : new BigDecimal(cell).movePointRight(decimals).longValueExact();
    }

    private static void check(boolean sound, String file, int life) {
        if (!sound) {
            throw new IllegalStateException("The rates of life " + life + " in " + file + " are damaged");
        }
    }

    static String text(String file, long sum) {
        try (InputStream in = Objects.requireNonNull(RateTable.class.getResourceAsStream(file), file)) {
            byte[] bytes = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if (crc.getValue() != sum) {
                throw new IllegalStateException(file + " is damaged: its checksum is " + crc.getValue());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rates of a life in years, if the table has them. */
    Optional<Rates> of(int years) {
        return Optional.ofNullable(rates.get(years));
    }

    /** The lives that are covered, such as {@code 2 to 50}. */
    String lives() {
        return first + " to " + last;
    }
}
