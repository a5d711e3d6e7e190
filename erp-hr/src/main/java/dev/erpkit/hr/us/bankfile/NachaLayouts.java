package dev.erpkit.hr.us.bankfile;

import dev.erpkit.hr.bankfile.RecordLayout;

/** The records of a file, each of 94 characters. */
final class NachaLayouts {
    static final int LENGTH = 94;

    static final RecordLayout FILE_HEADER = RecordLayout.empty()
            .number("record", 1)
            .number("priority", 2)
            .text("destination", 10)
            .text("origin", 10)
            .number("date", 6)
            .number("time", 4)
            .text("modifier", 1)
            .number("record size", 3)
            .number("blocking", 2)
            .number("format", 1)
            .text("destination name", 23)
            .text("origin name", 23)
            .text("reference", 8);

    static final RecordLayout BATCH_HEADER = RecordLayout.empty()
            .number("record", 1)
            .number("service", 3)
            .text("company name", 16)
            .text("discretionary", 20)
            .text("company id", 10)
            .text("class", 3)
            .text("description", 10)
            .text("descriptive date", 6)
            .number("effective date", 6)
            .text("settlement", 3)
            .number("status", 1)
            .number("origin", 8)
            .number("batch", 7);

    static final RecordLayout ENTRY = RecordLayout.empty()
            .number("record", 1)
            .number("transaction", 2)
            .number("bank", 8)
            .number("check digit", 1)
            .text("account", 17)
            .number("amount", 10)
            .text("id", 15)
            .text("name", 22)
            .text("discretionary", 2)
            .number("addenda", 1)
            .number("trace", 15);

    static final RecordLayout BATCH_CONTROL = RecordLayout.empty()
            .number("record", 1)
            .number("service", 3)
            .number("count", 6)
            .number("hash", 10)
            .number("debit", 12)
            .number("credit", 12)
            .text("company id", 10)
            .text("authentication", 19)
            .text("reserved", 6)
            .number("origin", 8)
            .number("batch", 7);

    static final RecordLayout FILE_CONTROL = RecordLayout.empty()
            .number("record", 1)
            .number("batches", 6)
            .number("blocks", 6)
            .number("count", 8)
            .number("hash", 10)
            .number("debit", 12)
            .number("credit", 12)
            .text("reserved", 39);

    private NachaLayouts() {}
}
