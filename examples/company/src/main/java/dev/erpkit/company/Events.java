package dev.erpkit.company;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;
import java.time.YearMonth;
import javax.money.CurrencyUnit;

/** What happens in business terms, with amounts by role; {@link Rules} knows the accounts. */
final class Events {
    static final String SALE = "sales-invoiced";
    static final String PURCHASE = "purchase-invoiced";
    static final String PAYROLL = "payroll-paid";
    static final String AT_HOME = "domestic";
    static final String ABROAD = "foreign";

    private Events() {}

    /** An invoice, what is owed for it first. */
    static AccountingEvent of(Trade trade) {
        CurrencyUnit currency = Amounts.currency(trade.partner().currency());
        AccountingEvent.Builder event =
                event(trade.document(), trade.sale() ? SALE : PURCHASE, trade.date(), trade.goods());
        event.source(SourceDocument.of("trade", trade.sale() ? "sales-invoice" : "purchase-invoice", trade.document()))
                .dueDate(trade.due());
        return event.add(
                        RoleAmount.of(trade.sale() ? "receivable" : "payable", Amounts.ofMinor(trade.gross(), currency))
                                .concerning(trade.partner().party()))
                .add(RoleAmount.of("goods", Amounts.ofMinor(trade.net(), currency))
                        .qualified(trade.partner().foreign() ? ABROAD : AT_HOME))
                .add(RoleAmount.of("tax", Amounts.ofMinor(trade.tax(), currency)))
                .build();
    }

    /** The open item of an invoice: the first line of its entry. */
    static ItemId item(Trade trade) {
        return new ItemId(EntryId.of(IdempotencyKey.of(trade.document()), BookId.MAIN), 0);
    }

    /** The sums of a payroll, which is run elsewhere. */
    static AccountingEvent of(Payroll payroll, YearMonth month, LocalDate payday) {
        AccountingEvent.Builder event = event(
                "SAL-" + month, PAYROLL, payday, payroll.bonuses() > 0 ? "給与・賞与 Salaries and bonuses" : "給与 Salaries");
        event.source(SourceDocument.of("payroll", "payslips", "SAL-" + month));
        return event.add(yen("salaries", payroll.salaries()))
                .add(yen("bonuses", payroll.bonuses()))
                .add(yen("income-tax", payroll.incomeTax()))
                .add(yen("resident-tax", payroll.residentTax()))
                .add(yen("insurance", payroll.insurance()))
                .add(yen("company-insurance", payroll.companyInsurance()))
                .add(yen("paid-out", payroll.paidOut()))
                .build();
    }

    private static RoleAmount yen(String role, long amount) {
        return RoleAmount.of(role, Entries.yen(amount));
    }

    private static AccountingEvent.Builder event(String key, String type, LocalDate day, String text) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of(key)).type(type).effectiveDate(day).narrative(text);
        return event;
    }
}
