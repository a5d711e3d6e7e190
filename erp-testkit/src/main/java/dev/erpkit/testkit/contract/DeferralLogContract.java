package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.deferral.CreditSplit;
import dev.erpkit.accounting.deferral.Deferral;
import dev.erpkit.accounting.deferral.DeferralChange;
import dev.erpkit.accounting.deferral.DeferralFact;
import dev.erpkit.accounting.deferral.DeferralId;
import dev.erpkit.accounting.deferral.DeferralKind;
import dev.erpkit.accounting.deferral.EarlyEnd;
import dev.erpkit.accounting.deferral.PartRounding;
import dev.erpkit.accounting.deferral.SpreadBasis;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What every {@code DeferralLog} must do. */
public abstract class DeferralLogContract extends FactLogContract<DeferralHarness, DeferralFact> {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** For adapters. */
    protected DeferralLogContract() {}

    @Override
    long size(DeferralHarness harness) {
        return harness.deferrals().size();
    }

    @Override
    void append(DeferralHarness harness, long expectedSize, ImmutableList<DeferralFact> facts) {
        harness.deferrals().append(expectedSize, facts);
    }

    @Override
    void forEach(DeferralHarness harness, long after, Consumer<DeferralFact> sink) {
        harness.deferrals().forEach(after, sink);
    }

    @Override
    DeferralHarness other() {
        return harness().otherTenant();
    }

    @Override
    DeferralHarness again() {
        return harness().reopened();
    }

    @Override
    ImmutableList<DeferralFact> everyKind(long after) {
        Deferral plain = Deferral.builder()
                .id(Fresh.key("deferral"))
                .kind(DeferralKind.REVENUE)
                .total(Amounts.of("1200.50", "EUR"))
                .service(DateRange.parse("2026-04-01/2027-04-01"))
                .source(SourceDocument.of("shop", "invoice", "7"))
                .build();
        Deferral full = Deferral.builder()
                .from(plain)
                .id(Fresh.key("前払"))
                .kind(DeferralKind.EXPENSE)
                .total(Amounts.of("9223372036854775807", "JPY"))
                .basis(SpreadBasis.MONTHS_BY_TENTHS)
                .rounding(PartRounding.EACH_PART)
                .source(new SourceDocument("店", "請求", "№ '7\"", 3))
                .qualifier("保守")
                .dimensions(Dimensions.of("cc", "110").with("案件", "橋"))
                .party(PartyId.of("supplier-1"))
                .build();
        ImmutableList<DeferralChange> changes = Lists.immutable.of(
                new DeferralChange.Opened(plain),
                new DeferralChange.Opened(full),
                new DeferralChange.Recognised(DAY, -5, DAY.plusDays(1)),
                new DeferralChange.Credited(DAY, Long.MAX_VALUE, CreditSplit.PROPORTIONAL, 7),
                new DeferralChange.Rescheduled(DAY, DateRange.parse("2026-04-01/2026-04-02")),
                new DeferralChange.Ended(DAY, EarlyEnd.LEAVE_DEFERRED, 0));
        return Lists.immutable.ofAll(changes.collectWithIndex((change, i) -> new DeferralFact(
                after + i + 1,
                change instanceof DeferralChange.Opened opened
                        ? opened.deferral().id()
                        : DeferralId.of("前払 'x'"),
                IdempotencyKey.of(Fresh.key("key")),
                change,
                Fresh.instant(),
                Actor.of("経理"))));
    }
}
