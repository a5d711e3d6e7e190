package dev.erpkit.testkit.generate;

import dev.erpkit.accounting.bank.BankLine;
import dev.erpkit.accounting.bank.BankStatement;
import dev.erpkit.accounting.bank.StatementFile;
import dev.erpkit.core.money.Amounts;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.money.CurrencyUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Bank accounts and the files that a bank gives of them. */
public final class BankArbitraries {
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 5;
    /** A file may lack up to two lines of its last day, as one that was made before the day was over. */
    private static final int CUTS = 3;

    private BankArbitraries() {}

    /**
     * What a bank has and what it gave.
     *
     * @param lines all lines, by day
     * @param files files that begin with a day and together cover every line, in some order; they overlap and repeat one
     *     another, and may lack the last lines of their last day
     */
    public record Account(ImmutableList<BankLine> lines, ImmutableList<StatementFile> files) {}

    /** Lines of five days, with legitimate twins and, some of them, with references of the bank. */
    public static Arbitrary<ImmutableList<BankLine>> lines(String account, CurrencyUnit currency) {
        Arbitrary<BankLine> line = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.of(-1000L, -300L, 500L, 10000L),
                        Arbitraries.of("coffee", "bus", "振込"),
                        Arbitraries.integers().between(0, 9))
                .as((day, minor, text, reference) -> new BankLine(
                        account,
                        FIRST.plusDays(day),
                        Amounts.ofMinor(minor, currency),
                        text,
                        reference > 6 ? Optional.of("r" + day + minor + text + reference) : Optional.empty()));
        return line.list().ofMaxSize(15).map(drawn -> {
            ImmutableList<BankLine> all = Lists.immutable.ofAll(drawn);
            return all.select(l -> l.reference().isEmpty())
                    .newWithAll(all.select(l -> l.reference().isPresent()).distinct())
                    .toSortedListBy(BankLine::date)
                    .toImmutable();
        });
    }

    /** An account with overlapping files in any order; the first balance is of any size. */
    public static Arbitrary<Account> overlappingFiles(String account, CurrencyUnit currency) {
        Arbitrary<List<Integer>> spans =
                Arbitraries.integers().between(0, DAYS * DAYS * CUTS - 1).list().ofMaxSize(6);
        return Combinators.combine(
                        lines(account, currency),
                        Arbitraries.longs().between(-100_000, 100_000),
                        spans,
                        Arbitraries.randomValue(random -> random.nextLong()))
                .as((lines, opening, drawn, seed) -> {
                    List<StatementFile> files =
                            Lists.mutable.of(file(account, currency, lines, opening, 0, DAYS - 1, 0));
                    for (int span : drawn) {
                        int from = span / CUTS / DAYS;
                        int through = Math.max(from, span / CUTS % DAYS);
                        files.add(file(account, currency, lines, opening, from, through, span % CUTS));
                    }
                    Collections.shuffle(files, new Random(seed));
                    return new Account(lines, Lists.immutable.ofAll(files));
                });
    }

    private static StatementFile file(
            String account,
            CurrencyUnit currency,
            ImmutableList<BankLine> lines,
            long opening,
            int from,
            int through,
            int cut) {
        LocalDate first = FIRST.plusDays(from);
        LocalDate last = FIRST.plusDays(through);
        ImmutableList<BankLine> whole =
                lines.reject(l -> l.date().isBefore(first) || l.date().isAfter(last));
        int missing = Math.min(cut, whole.count(l -> l.date().equals(last)));
        ImmutableList<BankLine> own = whole.take(whole.size() - missing);
        long before = opening + lines.select(l -> l.date().isBefore(first)).sumOfLong(l -> Amounts.minor(l.amount()));
        long after = before + own.sumOfLong(l -> Amounts.minor(l.amount()));
        return new StatementFile(
                account,
                first,
                last,
                new BankStatement(Amounts.ofMinor(before, currency), own, Amounts.ofMinor(after, currency)));
    }
}
