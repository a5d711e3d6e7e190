package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementImport;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Invariant 33: statements add up and follow each other, and overlapping files in any order give the same lines. */
class BankInvariantProperties {
    @Provide
    Arbitrary<List<BankLine>> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of("-10", "-3", "5"),
                        Arbitraries.of("coffee", "bus"),
                        Arbitraries.of("r1", "r2", "r3").optional(0.3))
                .as((day, amount, text, reference) -> new BankLine(
                        "A",
                        LocalDate.of(2026, 6, day),
                        Amounts.of(amount, "EUR"),
                        text,
                        reference.map(r -> r + day + amount + text)))
                .list()
                .ofMaxSize(12);
    }

    /** What the bank really has: references once. */
    private static ImmutableList<BankLine> truth(List<BankLine> lines) {
        return Lists.immutable
                .ofAll(lines)
                .select(l -> l.reference().isEmpty())
                .newWithAll(Lists.immutable
                        .ofAll(lines)
                        .select(l -> l.reference().isPresent())
                        .distinct());
    }

    @Property
    void any_files_in_any_order_give_the_same_lines(
            @ForAll("lines") List<BankLine> drawn, @ForAll List<Integer> cuts, @ForAll long seed) {
        ImmutableList<BankLine> truth =
                truth(drawn).toSortedListBy(BankLine::date).toImmutable();
        MutableList<ImmutableList<BankLine>> files = Lists.mutable.empty();
        files.add(truth);
        for (int cut : cuts) {
            // a file holds whole days, as banks deliver them
            LocalDate day = LocalDate.of(2026, 6, 1 + Math.floorMod(cut, 4));
            files.add(truth.select(l -> l.date().isBefore(day)));
            files.add(truth.reject(l -> l.date().isBefore(day)));
        }
        Collections.shuffle(files, new Random(seed));
        ImmutableList<BankLine> known = Lists.immutable.empty();
        for (ImmutableList<BankLine> file : files) {
            known = StatementImport.unite(known, file);
            assertThat(StatementImport.additions(known, file)).isEmpty();
        }
        assertThat(known).containsExactlyInAnyOrderElementsOf(truth);
    }

    @Property
    void statements_that_were_cut_anywhere_follow_each_other(
            @ForAll("lines") List<BankLine> lines, @ForAll List<Integer> cuts) {
        MutableList<BankStatement> statements = Lists.mutable.empty();
        long balance = 0;
        int from = 0;
        for (int to : Lists.mutable
                .ofAll(cuts)
                .collect(cut -> Math.floorMod(cut, lines.size() + 1))
                .sortThis()
                .with(lines.size())) {
            ImmutableList<BankLine> part = Lists.immutable.ofAll(lines.subList(from, to));
            long closing = balance + part.sumOfLong(line -> Amounts.minor(line.amount()));
            statements.add(new BankStatement(euros(balance), part, euros(closing)));
            balance = closing;
            from = to;
        }
        ImmutableList<BankStatement> all = statements.toImmutable();
        assertThat(BankInvariants.statementsFollow(all)).isEmpty();
        BankStatement last = all.getLast();
        BankStatement off = new BankStatement(last.opening(), last.lines(), euros(balance + 1));
        assertThat(BankInvariants.statementsFollow(all.newWith(off))).isNotEmpty();
    }

    private static MonetaryAmount euros(long minor) {
        return Amounts.ofMinor(minor, Amounts.currency("EUR"));
    }
}
