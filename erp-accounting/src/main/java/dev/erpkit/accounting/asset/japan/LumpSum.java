package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.Part;
import dev.erpkit.accounting.asset.Progress;

/**
 * 一括償却資産 (corporation tax enforcement order, article 133-2): the cost of the year's small assets over 36 months of the fiscal
 * year and the two after it, in whatever month they were acquired. Goes with {@code full-year} timing and a life of 36 months.
 */
record LumpSum() implements DepreciationMethod {
    @Override
    public String text() {
        return "jp-lump-sum";
    }

    @Override
    public Renewal renewal() {
        return Renewal.CHANGE;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        return new Part(progress.cost(), to - from, 3 * progress.year());
    }
}
