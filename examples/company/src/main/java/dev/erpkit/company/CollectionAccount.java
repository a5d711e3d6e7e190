package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.Counterparty;
import dev.erpkit.accounting.bank.Settlement;
import dev.erpkit.accounting.bank.StatementFile;
import dev.erpkit.accounting.bank.StatementTaken;
import dev.erpkit.accounting.bank.StoredLine;
import dev.erpkit.accounting.payment.Allocation;
import dev.erpkit.accounting.payment.BankPosting;
import dev.erpkit.accounting.payment.PaymentPolicy;
import dev.erpkit.accounting.payment.PaymentSubject;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The bank account to which customers at home pay. What is on it comes from its statements alone: every line is a receipt
 * for an invoice, or what is moved to the main account on the last business day of the month.
 */
final class CollectionAccount {
    static final String NAME = "collection";
    static final String TO_MAIN_ACCOUNT = "main-account";
    static final BankPosting POSTING =
            new BankPosting(NAME, CompanyChart.COLLECTION, CompanyChart.COLLECTION_IN_TRANSIT);
    private static final long MILLION = 1_000_000;

    private final Business business;
    private final PaymentPolicy policy;
    private final Actor clerk;

    CollectionAccount(Business business, PaymentPolicy policy, Actor clerk) {
        this.business = business;
        this.policy = policy;
        this.clerk = clerk;
    }

    /** Takes the statement of a month in, twice because somebody always does, and its lines into the books. */
    void endMonth(YearMonth month, List<Receipt> receipts) {
        StatementFile file = file(month, receipts);
        StatementTaken taken = take("STATEMENT-" + month, file);
        take("STATEMENT-" + month + "-AGAIN", file);
        Map<String, Receipt> byReference = receipts.stream()
                .collect(Collectors.toMap(receipt -> receipt.payment().id(), receipt -> receipt));
        taken.added().forEach(line -> settle(line, byReference));
    }

    private StatementTaken take(String key, StatementFile file) {
        return business.statements().take(IdempotencyKey.of(key), file, clerk).orElseThrow();
    }

    private void settle(StoredLine line, Map<String, Receipt> receipts) {
        Receipt receipt = receipts.get(line.line().reference().orElseThrow());
        Settlement settlement = receipt == null
                ? new Settlement.Booked(TO_MAIN_ACCOUNT)
                : new Settlement.OfParty(
                        receipt.trade().partner().party(),
                        PaymentSubject.RECEIVABLE,
                        Allocation.to(receipt.item(), line.line().amount()));
        business.statementLines()
                .settle(IdempotencyKey.of("SETTLE-" + line.id()), line.id(), settlement, policy, clerk)
                .orElseThrow();
    }

    /** What the bank sends. */
    private StatementFile file(YearMonth month, List<Receipt> receipts) {
        MonetaryAmount opening = openingOf(month);
        MutableList<BankLine> lines = Lists.mutable
                .withAll(receipts)
                .sortThisBy(receipt -> receipt.payment().id())
                .sortThis(Comparator.comparing(receipt -> receipt.payment().date()))
                .collect(CollectionAccount::line);
        long balance = Amounts.minor(opening) + lines.sumOfLong(line -> Amounts.minor(line.amount()));
        long moved = balance / MILLION * MILLION;
        if (moved > 0) {
            LocalDate day = TradingYear.CALENDAR.previousOrSame(month.atEndOfMonth());
            lines.add(line(day, -moved, "振替 Transfer", "MOVE-" + month, Counterparty.NONE));
        }
        ImmutableList<BankLine> all = lines.toImmutable();
        return new StatementFile(
                NAME,
                month.atDay(1),
                month.atEndOfMonth(),
                new BankStatement(opening, all, Entries.yen(balance - Math.max(0, moved))));
    }

    /** What the statement before ends with. */
    private MonetaryAmount openingOf(YearMonth month) {
        return business.statements()
                .statements(NAME)
                .select(statement -> statement.through().isBefore(month.atDay(1)))
                .getLastOptional()
                .map(statement -> statement.closing())
                .orElse(Entries.yen(0));
    }

    private static BankLine line(Receipt receipt) {
        return line(
                receipt.payment().date(),
                receipt.payment().amount(),
                "振込 " + receipt.trade().document(),
                receipt.payment().id(),
                Counterparty.named(receipt.trade().partner().name()));
    }

    private static BankLine line(LocalDate day, long yen, String text, String reference, Counterparty who) {
        return new BankLine(NAME, day, Entries.yen(yen), text, Optional.of(reference), who);
    }
}
