package dev.erpkit.accounting.document.japan;

import dev.erpkit.accounting.document.DocumentAccounts;

/** Documents in the books of a small Japanese company. */
public final class JapaneseDocuments {
    private JapaneseDocuments() {}

    /**
     * The accounts of the template chart: 売掛金, 買掛金, 売上高, 仕入高, 仮受消費税等, 仮払消費税等, 前受金, 前渡金, and 雑収入 and
     * 雑損失 for what totals are rounded by.
     */
    public static DocumentAccounts accounts() {
        return DocumentAccounts.of("1160", "2120", "4110", "5120", "2180", "1350", "2190")
                .advancesPaid("1320")
                .rounding("7190", "8190");
    }
}
