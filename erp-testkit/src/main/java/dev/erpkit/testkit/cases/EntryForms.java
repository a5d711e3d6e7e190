package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.posting.Dimensions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Entries in the forms in which cases write them: a list of postings, accounts with amounts, or a transfer from one to another. */
final class EntryForms {
    private static final Pattern TEXT = Pattern.compile(
            "party|partner|customer|supplier|text|narration|narrative|description|memo|label|reference");
    private static final String[] IDS = {"id", "key", "reference", "ref", "idempotency_key"};

    private final CaseBooks books;
    private final CaseCurrencies currencies;

    EntryForms(CaseBooks books, CaseCurrencies currencies) {
        this.books = books;
        this.currencies = currencies;
    }

    /** The entry, which has this id where the case gives it none. */
    JournalEntry entry(String id, Field field) {
        if (field.isList()) {
            return books.entry(id, CaseBooks.DAY, field.elements().collect(this::line));
        }
        Alias names = new Alias(field);
        String own = names.any(IDS).map(Field::text).orElse(id);
        LocalDate date = names.any("date", "effective", "effective_date", "day", "posting_date")
                .map(Field::date)
                .orElse(CaseBooks.DAY);
        names.any("text", "narration", "description", "memo").ifPresent(Field::text);
        ImmutableList<JournalLine> lines = field.has("amount") ? transfer(names) : lines(names);
        names.nothingElse();
        return books.entry(own, date, lines);
    }

    private ImmutableList<JournalLine> transfer(Alias names) {
        CaseAmount amount = CaseAmount.of(names.need("amount"));
        MonetaryAmount money = currencies.amount(amount);
        String debit = names.need("debit", "debit_account", "to", "destination").text();
        String credit = names.need("credit", "credit_account", "from", "source").text();
        return Lists.immutable.of(
                books.line(debit, money, money, Dimensions.none()),
                books.line(credit, money.negate(), money.negate(), Dimensions.none()));
    }

    private ImmutableList<JournalLine> lines(Alias names) {
        Field postings = names.need("postings", "lines", "legs");
        return postings.isObject()
                ? postings.names().collect(account -> base(account, postings.at(account)))
                : postings.elements().collect(this::line);
    }

    private JournalLine base(String account, Field amount) {
        MonetaryAmount money = currencies.amount(CaseAmount.of(amount));
        return books.line(account, money, money, Dimensions.none());
    }

    /** One posting: its account, its signed amount or its debit or credit, and values on axes. */
    JournalLine line(Field posting) {
        Alias names = new Alias(posting);
        String account = names.need("account").text();
        BigDecimal number = BigDecimal.ZERO;
        MonetaryAmount amount;
        if (posting.has("amount")) {
            amount = currencies.amount(withCurrency(CaseAmount.of(names.need("amount")), names));
        } else {
            number = names.any("debit").map(Field::decimal).orElse(BigDecimal.ZERO);
            number = number.subtract(names.any("credit").map(Field::decimal).orElse(BigDecimal.ZERO));
            if (!posting.has("debit") && !posting.has("credit")) {
                throw new UnsupportedCaseException(posting.path() + " has no amount");
            }
            amount = currencies.amount(withCurrency(new CaseAmount(number, Optional.empty()), names));
        }
        MonetaryAmount inBase = names.any("base", "in_base", "base_amount")
                .map(f -> CaseCurrencies.amount(f.decimal(), books.base()))
                .orElse(amount);
        if (posting.has("foreign")) {
            amount = currencies.amount(CaseAmount.of(names.need("foreign")));
        }
        if (!inBase.getCurrency().equals(books.base())) {
            throw new UnsupportedCaseException(posting.path() + " has no base amount");
        }
        return books.line(account, amount, inBase, dimensions(posting, names));
    }

    private static CaseAmount withCurrency(CaseAmount amount, Alias names) {
        return names.any("currency")
                .map(c -> new CaseAmount(amount.number(), Optional.of(c.text())))
                .orElse(amount);
    }

    private static Dimensions dimensions(Field posting, Alias names) {
        Dimensions dimensions = Dimensions.none();
        MutableList<String> axes = posting.names().toList();
        for (String name : axes) {
            if (TEXT.matcher(name).matches()) {
                posting.at(name).text();
                names.any(name);
            } else if (name.matches(
                    "dimension|project|cost_cent(er|re)|department|segment|analytic|branch|finance_book")) {
                dimensions =
                        dimensions.with(name.replace('_', '-'), names.need(name).text());
            }
        }
        names.nothingElse();
        return dimensions;
    }
}
