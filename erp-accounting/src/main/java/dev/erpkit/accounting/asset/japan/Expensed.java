package dev.erpkit.accounting.asset.japan;

import dev.erpkit.accounting.asset.DepreciationMethod;
import dev.erpkit.accounting.asset.Part;
import dev.erpkit.accounting.asset.Progress;

/** 少額減価償却資産: the whole cost in the first row. */
record Expensed() implements DepreciationMethod {
    @Override
    public String text() {
        return "jp-expensed";
    }

    @Override
    public Renewal renewal() {
        return Renewal.CHANGE;
    }

    @Override
    public Part between(Progress progress, long from, long to) {
        return Part.all(progress.rest());
    }

    @Override
    public boolean takesRest(Progress progress, long to, long amount) {
        return true;
    }
}
