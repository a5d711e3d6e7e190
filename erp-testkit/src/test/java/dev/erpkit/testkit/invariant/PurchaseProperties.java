package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.LineState;
import dev.erpkit.inventory.purchase.MatchPolicy;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PriceDifference;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import dev.erpkit.inventory.purchase.PurchaseService;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import dev.erpkit.testkit.generate.GoodsArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariants 45 and 46 of goods: receipts, returns, bills and credit notes in any order, at any prices and rates. */
class PurchaseProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor CLERK = Actor.of("clerk");

    /** One command: what, how much, at which price and rate, on which day, of which receipt. */
    record Step(int kind, Rational quantity, long price, String rate, int day, int receipt) {}

    /** A world with one order of two lines, whose items are of two categories. */
    private static final class World {
        private final MutableList<AccountingEvent> told = Lists.mutable.empty();
        private final MutableList<String> receipts = Lists.mutable.empty();
        /** What receipts and returns left to be billed, by line. */
        private final long[] left = new long[2];

        private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        private final MemoryPurchaseLog log = new MemoryPurchaseLog(unitOfWork);
        private final CurrencyUnit books;
        private final PurchaseService service;
        private int number;

        World(CurrencyUnit books, PriceDifference difference, long price) {
            this.books = books;
            this.service = new PurchaseService(
                    log,
                    (event, actor) -> {
                        told.add(event);
                        return Outcome.accepted(Lists.immutable.empty());
                    },
                    books,
                    order -> 0,
                    MatchPolicy.exact().quantities("1000000", "1/4").prices("1000000", difference),
                    unitOfWork,
                    AccessPolicy.allowAll(),
                    () -> Instant.EPOCH,
                    item -> "category " + item);
            PurchaseOrder.Builder order = PurchaseOrder.builder();
            order.id("O")
                    .vendor(PartyId.of("V"))
                    .currency(Amounts.currency("USD"))
                    .day(DAY);
            order.add(new OrderLine(1, "1", Rational.of(500), Rational.of(price, 3)));
            order.add(new OrderLine(2, "2", Rational.of(500), Rational.of(price, 7)));
            service.order(key(), order.build(), CLERK).orElseThrow();
        }

        private IdempotencyKey key() {
            return IdempotencyKey.of("k" + number++);
        }

        LineState line(int line) {
            return service.state().order("O").orElseThrow().line(line).orElseThrow();
        }

        void bill(int line, Rational quantity, Rational price, String rate) {
            service.bill(
                    key(),
                    new Billed(
                            "b" + number,
                            "O",
                            DAY,
                            Rational.parse(rate),
                            Lists.immutable.of(new BillLine(line, quantity, price))),
                    CLERK);
        }

        void run(Step step) {
            long[] before = {line(1).notBilledMinor(), line(2).notBilledMinor()};
            move(step);
            if (step.kind() < 3) {
                left[0] += line(1).notBilledMinor() - before[0];
                left[1] += line(2).notBilledMinor() - before[1];
            }
        }

        private void move(Step step) {
            int line = 1 + step.day() % 2;
            switch (step.kind()) {
                case 0, 1 -> {
                    Received receipt = new Received(
                            "r" + number,
                            "O",
                            line,
                            step.quantity(),
                            Rational.parse(step.rate()),
                            DAY.plusDays(step.day()));
                    if (service.receive(key(), receipt, () -> Outcome.accepted(1), CLERK)
                            .isAccepted()) {
                        receipts.add(receipt.receipt());
                    }
                }
                case 2 -> {
                    if (receipts.notEmpty()) {
                        String of = receipts.get(step.receipt() % receipts.size());
                        Returned back = new Returned("x" + number, "O", of, step.quantity(), DAY);
                        service.giveBack(key(), back, () -> Outcome.accepted(1), CLERK);
                    }
                }
                case 3 -> bill(line, step.quantity().negate(), Rational.of(step.price(), 3), step.rate());
                default -> bill(line, step.quantity(), Rational.of(step.price(), 3), step.rate());
            }
        }

        /** What bills have cleared of a category. */
        long cleared(String category) {
            return told.flatCollect(AccountingEvent::amounts)
                    .select(amount -> amount.role().equals("goods-received")
                            && amount.qualifier().equals(category))
                    .sumOfLong(amount -> Amounts.minor(amount.amount()));
        }

        ImmutableList<PurchaseRecord> records() {
            MutableList<PurchaseRecord> records = Lists.mutable.empty();
            log.forEach(0, records::add);
            return records.toImmutable();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        GoodsArbitraries.quantities(),
                        Arbitraries.longs().between(0, 10_000),
                        Arbitraries.of("1", "1", "1.0835", "0.9", "151.37"),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<CurrencyUnit> books() {
        return Arbitraries.of("JPY", "USD", "KWD").map(Amounts::currency);
    }

    @Property(tries = 150)
    void what_is_received_and_not_billed_is_nothing_once_all_is_matched(
            @ForAll("books") CurrencyUnit books,
            @ForAll PriceDifference difference,
            @ForAll("steps") List<Step> steps) {
        World world = new World(books, difference, 3333);
        steps.forEach(world::run);
        holds(world);
        for (int number = 1; number <= 2; number++) {
            LineState line = world.line(number);
            Rational open = line.received().subtract(line.returned()).subtract(line.billed());
            if (!open.isZero()) {
                world.bill(number, open, Rational.of(1111), "1.25");
            }
            holds(world);
            assertThat(world.line(number).notBilledMinor()).isZero();
            if (difference == PriceDifference.VARIANCE) {
                assertThat(world.cleared("category " + number))
                        .as("bills clear what receipts left open on the account of the category")
                        .isEqualTo(world.left[number - 1]);
            }
        }
    }

    private static void holds(World world) {
        assertThat(PurchaseInvariants.openFollowsQuantities(world.service.state()))
                .isEmpty();
        assertThat(PurchaseInvariants.matchedIsNothing(world.service.state())).isEmpty();
        assertThat(PurchaseInvariants.olderReceiptsFirst(world.service.state())).isEmpty();
        assertThat(PurchaseInvariants.billsLeaveNoRemainder(world.records(), world.books))
                .isEmpty();
        for (AccountingEvent event : world.told) {
            long debit = event.amounts()
                    .reject(amount -> amount.role().equals("payable"))
                    .sumOfLong(amount -> Amounts.minor(amount.amount()));
            long credit = event.amounts()
                    .select(amount -> amount.role().equals("payable"))
                    .sumOfLong(amount -> Amounts.minor(amount.amount()));
            assertThat(debit).as("the entry of a bill balances").isEqualTo(credit);
        }
    }
}
