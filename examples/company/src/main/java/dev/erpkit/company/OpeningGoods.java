package dev.erpkit.company;

import dev.erpkit.company.goods.GoodsTask.Opened;
import dev.erpkit.company.goods.Ware;
import java.time.LocalDate;
import java.util.List;

/** What lay on the shelf when the year began, as it was counted. */
final class OpeningGoods {
    static final List<Opened> ALL = List.of(
            opened(Ware.GREEN, "2025-01-20", 1_400, 2_430),
            opened(Ware.GREEN, "2025-03-03", 3_000, 2_515),
            opened(Ware.ROASTED, "2025-03-24", 1_500, 3_010),
            opened(Ware.BLACK_TEA, "2025-03-10", 2_600, 2_560),
            opened(Ware.SENCHA, "2025-03-12", 2_000, 2_610),
            opened(Ware.EQUIPMENT, "2025-03-05", 2_900, 2_590),
            opened(Ware.FILTERS, "2025-03-05", 2_600, 188));

    private OpeningGoods() {}

    private static Opened opened(Ware ware, String packed, long quantity, long each) {
        String lot = ware.lots() ? "LOT-" + packed : "";
        return new Opened(ware, lot, LocalDate.parse(packed), quantity, quantity * each);
    }

    /** What all of it cost. */
    static long value() {
        return ALL.stream().mapToLong(Opened::cost).sum();
    }
}
