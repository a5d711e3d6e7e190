package dev.erpkit.testkit.model;

import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.money.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.Transformer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Commands to the pair, drawn from few ids, days and amounts so that they meet. */
final class ModelActions {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private ModelActions() {}

    static Action.Independent<ModelPair> post() {
        return () -> ModelEntries.entries("e")
                .map(entry -> Transformer.mutate("post " + entry + ", twice", pair -> {
                    new ModelCommands(pair).post(entry);
                    new ModelCommands(pair).post(entry);
                }));
    }

    static Action.Independent<ModelPair> batch() {
        Arbitrary<Batch.Element> element = Combinators.combine(
                        ModelEntries.entries("e"), Arbitraries.of(true, true, false))
                .as(Batch.Element::new);
        return () -> element.list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(elements -> new Batch(Lists.immutable
                        .ofAll(elements.subList(0, elements.size() - 1))
                        .newWith(new Batch.Element(
                                elements.get(elements.size() - 1).entry(), false))))
                .map(batch -> Transformer.mutate("post " + batch, pair -> new ModelCommands(pair).post(batch)));
    }

    static Action.Independent<ModelPair> reverse() {
        return () -> Combinators.combine(ModelEntries.ids("e"), ModelEntries.ids("e"), ModelEntries.days())
                .as((original, id, date) -> Transformer.mutate(
                        "reverse " + original + " as " + id + " on " + date,
                        pair -> new ModelCommands(pair).reverse(original, id, date)));
    }

    /** Matches items chosen among those there are, most of the time by as much as there is. */
    static Action.Independent<ModelPair> match() {
        return () -> Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        ModelEntries.matchDays(),
                        Arbitraries.integers()
                                .between(0, 100)
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(3),
                        Arbitraries.of(5, 10, 20, 35).optional(0.2))
                .as((id, date, chosen, exact) ->
                        Transformer.mutate("match " + id + " on " + date + " of " + chosen + " " + exact, pair -> {
                            MatchRequest.Builder request = MatchRequest.builder();
                            request.id("m" + id).date(date);
                            chosen(pair, chosen).forEachWithIndex((item, i) -> {
                                if (i == 0 && exact.isPresent()) {
                                    request.item(item, Amounts.ofMinor(exact.get(), ModelPair.JPY));
                                } else {
                                    request.item(item);
                                }
                            });
                            MatchRequest built = request.build();
                            new ModelCommands(pair).match(built);
                            new ModelCommands(pair).match(built);
                        }));
    }

    /** Items of the list by number; those after the first stand on its other side most of the time. */
    private static ImmutableList<ItemId> chosen(ModelPair pair, List<Integer> numbers) {
        ImmutableList<ItemId> items = pair.reference.items();
        if (items.isEmpty()) {
            return Lists.immutable.of(ItemId.of("none", 0));
        }
        ItemId first = items.get(numbers.get(0) % items.size());
        ImmutableList<ItemId> other = items.select(item -> pair.debit(item) != pair.debit(first));
        return Lists.immutable
                .ofAll(numbers)
                .collectWithIndex((n, i) -> {
                    ImmutableList<ItemId> among = i == 0 || n % 7 == 0 || other.isEmpty() ? items : other;
                    return among.get(n % among.size());
                })
                .distinct();
    }

    static Action.Independent<ModelPair> undo() {
        return () -> Combinators.combine(
                        Arbitraries.of("u0", "u1", "u2", "u3", "m0"),
                        Arbitraries.integers().between(0, 5),
                        ModelEntries.matchDays())
                .as((id, undone, date) -> Transformer.mutate(
                        "undo m" + undone + " as " + id + " on " + date,
                        pair -> new ModelCommands(pair).undo(id, "m" + undone, date)));
    }

    static Action.Independent<ModelPair> revalue() {
        return () -> Combinators.combine(ModelEntries.ids("v"), ModelEntries.days())
                .as((id, date) -> Transformer.mutate("revalue " + id + " on " + date, pair -> {
                    new ModelCommands(pair).revalue(id, date);
                    new ModelCommands(pair).revalue(id, date);
                }));
    }

    private static Arbitrary<LocalDate> lockDays() {
        return Arbitraries.integers()
                .between(0, 6)
                .map(month -> LocalDate.of(2025, 11, 15).plusMonths(month));
    }

    static Action.Independent<ModelPair> lock() {
        return () -> lockDays()
                .map(day -> Transformer.mutate("lock through " + day, pair -> new ModelCommands(pair).lock(day)));
    }

    /** Takes the newest lock back, or another one. */
    static Action.Independent<ModelPair> unlock() {
        return () -> Combinators.combine(lockDays(), Arbitraries.of(true, true, false))
                .as((day, newest) -> Transformer.mutate("unlock " + (newest ? "the newest" : day), pair -> {
                    LocalDate locked = pair.reference.lockedThrough();
                    new ModelCommands(pair).unlock(newest && !locked.equals(LocalDate.MIN) ? locked : day);
                }));
    }

    static Action.Independent<ModelPair> exception() {
        return () -> Combinators.combine(
                        Arbitraries.integers().between(0, 2), lockDays(), Arbitraries.of(true, true, false))
                .as((key, day, grant) -> Transformer.mutate((grant ? "grant " : "end ") + key + " on " + day, pair -> {
                    String id = "x" + key;
                    if (grant) {
                        new ModelCommands(pair).grant(id, day, START.plus(Duration.ofDays(1 + key)));
                    } else {
                        new ModelCommands(pair).endException(id);
                    }
                }));
    }

    private static Arbitrary<FiscalYear> years() {
        return Arbitraries.of(2025, 2025, 2026, 2027).map(year -> ModelPair.CALENDAR.yearOf(LocalDate.of(year, 6, 1)));
    }

    static Action.Independent<ModelPair> close() {
        return () -> years().map(year ->
                Transformer.mutate("close " + year.name(), pair -> new ModelCommands(pair).close(year)));
    }

    static Action.Independent<ModelPair> reopen() {
        return () -> years().map(year ->
                Transformer.mutate("reopen " + year.name(), pair -> new ModelCommands(pair).reopen(year)));
    }

    static Action.Independent<ModelPair> reserve() {
        return () -> Combinators.combine(
                        ModelEntries.entries("r"),
                        Arbitraries.of(1, 2, 3)
                                .map(day -> START.plus(Duration.ofDays(day)))
                                .optional(0.3))
                .as((entry, end) -> Transformer.mutate(
                        "reserve " + entry + " until " + end, pair -> new ModelCommands(pair).reserve(entry, end)));
    }

    /** Posts all of it, or so many hundredths. */
    static Action.Independent<ModelPair> settle() {
        return () -> Combinators.combine(
                        ModelEntries.ids("r"), ModelEntries.ids("e"), Arbitraries.of(100, 100, 50, 120))
                .as((reservation, id, part) -> Transformer.mutate(
                        "settle " + part + " of " + reservation + " as " + id,
                        pair -> new ModelCommands(pair).settle(reservation, id, part)));
    }

    static Action.Independent<ModelPair> release() {
        return () -> ModelEntries.ids("r")
                .map(reservation -> Transformer.mutate(
                        "release " + reservation, pair -> new ModelCommands(pair).release(reservation)));
    }

    /** A day goes by; what has run out since is ended, or left as it is. */
    static Action.Independent<ModelPair> pass() {
        return () -> Arbitraries.of(true, false)
                .map(expire -> Transformer.mutate("a day" + (expire ? ", expire" : ""), pair -> {
                    pair.pass(Duration.ofDays(1));
                    if (expire) {
                        new ModelCommands(pair).expire();
                    }
                }));
    }
}
