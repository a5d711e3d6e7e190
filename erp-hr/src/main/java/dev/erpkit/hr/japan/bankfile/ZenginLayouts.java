package dev.erpkit.hr.japan.bankfile;

import dev.erpkit.hr.bankfile.RecordLayout;

/** The four records of a transfer file. In salary files the two customer codes hold employee and department. */
final class ZenginLayouts {
    static final int LENGTH = 120;

    static final RecordLayout HEADER = RecordLayout.empty()
            .number("class", 1)
            .number("kind", 2)
            .number("code", 1)
            .number("client code", 10)
            .text("client name", 40)
            .number("day", 4)
            .number("bank", 4)
            .text("bank name", 15)
            .number("branch", 3)
            .text("branch name", 15)
            .number("account type", 1)
            .number("account number", 7)
            .text("dummy", 17);

    static final RecordLayout DATA = RecordLayout.empty()
            .number("class", 1)
            .number("bank", 4)
            .text("bank name", 15)
            .number("branch", 3)
            .text("branch name", 15)
            .number("clearing house", 4)
            .number("account type", 1)
            .number("account number", 7)
            .text("payee", 30)
            .number("amount", 10)
            .number("new code", 1)
            .number("customer code 1", 10)
            .number("customer code 2", 10)
            .text("transfer class", 1)
            .text("identification", 1)
            .text("dummy", 7);

    static final RecordLayout TRAILER = RecordLayout.empty()
            .number("class", 1)
            .number("count", 6)
            .number("total", 12)
            .text("dummy", 101);

    static final RecordLayout END = RecordLayout.empty().number("class", 1).text("dummy", 119);

    private ZenginLayouts() {}
}
