package dev.erpkit.testkit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.period.LockScope;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.testkit.books.KitBooks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;

/** On which day a payment recognises tax: days of invoice, payment and lock, and the day that comes of them. */
final class CashTaxDatesReader {
    private static final ImmutableList<String> INVOICE =
            Lists.immutable.of("invoice", "invoice_date", "bill", "bill_date");
    private static final ImmutableList<String> PAYMENT = Lists.immutable.of("payment", "payment_date", "paid");
    private static final ImmutableList<String> LOCK =
            Lists.immutable.of("locked_through", "lock", "lock_date", "locked");
    private static final ImmutableList<String> DATES =
            Lists.immutable.of("dates", "recognition_dates", "recognised", "cash_basis_dates");

    private CashTaxDatesReader() {}

    static void run(Case current) {
        String name = DATES.detect(current.expect()::has);
        boolean steps = current.when().notEmpty() && current.when().allSatisfy(step -> step.startsWith("{"));
        if (name == null || !steps || !current.expect().at(name).isList()) {
            throw new UnsupportedCaseException("no days of recognition");
        }
        current.expect().requireNames(name);
        Optional<Field> rule = current.given().isObject() ? current.given().find("rule") : Optional.empty();
        rule.ifPresent(field -> {
            String text = field.text().toLowerCase(Locale.ROOT);
            if (!text.contains("payment") || !text.contains("first open day")) {
                throw new UnsupportedCaseException(field.path());
            }
        });
        ImmutableList<Field> expected = current.expect().at(name).elements();
        current.differences()
                .same(current.expect(), expected.size(), current.when().size());
        for (int i = 0; i < Math.min(expected.size(), current.when().size()); i++) {
            current.differences()
                    .text(
                            expected.get(i),
                            recognised(current, step(current.when().get(i))));
        }
    }

    private static Field step(String json) {
        try {
            return Field.root("when", new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new UnsupportedCaseException("step " + json);
        }
    }

    private static LocalDate recognised(Case current, Field step) {
        String invoiceName = name(step, INVOICE);
        LocalDate invoice = step.at(invoiceName).date();
        LocalDate payment = step.at(name(step, PAYMENT)).date();
        String lock = LOCK.detect(step::has);
        Optional<LocalDate> locked = lock == null || step.at(lock).text().equals("null")
                ? Optional.empty()
                : Optional.of(step.at(lock).date());
        CaseBooks books = new CaseBooks(new CaseCurrencies(current, "USD").base());
        CashTaxRoom room = new CashTaxRoom(books, invoiceName.startsWith("bill"), Lists.immutable.of("box"));
        TaxResult taxes = taxes(books);
        room.issue(taxes, Sets.immutable.of("tax"), invoice, Lists.immutable.of(Amounts.decimal(taxes.total())));
        LocalDate matched = invoice.isAfter(payment) ? invoice : payment;
        room.pay(
                Amounts.decimal(taxes.total()),
                payment,
                matched,
                () -> locked.ifPresent(through -> books.services()
                        .periods()
                        .lock(BookId.MAIN, LockScope.ALL, through, KitBooks.CLERK)
                        .orElseThrow()));
        return room.told().collect(TaxFact::date).getLast();
    }

    private static String name(Field step, ImmutableList<String> names) {
        String name = names.detect(step::has);
        if (name == null) {
            throw new UnsupportedCaseException("no " + names.getFirst() + " in a step");
        }
        return name;
    }

    private static TaxResult taxes(CaseBooks books) {
        BoxTag box = BoxTag.plus("box");
        Tax tax = Tax.percent("tax", "10")
                .invoice(Repartition.of(TaxPart.base(box), TaxPart.tax("tax", box)))
                .build();
        return TaxEngine.compute(
                        Lists.immutable.of(TaxedLine.of("1", new BigDecimal("100"), "tax")),
                        Taxes.of(tax),
                        TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP),
                        CaseBooks.DAY,
                        books.base())
                .orElseThrow();
    }
}
