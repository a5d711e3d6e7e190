package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.billing.BillingFact;
import dev.erpkit.crm.sales.billing.BillingStatement;
import dev.erpkit.crm.sales.billing.BillingTerms;
import dev.erpkit.crm.sales.billing.ClosingBilling;
import dev.erpkit.crm.sales.price.TaxRate;
import dev.erpkit.testkit.sales.KitSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** One closing-day statement: what was asked for before, received and sold. */
final class SalesClosingReader {
    private static final PartyId PARTY = PartyId.of("customer");

    private static final String[] SALES = {"sales", "sold", "current_sales", "deliveries", "shipments"};

    private final Case current;
    private final Alias given;
    private final CurrencyUnit currency;
    private final MutableList<BillingFact> facts = Lists.mutable.empty();

    private SalesClosingReader(Case current) {
        this.current = current;
        this.given = new Alias(current.given());
        this.currency = Amounts.currency(given.any("currency").map(Field::text).orElse("JPY"));
    }

    static void run(Case current) {
        if (!current.given().has("closing_day") && !current.given().has("closing")) {
            throw new UnsupportedCaseException("no closing day");
        }
        SalesClosingReader reader = new SalesClosingReader(current);
        if (current.expect().has("statements")) {
            current.expect().requireNames("statements");
            reader.statements(current.expect().at("statements").elements());
            return;
        }
        BillingStatement statement = reader.statement();
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name), statement));
    }

    /** Statement after statement from the closing day of the first sale on. */
    private void statements(ImmutableList<Field> expected) {
        ClosingDay closing = new ClosingDay(day(given.need("closing_day", "closing")));
        BillingTerms terms = terms(closing);
        KitSales seller = billed();
        ClosingBilling billing = seller.billing((party, unit, through) -> facts.toImmutable(), terms);
        Optional<BigDecimal> rate = given.any("tax_percent", "tax_rate").map(Field::decimal);
        ImmutableList<Field> sales = each(given.any(SALES));
        sales.forEachWithIndex((some, i) -> {
            if (!some.isObject()) {
                throw new UnsupportedCaseException(some.path() + " without a day");
            }
            sale("sale-" + i, LocalDate.MAX, some, rate);
        });
        LocalDate first = sales.collect(
                        some -> new Alias(some).need("date", "day").date())
                .minOptional()
                .orElseThrow(() -> new UnsupportedCaseException("no sales"));
        LocalDate last = closing.closing(first);
        LocalDate before = closing.period(last).startInclusive().minusDays(1);
        billing.close(seller.key(), PARTY, before, KitSales.CLERK).orElseThrow();
        for (Field one : expected) {
            BillingStatement statement =
                    billing.close(seller.key(), PARTY, last, KitSales.CLERK).orElseThrow();
            one.names().forEach(name -> check(name, one.at(name), statement));
            last = closing.closing(last.plusDays(1));
        }
    }

    private static int day(Field field) {
        String text = field.text();
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : endOfMonth(text);
    }

    private static int endOfMonth(String text) {
        if (!text.matches("end of month|month[ -_]end|eom|末|月末|end|last")) {
            throw new UnsupportedCaseException("closing day " + text);
        }
        return 31;
    }

    private BillingTerms terms(ClosingDay closing) {
        int months = given.any("months_later", "collection_months", "payment_months", "months")
                .map(RuleTexts::whole)
                .orElse(1);
        int collected = given.any("collection_day", "payment_day")
                .map(SalesClosingReader::day)
                .orElse(31);
        return new BillingTerms(closing, months, collected, currency, RoundingPolicy.toCurrency(RoundingRule.TRUNCATE));
    }

    private static KitSales billed() {
        return SalesCase.seller(party -> {
            throw new UnsupportedCaseException("credit");
        });
    }

    private BillingStatement statement() {
        ClosingDay closing = new ClosingDay(day(given.need("closing_day", "closing")));
        LocalDate last = given.any("date", "closing_date", "on", "statement_date", "sale_date", "invoice_date")
                .map(field -> closing.closing(field.date()))
                .orElseGet(() -> closing.closing(SalesCase.DAY));
        LocalDate before = closing.period(last).startInclusive().minusDays(1);
        BillingTerms terms = terms(closing);
        KitSales seller = billed();
        ClosingBilling billing = seller.billing((party, unit, through) -> facts.toImmutable(), terms);
        given.any("previous", "previous_balance", "opening", "previous_total")
                .ifPresent(some -> sold("before", before, some.decimal(), Optional.empty()));
        billing.close(seller.key(), PARTY, before, KitSales.CLERK).orElseThrow();
        each(given.any("receipts", "received", "payments", "receipt"))
                .forEachWithIndex((some, i) -> facts.add(
                        new BillingFact.Received(DocumentId.of("receipt-" + i), last, minor(some.decimal()))));
        Optional<BigDecimal> rate = given.any("tax_percent", "tax_rate").map(Field::decimal);
        each(given.any(SALES)).forEachWithIndex((some, i) -> sale("sale-" + i, last, some, rate));
        return billing.close(seller.key(), PARTY, last, KitSales.CLERK).orElseThrow();
    }

    private void sale(String document, LocalDate last, Field some, Optional<BigDecimal> rate) {
        if (!some.isObject()) {
            sold(document, last, some.decimal(), rate);
            return;
        }
        Alias sale = new Alias(some);
        BigDecimal net = sale.need("net", "amount").decimal();
        Optional<BigDecimal> own = sale.any("tax_percent", "tax_rate", "rate").map(Field::decimal);
        LocalDate day = sale.any("date", "day").map(Field::date).orElse(last);
        sale.nothingElse();
        sold(document, day, net, own.or(() -> rate));
    }

    private void sold(String document, LocalDate day, BigDecimal net, Optional<BigDecimal> rate) {
        ImmutableList<TaxRate> taxes = rate.map(
                        percent -> Lists.immutable.of(new TaxRate("tax-" + percent.toPlainString(), percent)))
                .orElse(Lists.immutable.empty());
        facts.add(new BillingFact.Sold(
                DocumentId.of(document), day, Lists.immutable.of(new BillingFact.Net(taxes, minor(net)))));
    }

    private long minor(BigDecimal number) {
        return Amounts.minor(Amounts.of(number, currency));
    }

    private static ImmutableList<Field> each(Optional<Field> field) {
        return field.map(some -> some.isList() ? some.elements() : Lists.immutable.of(some))
                .orElse(Lists.immutable.empty());
    }

    private void check(String name, Field expected, BillingStatement statement) {
        switch (name) {
            case "previous", "previous_balance" -> number(expected, statement.previousMinor());
            case "received", "receipts" -> number(expected, statement.receivedMinor());
            case "carried", "carry_over", "carried_over", "balance_forward" ->
                number(expected, statement.carriedMinor());
            case "sales", "sold", "current_sales", "net" -> number(expected, statement.soldMinor());
            case "tax" -> number(expected, statement.taxMinor());
            case "total", "billed", "amount_due", "invoice_total" -> number(expected, statement.totalMinor());
            case "closing", "closing_date" -> current.differences().text(expected, statement.closing());
            case "period_start", "from" ->
                current.differences().text(expected, statement.period().startInclusive());
            case "collection", "due", "due_date", "collection_date", "payment_date" ->
                current.differences().text(expected, statement.collection());
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void number(Field expected, long minor) {
        current.differences().number(expected, Amounts.decimal(Amounts.ofMinor(minor, currency)));
    }
}
