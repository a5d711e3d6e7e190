package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What a member recorded about another: captured when the line was posted, never guessed from the ledger afterwards.
 *
 * @param pair what joins it to the other side: the value on {@link IntercompanyFacts#PAIR}, else the document, else nothing,
 *     which joins all that two members recorded without one
 * @param member who recorded it
 * @param counterparty the other side
 * @param account the account of the member
 * @param day the effective date
 * @param amountMinor the amount in minor units of the currency of the transaction, debit positive
 * @param currency the currency of the transaction
 * @param baseMinor the amount in minor units of the member's currency, debit positive
 * @param document the document, such as an invoice number
 */
public record IntercompanyFact(
        String pair,
        MemberId member,
        MemberId counterparty,
        AccountId account,
        LocalDate day,
        long amountMinor,
        CurrencyUnit currency,
        long baseMinor,
        Optional<String> document) {}
