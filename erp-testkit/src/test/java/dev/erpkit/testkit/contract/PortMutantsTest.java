package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.period.PeriodFact;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.CheckpointStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.ErpException;
import dev.erpkit.core.port.Stored;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of the smaller ports catch the ways in which their adapters are known to break. */
class PortMutantsTest {
    /** Gives another harness whose port misbehaves. */
    private interface Breaking {
        BooksHarness over(MemoryHarness sound);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void the_contract_catches(String name, Breaking breaking, Class<? extends PortContract<?>> contract, String rule) {
        assertThat(Switched.broken(new MemoryHarness(), contract)).isEmpty();
        assertThat(Switched.broken(breaking.over(new MemoryHarness()), contract))
                .contains(rule);
    }

    static Stream<Arguments> mutants() {
        return Stream.of(
                mutant(
                        "an account store that ignores versions",
                        PortMutantsTest::ignoresVersions,
                        Switched.Accounts.class,
                        "accounts_3_1"),
                mutant(
                        "an account store whose revision stands still",
                        PortMutantsTest::frozenRevision,
                        Switched.Accounts.class,
                        "accounts_4_1"),
                mutant(
                        "a period log that ignores the expected size",
                        PortMutantsTest::ignoresSize,
                        Switched.Periods.class,
                        "periods_2_1"),
                mutant(
                        "an item log that renumbers stale matches",
                        PortMutantsTest::renumbers,
                        Switched.Items.class,
                        "items_2_2"),
                mutant(
                        "a reservation log that ends twice",
                        PortMutantsTest::endsTwice,
                        Switched.Reservations.class,
                        "reservations_2_2"),
                mutant(
                        "a seal log that never forgets",
                        PortMutantsTest::remembersSalts,
                        Switched.Seals.class,
                        "seals_3_1"),
                mutant(
                        "rates that answer with their inverse",
                        PortMutantsTest::guessesInverses,
                        Switched.Rates.class,
                        "rates_2_1"),
                mutant(
                        "a checkpoint store that keeps the first only",
                        PortMutantsTest::keepsFirst,
                        Switched.Checkpoints.class,
                        "checkpoints_1_2"),
                mutant("accounts that stay after a failure", unrolled("accounts"), Switched.Faulty.class, "books_1_14"),
                mutant("periods that stay after a failure", unrolled("periods"), Switched.Faulty.class, "books_1_12"),
                mutant("items that stay after a failure", unrolled("openItems"), Switched.Faulty.class, "books_1_2"),
                mutant("reservations that stay", unrolled("reservations"), Switched.Faulty.class, "books_1_11"),
                mutant("seals that stay after a failure", unrolled("seals"), Switched.Faulty.class, "books_1_1"),
                mutant("numbers that are lost", unrolled("numberSeries"), Switched.Faulty.class, "books_1_1"),
                mutant("events that are told anyway", PortMutantsTest::tells, Switched.Faulty.class, "books_1_1"));
    }

    /** A port that writes outside of the unit of work of the others. */
    private static Breaking unrolled(String accessor) {
        MemoryHarness alone = new MemoryHarness();
        Object port = switch (accessor) {
            case "accounts" -> alone.accounts();
            case "periods" -> alone.periods();
            case "openItems" -> alone.openItems();
            case "reservations" -> alone.reservations();
            case "seals" -> alone.seals();
            default -> alone.numberSeries();
        };
        return sound -> with(sound, accessor, port);
    }

    private static BooksHarness tells(MemoryHarness h) {
        MemoryHarness alone = new MemoryHarness();
        BooksHarness early = with(h, "outbox", alone.outbox());
        return port(BooksHarness.class, early, "told", (args, real) -> alone.told());
    }

    private static Arguments mutant(
            String name, Breaking breaking, Class<? extends PortContract<?>> contract, String rule) {
        return Arguments.of(name, breaking, contract, rule);
    }

    private static BooksHarness ignoresVersions(MemoryHarness h) {
        AccountStore sound = h.accounts();
        return with(h, "accounts", port(AccountStore.class, sound, "replace", (args, real) -> {
            Account account = (Account) args[0];
            Optional<Stored<Account>> stored = sound.find(account.id());
            return stored.isEmpty()
                    ? real.get()
                    : sound.replace(account, stored.get().version());
        }));
    }

    private static BooksHarness frozenRevision(MemoryHarness h) {
        return with(h, "accounts", port(AccountStore.class, h.accounts(), "revision", (args, real) -> 7L));
    }

    @SuppressWarnings("unchecked")
    private static BooksHarness ignoresSize(MemoryHarness h) {
        PeriodLog sound = h.periods();
        return with(h, "periods", port(PeriodLog.class, sound, "append", (args, real) -> {
            ImmutableList<PeriodFact> facts = (ImmutableList<PeriodFact>) args[1];
            long size = sound.size();
            sound.append(
                    size,
                    org.eclipse.collections.api.factory.Lists.immutable.ofAll(
                            facts.collectWithIndex((f, i) -> new PeriodFact(
                                    size + i + 1, f.book(), f.change(), f.afterEntry(), f.recordedAt(), f.actor()))));
            return null;
        }));
    }

    private static BooksHarness renumbers(MemoryHarness h) {
        OpenItemLog sound = h.openItems();
        return with(h, "openItems", port(OpenItemLog.class, sound, "append", (args, real) -> {
            sound.append(Match.builder()
                    .from((Match) args[0])
                    .sequence(sound.lastSequence() + 1)
                    .build());
            return null;
        }));
    }

    private static BooksHarness endsTwice(MemoryHarness h) {
        return with(h, "reservations", port(ReservationLog.class, h.reservations(), "append", (args, real) -> {
            try {
                return real.get();
            } catch (ErpException ended) {
                if (args[0] instanceof Resolution) {
                    return null;
                }
                throw ended;
            }
        }));
    }

    private static BooksHarness remembersSalts(MemoryHarness h) {
        return with(h, "seals", port(SealLog.class, h.seals(), "eraseSalt", (args, real) -> null));
    }

    private static BooksHarness guessesInverses(MemoryHarness h) {
        return with(h, "rates", (ExchangeRates) h.rates().bothWays()::find);
    }

    private static BooksHarness keepsFirst(MemoryHarness h) {
        Checkpoint[] first = new Checkpoint[1];
        return with(h, "checkpoints", port(CheckpointStore.class, h.checkpoints(), "save", (args, real) -> {
            first[0] = first[0] == null ? (Checkpoint) args[0] : first[0];
            return first[0] == args[0] ? real.get() : null;
        }));
    }

    /** Calls the sound port. */
    private interface Real {
        Object get();
    }

    /** A port of which one method is replaced. */
    private static <P> P port(Class<P> type, P sound, String method, BiFunction<Object[], Real, Object> instead) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            Real real = () -> invoke(() -> called.invoke(sound, args));
            if (called.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, called, args);
            }
            return called.getName().equals(method) ? instead.apply(args, real) : real.get();
        }));
    }

    private static BooksHarness with(MemoryHarness sound, String accessor, Object broken) {
        return port(BooksHarness.class, sound, accessor, (args, real) -> broken);
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
