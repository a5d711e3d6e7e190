package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Side;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Posting: documents, prices, batches, sealed content. */
final class PostingReaders {
    private static final Pattern PRODUCT = Pattern.compile("(\\S+) ([x*+]) (\\S+)");

    /** An account that no chart holds. */
    private static final String UNKNOWN = "no-such-account";

    /** An account that has not enough. */
    private static final String EXCEEDS =
            "(?i).*(exceeds?[ _]credits|exceeds?[ _]debits|insufficient|overdraft|overdrawn|not enough).*";

    private PostingReaders() {}

    /** A document of many lines becomes one entry against the payable or receivable account. */
    static void documentLines(Case current) {
        Field given = current.given();
        boolean bill = given.has("bill_lines");
        String list = bill ? "bill_lines" : "invoice_lines";
        String account = bill ? "expense" : "revenue";
        current.requireGiven("currency", list);
        current.onlyStep("(?i)^(approve|post|book)\\b.*$");
        CaseBooks books =
                new CaseBooks(new CaseCurrencies(current, given.at("currency").text()).base());
        MutableList<JournalLine> lines = Lists.mutable.empty();
        BigDecimal total = BigDecimal.ZERO;
        for (Field line : given.at(list).elements()) {
            line.requireNames(account, "amount");
            BigDecimal amount = line.at("amount").decimal();
            books.account(line.at(account).text(), bill ? AccountClass.EXPENSE : AccountClass.INCOME);
            lines.add(books.line(line.at(account).text(), bill ? amount : amount.negate()));
            total = total.add(amount);
        }
        lines.add(books.line(bill ? "payable" : "receivable", bill ? total.negate() : total));
        PostedEntry posted = books.post("document", CaseBooks.DAY, lines.toImmutable());
        ImmutableList<JournalLine> stored = posted.entry().lines();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "accounts_payable_credit" ->
                    current.differences()
                            .number(
                                    expected,
                                    books.base("payable", CaseBooks.DAY).negate());
                case "accounts_receivable_debit" ->
                    current.differences().number(expected, books.base("receivable", CaseBooks.DAY));
                case "number_of_postings" -> current.differences().number(expected, stored.size());
                case "sum_of_all_postings" ->
                    current.differences()
                            .number(
                                    expected,
                                    CaseCurrencies.decimal(stored.sumOfLong(JournalLine::baseMinor), books.base()));
                case "total_debit", "total_credit" ->
                    current.differences()
                            .number(
                                    expected,
                                    sideTotal(stored, name.endsWith("debit") ? Side.DEBIT : Side.CREDIT, books));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static BigDecimal sideTotal(ImmutableList<JournalLine> lines, Side side, CaseBooks books) {
        return CaseCurrencies.decimal(
                lines.select(l -> l.side() == side).sumOfLong(l -> Math.abs(l.baseMinor())), books.base());
    }

    /** Exchanges for a total price are posted with that total, not with a unit price. */
    static void totalPrices(Case current) {
        current.requireGiven("entries");
        current.onlyStep("(?i)^(post|book|enter) (each|them|all)\\b");
        current.expect().requireNames("imbalance_in_price_currency", "all_accepted");
        ImmutableList<Field> imbalances =
                current.expect().at("imbalance_in_price_currency").elements();
        ImmutableList<Field> entries = current.given().at("entries").elements();
        current.differences().same(current.expect(), imbalances.size(), entries.size());
        boolean all = true;
        for (int i = 0; i < Math.min(entries.size(), imbalances.size()); i++) {
            all &= exchange(current, entries.get(i), imbalances.get(i));
        }
        current.differences()
                .holds(
                        current.expect().at("all_accepted"),
                        all == current.expect().at("all_accepted").truth());
    }

    private static boolean exchange(Case current, Field entry, Field imbalance) {
        String others = entry.has("other_leg") ? "other_leg" : "other_legs";
        boolean sells = entry.has("sell");
        entry.requireNames(sells ? "sell" : "buy", "for_total", others);
        CaseAmount sold = CaseAmount.of(entry.at(sells ? "sell" : "buy"));
        CaseAmount price = CaseAmount.of(entry.at("for_total"));
        CaseCurrencies currencies =
                new CaseCurrencies(current, price.commodity().orElseThrow());
        CaseBooks books = new CaseBooks(currencies.base());
        MonetaryAmount worth = currencies.amount(price);
        MonetaryAmount amount = currencies.amount(sold);
        MutableList<JournalLine> lines = Lists.mutable.of(
                books.line("stock", amount, amount.isNegative() ? worth.negate() : worth, Dimensions.none()));
        Field legs = entry.at(others);
        for (Field leg : legs.isList() ? legs.elements() : Lists.immutable.of(legs)) {
            MonetaryAmount other = currencies.amount(CaseAmount.of(leg));
            lines.add(books.line("account-" + lines.size(), other, other, Dimensions.none()));
        }
        Outcome<PostedEntry> outcome = books.services()
                .posting()
                .post(books.entry("exchange", CaseBooks.DAY, lines.toImmutable()), KitBooks.CLERK);
        long sum = outcome.isAccepted()
                ? outcome.orElseThrow().entry().lines().sumOfLong(JournalLine::baseMinor)
                : lines.sumOfLong(JournalLine::baseMinor);
        current.differences().number(imbalance, CaseCurrencies.decimal(sum, books.base()));
        return outcome.isAccepted();
    }

    /** A batch of entries of which some stand or fall with the next. */
    static void linkedBatch(Case current) {
        current.requireGiven("batch");
        current.onlyStep("(?i)^(submit|post|send)\\b.*$");
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "BASE").base());
        MutableList<Batch.Element> elements = Lists.mutable.empty();
        ImmutableList<Field> batch = current.given().at("batch").elements();
        for (Field element : batch) {
            elements.add(element(books, element));
        }
        BatchOutcome outcome = books.services().posting().postAll(new Batch(elements.toImmutable()), KitBooks.CLERK);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "posted" ->
                    current.differences()
                            .same(
                                    expected,
                                    expected.elements().collect(Field::text),
                                    books.services().journal().collect(p -> p.id().value()));
                case "error", "errors" -> errors(current, expected, elements, outcome);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** An entry that is sound, or is not for the reason that the case names. */
    private static Batch.Element element(CaseBooks books, Field element) {
        if (element.names()
                .anySatisfy(n ->
                        !n.matches("id|linked_to_next|linked|amount|fails|fault|invalid|valid|error|fails_with"))) {
            throw new UnsupportedCaseException(element.path() + " has the fields " + element.names());
        }
        BigDecimal amount = element.find("amount").map(Field::decimal).orElse(BigDecimal.ONE);
        BigDecimal counter = amount.negate();
        String account = "sales";
        for (String name : element.names().select(n -> n.matches("fails|fault|invalid|valid|error|fails_with"))) {
            String fault = element.at(name).text();
            boolean sound = name.equals("valid") ? fault.equals("true") : fault.equals("false");
            if (fault.matches(".*(account).*(not found|unknown|missing|does not exist).*|.*unknown account.*")) {
                account = UNKNOWN;
            } else if (fault.matches(EXCEEDS)) {
                account = limited(books);
            } else if (fault.matches("true|false|.*unbalanced.*|.*does not balance.*")) {
                counter = sound ? counter : counter.subtract(BigDecimal.ONE);
            } else {
                throw new UnsupportedCaseException(element.path() + "." + name + ": " + fault);
            }
        }
        JournalEntry entry = JournalEntry.builder()
                .id(element.at("id").text())
                .date(CaseBooks.DAY)
                .lines(Lists.immutable.of(
                        books.line("cash", amount),
                        account.equals(UNKNOWN)
                                ? JournalLine.of(UNKNOWN, CaseCurrencies.amount(counter, books.base()))
                                : books.line(account, counter)))
                .build();
        String linked = element.has("linked") ? "linked" : "linked_to_next";
        return new Batch.Element(entry, element.find(linked).map(Field::truth).orElse(false));
    }

    /** An account that bears nothing. */
    private static String limited(CaseBooks books) {
        if (books.services().chart().find(AccountId.of("limited")).isEmpty()) {
            books.services()
                    .harness()
                    .accounts()
                    .insert(Account.builder()
                            .id("limited")
                            .name("limited")
                            .accountClass(AccountClass.ASSET)
                            .limit(BalanceLimit.notBelow(books.base().getCurrencyCode(), 0))
                            .build());
        }
        return "limited";
    }

    private static void errors(
            Case current, Field expected, MutableList<Batch.Element> elements, BatchOutcome outcome) {
        MutableList<String> refused = Lists.mutable.empty();
        for (int i = 0; i < elements.size(); i++) {
            String id = elements.get(i).entry().id().value();
            String code = outcome.outcomes()
                    .get(i)
                    .refusal()
                    .map(r -> r.code().value())
                    .orElse("");
            if (!code.isEmpty()) {
                refused.add(id);
                expected.find(id).ifPresent(text -> current.differences().same(text, codeOf(text, code), code));
            }
        }
        current.differences().same(expected, expected.names().toSortedList(), refused.toSortedList());
    }

    /** The code that a sentence means; "its own error" means any that is not the consequence of another. */
    private static String codeOf(Field text, String code) {
        String said = text.text();
        if (said.matches(".*chain[_ ](left )?open.*")) {
            return "batch.chain-open";
        }
        if (said.matches(".*unbalanced.*|.*does not balance.*")) {
            return "entry.unbalanced";
        }
        if (said.matches(".*account.*(not found|unknown|missing|does not exist).*|.*unknown account.*")) {
            return "account.unknown";
        }
        if (said.matches(EXCEEDS)) {
            return "balance.limit-exceeded";
        }
        if (said.matches("(the |its )?(own error|root cause|cause)")) {
            return code.startsWith("batch.") ? "its own refusal" : code;
        }
        if (said.matches(".*linked[_ ](event|entry|transfer)?[_ ]?failed.*|(failed|rejected) with (the|its) chain.*")) {
            return "batch.linked-failed";
        }
        throw new UnsupportedCaseException(text.path() + ": " + said);
    }

    /** An amount that was computed and the same amount read back give one canonical form and one hash. */
    static void canonicalAmount(Case current) {
        if (current.given().has("number_forms")
                || current.given().has("amounts")
                || current.given().has("forms")) {
            forms(current);
            return;
        }
        current.requireGiven("amount_computed_as", "amount_read_back_as");
        current.onlyStep("(?i)^(hash|seal)\\b.*$");
        current.expect().requireNames("same_hash", "canonical_amount");
        Matcher product =
                PRODUCT.matcher(current.given().at("amount_computed_as").text());
        BigDecimal readBack = current.given().at("amount_read_back_as").decimal();
        BigDecimal computed;
        if (product.matches()) {
            BigDecimal first = new BigDecimal(product.group(1));
            BigDecimal second = new BigDecimal(product.group(3));
            computed = product.group(2).equals("+") ? first.add(second) : first.multiply(second);
        } else {
            computed = current.given().at("amount_computed_as").decimal();
        }
        ImmutableList<BigDecimal> forms = Lists.immutable.of(
                computed, readBack, readBack.stripTrailingZeros(), readBack.setScale(readBack.scale() + 2));
        CaseCurrencies currencies = new CaseCurrencies(current, "USD");
        ImmutableList<Seal> seals = forms.collect(form -> seal(currencies, form));
        boolean same = seals.collect(Seal::content).distinct().size() == 1
                && seals.collect(Seal::chain).distinct().size() == 1;
        Field hash = current.expect().at("same_hash");
        current.differences().holds(hash, hash.truth() == same);
        String canonical = Amounts.canonical(CaseCurrencies.amount(computed, currencies.base()));
        current.differences()
                .text(current.expect().at("canonical_amount"), canonical.substring(canonical.indexOf(' ') + 1));
    }

    /** Forms of one number. */
    private static void forms(Case current) {
        Field list = current.given().at(current.given().names().getOnly());
        CaseCurrencies currencies = new CaseCurrencies(current, "USD");
        ImmutableList<Seal> seals = list.elements().collect(form -> seal(currencies, form.decimal()));
        boolean same = seals.collect(Seal::content).distinct().size() == 1;
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "same_hash", "equal" -> current.differences().same(expected, expected.truth(), same);
                case "distinct_hashes" ->
                    current.differences()
                            .number(
                                    expected,
                                    seals.collect(Seal::content).distinct().size());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    private static Seal seal(CaseCurrencies currencies, BigDecimal amount) {
        CaseBooks books = new CaseBooks(currencies.base());
        books.post(
                "entry",
                CaseBooks.DAY,
                Lists.immutable.of(books.line("cash", amount), books.line("sales", amount.negate())));
        return books.services().harness().seals().last().orElseThrow();
    }
}
