package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.recurring.CalendarRule;
import dev.erpkit.accounting.recurring.RecurringChange;
import dev.erpkit.accounting.recurring.RecurringFact;
import dev.erpkit.accounting.recurring.RecurringId;
import dev.erpkit.accounting.recurring.RecurringTemplate;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What every {@code RecurringLog} must do. */
public abstract class RecurringLogContract extends FactLogContract<RecurringHarness, RecurringFact> {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    /** For adapters. */
    protected RecurringLogContract() {}

    @Override
    long size(RecurringHarness harness) {
        return harness.recurring().size();
    }

    @Override
    void append(RecurringHarness harness, long expectedSize, ImmutableList<RecurringFact> facts) {
        harness.recurring().append(expectedSize, facts);
    }

    @Override
    void forEach(RecurringHarness harness, long after, Consumer<RecurringFact> sink) {
        harness.recurring().forEach(after, sink);
    }

    @Override
    RecurringHarness other() {
        return harness().otherTenant();
    }

    @Override
    RecurringHarness again() {
        return harness().reopened();
    }

    @Override
    ImmutableList<RecurringFact> everyKind(long after) {
        RecurringTemplate plain = RecurringTemplate.builder()
                .id(Fresh.key("rent"))
                .eventType("rent")
                .rule(CalendarRule.monthly(DAY, 31))
                .source(SourceDocument.of("office", "lease", "1"))
                .amount(RoleAmount.of("rent", Amounts.of("-100.05", "EUR")))
                .build();
        RecurringTemplate full = RecurringTemplate.builder()
                .from(plain)
                .id(Fresh.key("家賃"))
                .rule(CalendarRule.every(3, DAY, 1)
                        .moving(BusinessDayRule.MODIFIED_FOLLOWING)
                        .through(DAY.plusYears(3))
                        .times(7))
                .amounts(Lists.immutable.of(
                        new RoleAmount(
                                "rent",
                                Amounts.of("150000", "JPY"),
                                "保守",
                                Dimensions.of("cc", "110").with("案件", "橋"),
                                Optional.of(PartyId.of("landlord")),
                                Optional.of(DAY)),
                        RoleAmount.of("tax", Amounts.of("9223372036854775807", "JPY"))))
                .build();
        ImmutableList<RecurringChange> changes = Lists.immutable.of(
                new RecurringChange.Added(plain),
                new RecurringChange.Added(full),
                new RecurringChange.Generated(1, DAY),
                new RecurringChange.Skipped(2),
                new RecurringChange.Paused(DAY),
                new RecurringChange.Resumed(DAY.plusDays(1)));
        return Lists.immutable.ofAll(changes.collectWithIndex((change, i) -> new RecurringFact(
                after + i + 1,
                change instanceof RecurringChange.Added added ? added.template().id() : RecurringId.of("家賃 'x'"),
                change,
                Fresh.instant(),
                Actor.of("経理"))));
    }
}
