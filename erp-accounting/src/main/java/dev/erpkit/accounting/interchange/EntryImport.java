package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.interchange.LedgerColumns.LedgerParts;
import dev.erpkit.accounting.interchange.port.SourceResolver;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Posts the transactions of plain-text journals and CSV files to books, in the order of the file.
 *
 * <p>A file is read to its end and checked before anything is posted: a wrong file changes nothing. Importing it again posts
 * nothing new, importing a longer one posts what was added, and transactions that are alike stay as many as they are: see
 * {@link EntryIdentity}. What the books refuse, such as a locked day, is reported with its line while the rest is posted;
 * a host that wants all or nothing imports in a unit of work and gives it up.
 *
 * <p>The description becomes the narrative, the second date the document date, the code the source document, a cost the
 * amount in base currency. Marks and comments stay with the file. Journals that {@link PlainEntries} wrote give back the
 * entries they were written from.
 *
 * <pre>{@code
 * ImportPolicy policy = ImportPolicy.builder("household", "EUR").commodity("€", Amounts.currency("EUR")).build();
 * ImportReport report = EntryImport.into(books, policy, me).journal(sources, "2024.journal", JournalRules.standard());
 * report.problems().forEach(System.err::println); // 2024.journal:17: what is wrong
 * }</pre>
 */
public final class EntryImport {
    private final Books books;
    private final ImportPolicy policy;
    private final Actor actor;

    private EntryImport(Books books, ImportPolicy policy, Actor actor) {
        this.books = books;
        this.policy = policy;
        this.actor = actor;
    }

    /** Imports into books; accounts that are missing there are opened. */
    public static EntryImport into(Books books, ImportPolicy policy, Actor actor) {
        return new EntryImport(books, policy, actor);
    }

    /**
     * Imports a journal and all it includes.
     *
     * @param sources opens every source three times
     * @param name the name of the journal there
     * @param rules how strictly to read, and after how many problems to stop
     */
    public ImportReport journal(SourceResolver sources, String name, JournalRules rules) {
        Problems problems = new Problems(rules.maxProblems());
        LedgerColumns ledger = LedgerColumns.read(sources, name, rules, new LedgerParts(false, true), problems);
        if (!problems.areNone()) {
            return refused(problems);
        }
        ResolvedJournal journal = new ResolvedJournal(sources, name, rules, ledger);
        PlainTextLedger types = new PlainTextLedger(ledger);
        return run(problems, ledger.prices.toImmutable(), types::type, sink -> journal.read(problems, sink));
    }

    /**
     * Imports a CSV file by a mapping.
     *
     * @param sources opens the file twice
     * @param name the name of the file there
     */
    public ImportReport csv(SourceResolver sources, String name, CsvMapping mapping, JournalRules rules) {
        Problems problems = new Problems(rules.maxProblems());
        return run(
                problems,
                Lists.immutable.empty(),
                PlainAccountType::inferred,
                sink -> CsvTransactions.read(sources, name, mapping, problems, sink));
    }

    private ImportReport run(
            Problems problems,
            ImmutableList<MarketPrice> prices,
            Function<String, Optional<PlainAccountType>> types,
            Consumer<Consumer<ResolvedTransaction>> reading) {
        ImportCurrencies currencies = new ImportCurrencies(policy);
        MarketPrices market = new MarketPrices(prices, currencies::isBase);
        EntryMaker trial = new EntryMaker(policy, market, currencies);
        NewAccounts accounts = new NewAccounts(books.chart(), policy, types);
        reading.accept(t -> {
            trial.make(t);
            accounts.note(t, false);
        });
        if (!problems.areNone()) {
            return refused(problems);
        }
        ImportBatches batches = new ImportBatches(
                books,
                policy,
                actor,
                new EntryMaker(policy, market, currencies),
                new NewAccounts(books.chart(), policy, types),
                problems);
        reading.accept(batches::add);
        return batches.finish();
    }

    private static ImportReport refused(Problems problems) {
        return new ImportReport(0, 0, 0, Lists.immutable.empty(), problems.all());
    }
}
