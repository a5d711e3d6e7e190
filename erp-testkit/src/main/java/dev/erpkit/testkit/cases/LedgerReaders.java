package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What ledgers guard: a sealed chain, limits of accounts, asserted balances. */
final class LedgerReaders {
    private static final Pattern SEAL = Pattern.compile("(?i)(post|seal|hash|lock|chain)\\b.*");
    private static final Pattern VERIFY = Pattern.compile("(?i)(verify|check)\\b.*");
    private static final Pattern TAMPER = Pattern.compile(
            "(?i)(change|alter|modify|tamper with|edit|delete|remove|drop|swap)\\b.*?(\\d+)(?: and (?:entry )?(\\d+))?.*");
    private static final Pattern MOVE = Pattern.compile(
            "(?i)(?:try to )?(debit|credit|pay|withdraw|spend|deposit|reserve|hold)s? (\\d+(?:\\.\\d+)?)( pending)?.*");

    private LedgerReaders() {}

    private static CaseBooks books(Case current) {
        return new CaseBooks(new CaseCurrencies(
                        current,
                        current.given().find("currency").map(Field::text).orElse("USD"))
                .base());
    }

    /** Entries are sealed, one is tampered with, and verification names the first that does not fit. */
    static void chain(Case current) {
        Field given = current.given();
        String name = given.names().detect(n -> n.matches("entries|journal|amounts|moves|chain"));
        if (name == null
                || given.names().size() != 1
                || current.when().noneSatisfy(s -> VERIFY.matcher(s).matches())) {
            throw new UnsupportedCaseException("no chain that is verified");
        }
        Field field = given.at(name);
        ImmutableList<BigDecimal> amounts = field.isList()
                ? field.elements().collect(f -> (f.isObject() ? f.at("amount") : f).decimal())
                : Lists.immutable.fromStream(Stream.generate(() -> BigDecimal.TEN)
                        .limit(field.decimal().intValueExact()));
        CaseBooks books = books(current);
        amounts.forEachWithIndex((amount, i) -> books.post(
                "entry-" + i,
                CaseBooks.DAY,
                Lists.immutable.of(books.line("cash", amount), books.line("sales", amount.negate()))));
        MutableList<PostedEntry> shown = books.services().journal().toList();
        MutableList<Verification> verified = Lists.mutable.empty();
        for (String step : current.when()) {
            Matcher tamper = TAMPER.matcher(step);
            if (VERIFY.matcher(step).matches()) {
                verified.add(verify(books, shown.toImmutable()));
            } else if (tamper.matches()) {
                tamper(tamper, step, shown, books);
            } else if (!SEAL.matcher(step).matches()) {
                throw new UnsupportedCaseException("step: " + step);
            }
        }
        for (String expected : current.expect().names()) {
            chain(current.expect().at(expected), expected, current, verified);
        }
    }

    private static void chain(Field field, String name, Case current, MutableList<Verification> verified) {
        switch (name) {
            case "before" -> word(current, field, verified.getFirst());
            case "after", "result" -> word(current, field, verified.getLast());
            case "verified", "valid", "sound", "intact" ->
                current.differences()
                        .same(field, field.truth(), verified.getLast().sound());
            case "corrupted", "tampered", "detected" ->
                current.differences()
                        .same(field, field.truth(), !verified.getLast().sound());
            case "first_broken", "broken_at", "first_bad", "corrupted_at", "position" ->
                current.differences()
                        .number(
                                field,
                                verified.getLast()
                                        .broken()
                                        .map(Verification.Break::position)
                                        .orElse(0L));
            case "results", "steps" -> {
                ImmutableList<Field> words = field.elements();
                current.differences().same(field, words.size(), verified.size());
                for (int i = 0; i < Math.min(words.size(), verified.size()); i++) {
                    word(current, words.get(i), verified.get(i));
                }
            }
            default -> throw new UnsupportedCaseException(field.path());
        }
    }

    private static void word(Case current, Field field, Verification verification) {
        String text = field.text().toLowerCase(Locale.ROOT);
        boolean sound = text.matches("valid|verified|ok|sound|intact|true");
        if (!sound
                && !text.matches(
                        "(corrupted|broken|invalid|tampered|failed|false)( (at|from) (entry|position|move) \\d+)?")) {
            throw new UnsupportedCaseException(field.path() + ": " + text);
        }
        boolean place = !text.matches(".*\\d+")
                || verification
                        .broken()
                        .filter(b -> text.endsWith(" " + b.position()))
                        .isPresent();
        current.differences().holds(field, sound == verification.sound() && place);
    }

    private static void tamper(Matcher tamper, String step, MutableList<PostedEntry> shown, CaseBooks books) {
        int place = Integer.parseInt(tamper.group(2)) - 1;
        if (place < 0 || place >= shown.size()) {
            throw new UnsupportedCaseException("step: " + step);
        }
        PostedEntry posted = shown.get(place);
        switch (tamper.group(1).toLowerCase(Locale.ROOT)) {
            case "delete", "remove", "drop" -> shown.remove(place);
            case "swap" -> throw new UnsupportedCaseException("step: " + step);
            default -> {
                JournalEntry.Builder entry = JournalEntry.builder().from(posted.entry());
                if (step.toLowerCase(Locale.ROOT).contains("date")) {
                    entry.date(posted.entry().date().plusDays(1));
                } else if (step.toLowerCase(Locale.ROOT)
                        .matches(".*(amount|hashed|protected|line|field|content|debit|credit).*")) {
                    BigDecimal other = CaseCurrencies.decimal(
                                    posted.entry().lines().getFirst().baseMinor(), books.base())
                            .add(BigDecimal.ONE);
                    entry.lines(Lists.immutable.of(books.line("cash", other), books.line("sales", other.negate())));
                } else {
                    throw new UnsupportedCaseException("step: " + step);
                }
                shown.set(
                        place,
                        new PostedEntry(
                                entry.build(),
                                posted.position(),
                                posted.recordedAt(),
                                posted.number(),
                                posted.postedBy(),
                                posted.approvedBy()));
            }
        }
    }

    /** The seals of the true journal beside the journal that is shown. */
    private static Verification verify(CaseBooks books, ImmutableList<PostedEntry> shown) {
        MemoryHarness harness = new MemoryHarness();
        JournalSealing sealing = new JournalSealing(harness.seals(), () -> new byte[32]);
        harness.unitOfWork().execute(() -> {
            books.services().journal().forEach(sealing::posted);
            harness.journal().append(shown);
            return shown;
        });
        return Verifier.verify(harness.journal(), harness.seals());
    }

    /** An account with a balance and a limit, and movements that keep it or not. */
    static void limits(Case current) {
        Field given = current.given();
        Field facts = given.find("account").filter(Field::isObject).orElse(given);
        Alias names = new Alias(facts);
        CaseBooks books = books(current);
        if (facts == given) {
            names.any("currency");
        }
        names.any("name", "id").ifPresent(Field::text);
        BigDecimal debits =
                names.any("debits_posted", "debits").map(Field::decimal).orElse(BigDecimal.ZERO);
        BigDecimal credits =
                names.any("credits_posted", "credits").map(Field::decimal).orElse(BigDecimal.ZERO);
        BigDecimal balance = names.any("balance", "posted", "opening")
                .map(LedgerReaders::single)
                .orElse(BigDecimal.ZERO);
        Optional<BigDecimal> overdraft =
                names.any("overdraft", "overdraft_limit", "credit_limit").map(Field::decimal);
        String flag = names.any("flag", "limit", "flags", "rule")
                .map(f -> f.text().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        names.nothingElse();
        boolean creditSide = flag.matches("debits must not exceed credits");
        boolean debitSide = flag.matches("credits must not exceed debits|no overdraft|not below (zero|0)|not negative")
                || overdraft.isPresent();
        if (!creditSide && !debitSide) {
            throw new UnsupportedCaseException("no limit");
        }
        BigDecimal start = balance.add(debits).subtract(credits);
        long low = overdraft
                .map(o -> Amounts.minor(CaseCurrencies.amount(o.negate(), books.base())))
                .orElse(0L);
        String code = books.base().getCurrencyCode();
        books.services()
                .harness()
                .accounts()
                .insert(Account.builder()
                        .id("limited")
                        .name("limited")
                        .accountClass(creditSide ? AccountClass.LIABILITY : AccountClass.ASSET)
                        .limit(creditSide ? BalanceLimit.notAbove(code, 0) : BalanceLimit.notBelow(code, low))
                        .build());
        if (start.signum() != 0) {
            books.post("opening", CaseBooks.DAY, move(books, start));
        }
        MutableList<String> words = Lists.mutable.empty();
        for (String step : current.when()) {
            words.add(movement(books, step, words.size()));
        }
        limited(current, books, words, creditSide);
    }

    private static void limited(Case current, CaseBooks books, MutableList<String> words, boolean creditSide) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "steps", "results" ->
                    current.differences()
                            .same(
                                    expected,
                                    expected.elements()
                                            .collect(f -> f.text()
                                                    .replaceAll("^(ok|accepted|created)$", "posted")
                                                    .replaceAll("^(reserved|held)$", "pending")
                                                    .replaceAll(
                                                            "^(refused|exceeds.*|insufficient.*|error.*)$", "rejected"))
                                            .toList(),
                                    words.toList());
                case "balance", "after", "final_balance" -> {
                    BigDecimal end = books.base("limited", CaseBooks.DAY);
                    current.differences().number(expected, creditSide ? end.negate() : end);
                }
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static BigDecimal single(Field field) {
        return field.isObject()
                ? field.at(field.names().getOnly()).decimal()
                : CaseAmount.of(field).number();
    }

    private static ImmutableList<JournalLine> move(CaseBooks books, BigDecimal amount) {
        return Lists.immutable.of(books.line("limited", amount), books.line("other", amount.negate()));
    }

    private static String movement(CaseBooks books, String step, int number) {
        Matcher move = MOVE.matcher(step);
        if (!move.matches()) {
            throw new UnsupportedCaseException("step: " + step);
        }
        String verb = move.group(1).toLowerCase(Locale.ROOT);
        boolean asset = books.services()
                .chart()
                .find(AccountId.of("limited"))
                .filter(a -> a.accountClass() == AccountClass.ASSET)
                .isPresent();
        boolean in = verb.matches("debit|deposit") || !asset && verb.matches("pay|withdraw|spend|reserve|hold");
        BigDecimal amount = new BigDecimal(move.group(2));
        boolean pending = move.group(3) != null || verb.matches("reserve|hold");
        JournalEntry entry = books.entry("step-" + number, CaseBooks.DAY, move(books, in ? amount : amount.negate()));
        Outcome<?> outcome = pending
                ? books.services().reservations().reserve(entry, Optional.empty(), KitBooks.CLERK)
                : books.services().posting().post(entry, KitBooks.CLERK);
        return !outcome.isAccepted() ? "rejected" : pending ? "pending" : "posted";
    }

    /** Postings to accounts, some of which state the balance that must then stand. */
    static void assertions(Case current) {
        Field given = current.given();
        String list = given.names().detect(n -> n.matches("postings|entries|transactions|journal"));
        if (list == null || given.names().size() != 1) {
            throw new UnsupportedCaseException("no postings alone");
        }
        CaseCurrencies currencies = new CaseCurrencies(current, "USD");
        CaseBooks books = new CaseBooks(currencies.base());
        MutableList<Boolean> held = Lists.mutable.empty();
        BigDecimal difference = BigDecimal.ZERO;
        int asserted = 0;
        for (Field posting : given.at(list).elements()) {
            Alias names = new Alias(posting);
            String account = names.need("account").text();
            BigDecimal amount = CaseAmount.of(names.need("amount")).number();
            Optional<BigDecimal> stated = names.any("assert", "assertion", "balance_assertion", "asserts", "balance")
                    .map(f -> CaseAmount.of(f).number());
            var day = names.any("date").map(Field::date).orElse(CaseBooks.DAY);
            names.nothingElse();
            JournalEntry.Builder entry = JournalEntry.builder()
                    .from(books.entry(
                            "entry-" + held.size(),
                            day,
                            Lists.immutable.of(books.line(account, amount), books.line("equity", amount.negate()))));
            stated.ifPresent(s -> entry.assertBalance(
                    new BalanceAssertion(books.account(account), CaseCurrencies.amount(s, books.base()))));
            asserted += stated.isPresent() ? 1 : 0;
            boolean accepted = books.services()
                    .posting()
                    .post(entry.build(), KitBooks.CLERK)
                    .isAccepted();
            held.add(accepted);
            if (!accepted) {
                difference = books.base(account, day).add(amount).subtract(stated.orElse(BigDecimal.ZERO));
            }
        }
        if (asserted == 0) {
            throw new UnsupportedCaseException("nothing asserted");
        }
        asserted(current, held, difference);
    }

    private static void asserted(Case current, MutableList<Boolean> held, BigDecimal difference) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "all_hold", "hold", "valid", "accepted", "ok" ->
                    current.differences().same(expected, expected.truth(), held.allSatisfy(h -> h));
                case "results", "steps" ->
                    current.differences()
                            .same(
                                    expected,
                                    expected.elements()
                                            .collect(f ->
                                                    f.text().matches("ok|holds?|accepted|true|passes|passed|posted"))
                                            .toList(),
                                    held);
                case "difference" -> current.differences().number(expected, difference);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }
}
