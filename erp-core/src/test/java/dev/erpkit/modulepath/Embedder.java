package dev.erpkit.modulepath;

import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;

/** A host that finds erp-core on its module path: makes money, a sound value and a broken one. */
final class Embedder {
    private Embedder() {}

    public static void main(String[] args) {
        System.out.println(Amounts.class.getModule().getName());
        System.out.println(Amounts.canonical(Amounts.of("5.1", "USD")));
        System.out.println(JapaneseHolidays.law().name(LocalDate.of(2026, 1, 1)).orElseThrow());
        System.out.println(event("goods-sold")
                .add(RoleAmount.of("revenue", Amounts.of("100", "JPY")))
                .build()
                .type());
        try {
            event(" ").build();
        } catch (InvalidValueException e) {
            System.out.println(e.violations().collect(v -> v.path() + " " + v.code()));
        }
    }

    private static AccountingEvent.Builder event(String type) {
        AccountingEvent.Builder builder = AccountingEvent.builder();
        builder.key(IdempotencyKey.of("k-1"))
                .type(type)
                .effectiveDate(LocalDate.of(2026, 4, 1))
                .source(SourceDocument.of("shop", "sales-invoice", "S-1"));
        return builder;
    }
}
