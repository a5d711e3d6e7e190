package dev.erpkit.accounting.payment;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import java.time.LocalDate;

/** What payments tell the books. */
final class PaymentEvents {
    private PaymentEvents() {}

    static AccountingEvent recorded(Payment payment) {
        long signed = payment.direction().sign() * payment.amountMinor();
        return event(PaymentRules.RECORDED, payment, 1, payment.date())
                .add(amount(payment, payment.subject().text(), signed))
                .add(amount(payment, PaymentRules.IN_TRANSIT, signed))
                .build();
    }

    static AccountingEvent cleared(Payment payment, int number, Clearing clearing) {
        long signed = payment.direction().sign() * payment.amountMinor();
        return event(PaymentRules.CLEARED, payment, number, clearing.date())
                .add(amount(payment, PaymentRules.IN_TRANSIT, signed))
                .add(amount(payment, PaymentRules.BANK, Amounts.minor(clearing.booked())))
                .add(amount(payment, PaymentRules.BANK_FEE, Amounts.minor(clearing.fee())))
                .build();
    }

    static AccountingEvent fee(Payment payment, int number, LocalDate date, long feeMinor) {
        return event(PaymentRules.FEE, payment, number, date)
                .add(amount(payment, PaymentRules.BANK, -feeMinor))
                .add(amount(payment, PaymentRules.BANK_FEE, feeMinor))
                .build();
    }

    private static AccountingEvent.Builder event(String type, Payment payment, int number, LocalDate date) {
        AccountingEvent.Builder event = AccountingEvent.builder();
        event.key(IdempotencyKey.of("payment/" + payment.id() + "/" + number))
                .type(type)
                .effectiveDate(date)
                .source(SourceDocument.of("accounting", "payment", payment.id().value()));
        return event;
    }

    private static RoleAmount amount(Payment payment, String role, long minor) {
        return RoleAmount.of(role, Amounts.ofMinor(minor, payment.amount().getCurrency()))
                .qualified(payment.bankAccount())
                .concerning(payment.party());
    }
}
