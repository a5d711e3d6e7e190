package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.document.DocumentKind;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.document.IssuedLine;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.company.report.CaseReport;
import dev.erpkit.company.report.OrderReport;
import dev.erpkit.company.report.PipelineReport;
import dev.erpkit.company.report.SalesReports;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.SnapshotChange;
import dev.erpkit.crm.pipeline.StageKind;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.service.ClockState;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.QueueForecast;
import dev.erpkit.crm.service.ServiceStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Selling in the year of the company: what is told of it is what the books and the stock say. */
class CompanySalesTest {
    private static Bookkeeper bookkeeper;
    private static SalesReports reports;

    @BeforeAll
    static void keep_the_year() {
        bookkeeper = new Bookkeeper(CompanyStores.inMemory());
        bookkeeper.keepYear(month -> {});
        reports = bookkeeper.sales();
    }

    private static Forecast open() {
        return reports.pipeline().forecast().select(deal -> deal.kind() == StageKind.OPEN);
    }

    private static OrderReport order(String id) {
        return reports.orders()
                .detectOptional(report -> report.order().id().value().equals(id))
                .orElseThrow();
    }

    private static CaseReport serviceCase(String id) {
        return reports.service()
                .cases()
                .detectOptional(report -> report.of().id().value().equals(id))
                .orElseThrow();
    }

    @Test
    void a_deal_without_a_rate_is_named_and_not_guessed() {
        assertThat(open().unpriced().collect(deal -> deal.deal().value()).castToList())
                .containsExactly("D-08");
        assertThat(open().priced().collect(deal -> deal.of().deal().value()).castToList())
                .containsExactly("D-06", "D-07", "D-09", "D-10");
        assertThat(open().counted()).isEqualTo(5);
    }

    @Test
    void the_forecast_is_the_deals_each_at_the_rate_of_its_day() {
        BigDecimal dollar = new DollarRates()
                .find(Amounts.currency("USD"), Entries.YEN, RateType.SPOT, TradingYear.LAST)
                .orElseThrow()
                .rate()
                .exactDecimal()
                .orElseThrow();
        long inYen = dollar.multiply(new BigDecimal("24000")).longValueExact();
        assertThat(open().unweighted()).isEqualTo(Entries.yen(2_950_000 + inYen + 1_240_000 + 860_000));
        assertThat(open().weighted())
                .isEqualTo(Entries.yen(2_950_000 * 75 / 100 + inYen / 2 + 1_240_000 / 10 + 860_000 * 30 / 100));
    }

    @Test
    void what_changed_since_new_year_tells_who_won_who_slipped_and_who_is_new() {
        assertThat(reports.pipeline()
                        .changes()
                        .collect(change -> change.deal() + " " + change.ways())
                        .castToList())
                .containsExactly(
                        "D-04 [WON]",
                        "D-06 [MOVED, REVALUED, SLIPPED]",
                        "D-07 [MOVED, SLIPPED]",
                        "D-08 [NEW]",
                        "D-10 [NEW]");
        SnapshotChange valued = reports.pipeline().changes().get(1);
        assertThat(valued.effect().castToSortedMap()).containsEntry("JPY", 350_000L);
    }

    @Test
    void sellers_earn_on_what_they_have_won_and_more_beyond_their_quota() {
        PipelineReport.Seller aoki = reports.pipeline().sellers().getFirst();
        assertThat(aoki.won()).isEqualTo(Entries.yen(883_200 + 256_000));
        assertThat(aoki.commission().amount()).isEqualTo(Entries.yen(1_000_000 * 15 / 1000 + 139_200 * 3 / 100));
    }

    @Test
    void the_revision_that_was_approved_is_the_one_that_was_ordered() {
        Quote quote = order("SO-01").quote().orElseThrow();
        assertThat(quote.revisions()).hasSize(2);
        assertThat(quote.revisions().getFirst().order()).isEmpty();
        assertThat(quote.revisions().getLast().approved().castToList()).containsExactly("sales manager");
        assertThat(order("SO-01").order().placed().quote())
                .contains(quote.name(quote.revisions().getLast()));
        assertThat(order("SO-02").quote().orElseThrow().revisions().getFirst().approvals())
                .isEmpty();
    }

    @Test
    void an_order_goes_out_in_two_parts_and_some_of_it_comes_back() {
        LineProgress line = order("SO-01").order().lines().getOnly();
        assertThat(line.ordered()).isEqualTo(Rational.of(300));
        assertThat(line.delivered()).isEqualTo(Rational.of(300));
        assertThat(line.credited()).isEqualTo(Rational.of(12));
        assertThat(line.invoiced()).isEqualTo(Rational.of(288));
        assertThat(order("SO-01")
                        .steps()
                        .flatCollect(step -> step.changes())
                        .selectInstancesOf(OrderChange.Delivered.class))
                .hasSize(2);
        assertThat(order("SO-01")
                        .invoices()
                        .collect(invoice -> invoice.document().kind())
                        .castToList())
                .containsExactly(
                        DocumentKind.SALES_INVOICE, DocumentKind.SALES_INVOICE, DocumentKind.SALES_CREDIT_NOTE);
    }

    @Test
    void every_order_is_settled_and_every_invoice_of_it_paid() {
        assertThat(reports.orders()).hasSize(4).allSatisfy(report -> {
            assertThat(report.order().settled()).isTrue();
            assertThat(report.invoices())
                    .isNotEmpty()
                    .allSatisfy(invoice -> assertThat(invoice.open().isZero()).isTrue());
        });
    }

    @Test
    void invoices_of_orders_are_qualified_due_as_agreed_and_of_the_tax_that_was_quoted() {
        ImmutableList<IssuedDocument> invoices = order("SO-03").invoices().collect(OrderReport.Invoice::document);
        IssuedDocument invoice = invoices.getOnly();
        assertThat(invoice.facts().get("登録番号")).startsWith("T");
        assertThat(invoice.figures().instalments().getOnly().due()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(invoice.total()).isEqualTo(order("SO-03").order().figures().total());
        assertThat(invoice.lines().collect(line -> line.text()).castToList())
                .containsExactly("業務用ミル Café grinder", "水出しパック Cold-brew packs");
    }

    @Test
    void a_line_of_an_invoice_shows_quantity_and_price_and_comes_to_what_sales_asked_for() {
        IssuedLine line =
                order("SO-01").invoices().getFirst().document().lines().getFirst();
        assertThat(line.quantity()).isEqualTo(Rational.of(200));
        assertThat(line.unit()).isEqualTo("PCS");
        assertThat(line.unitPrice()).isEqualTo(Rational.of(3_200));
        assertThat(line.discountAmount()).isEqualTo(Rational.of(200 * 3_200 * 8 / 100));
        assertThat(line.netMinor()).isEqualTo(200 * 3_200 * 92 / 100);
    }

    /** Won in September, invoiced two days later, paid in October: a rate for each of the three days. */
    @Test
    void a_sale_in_dollars_goes_at_the_rates_of_its_days_and_brings_an_exchange_difference() {
        Forecast won =
                reports.pipeline().forecast().select(deal -> deal.deal().value().equals("D-11"));
        assertThat(won.priced().getOnly().rate().orElseThrow().date()).isEqualTo(LocalDate.of(2025, 9, 16));
        OrderReport.Invoice invoice = order("SO-04").invoices().getOnly();
        IssuedDocument document = invoice.document();
        assertThat(document.total()).isEqualTo(Amounts.of("1671", "USD"));
        LocalDate paid = LocalDate.of(2025, 10, 20);
        Rational received = new DollarRates().dollar(paid).multiply(Rational.of(1_671));
        long yen = RoundingPolicy.parse("half-even:0").minor(received.numerator(), received.denominator(), Entries.YEN);
        assertThat(invoice.exchangeMinor())
                .isPositive()
                .isEqualTo(yen - document.figures().totalBaseMinor());
        assertThat(document.lines().getOnly().qualifier()).isEqualTo(Invoices.EXPORT);
        String receipt = "PAY-" + document.id();
        assertThat(bookkeeper.books().stores().journal().find(EntryId.of(receipt)))
                .isPresent();
        assertThat(order("SO-01").invoices().sumOfLong(OrderReport.Invoice::exchangeMinor))
                .isZero();
    }

    @Test
    void who_has_not_ordered_after_the_campaign_is_reminded_unless_something_is_in_the_way() {
        assertThat(reports.campaign()
                        .reminded()
                        .collect(one -> one.party() + " " + reminded(one.events()))
                        .castToList())
                .contains("C-102 NO_CONSENT", "C-103 NO_CONSENT", "C-104 sent", "C-105 ordered");
        int members = reports.campaign().rows().count(row -> row.missing().isEmpty());
        int reminders = reports.campaign()
                .reminded()
                .count(one -> one.events().anySatisfy(event -> event instanceof JourneyEvent.Acted));
        assertThat(reports.campaign().figures().asked()).isEqualTo(3L * members + reminders);
        assertThat(reports.campaign().figures().notSent().get(NotSent.Reason.NO_CONSENT))
                .isGreaterThanOrEqualTo(8);
    }

    private static String reminded(ImmutableList<JourneyEvent> events) {
        String sent = events.anySatisfy(event -> event instanceof JourneyEvent.Acted) ? "sent" : "ordered";
        return events.selectInstancesOf(JourneyEvent.Withheld.class)
                .collect(event -> event.why().reason().name())
                .getFirstOptional()
                .orElse(sent);
    }

    @Test
    void what_the_campaign_cost_is_in_the_books() {
        assertThat(bookkeeper.books().balance(CompanyChart.ADVERTISING, LocalDate.of(2025, 6, 30)))
                .isEqualTo(reports.campaign().result().cost())
                .isEqualTo(Entries.yen(84_000));
    }

    @Test
    void hours_counted_sum_to_the_promise_and_leave_out_pauses() {
        assertThat(reports.service().cases())
                .allSatisfy(report -> assertThat(report.clocks()).allSatisfy(clock -> {
                    Duration counted = clock.ledger().injectInto(Duration.ZERO, (sum, span) -> sum.plus(span.length()));
                    assertThat(counted).isEqualTo(clock.due().isPresent() ? clock.target() : clock.elapsed());
                    assertThat(report.of().pauses().spans())
                            .noneSatisfy(pause -> assertThat(clock.ledger())
                                    .anySatisfy(span ->
                                            assertThat(overlap(span, pause)).isTrue()));
                }));
    }

    private static boolean overlap(TimeSpan one, TimeSpan other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    /** Opened on the Friday before the holidays of May, paused over them, with the video on the Wednesday after. */
    @Test
    void a_deadline_waits_for_the_customer_and_for_holidays() {
        Deadline resolution = serviceCase("CASE-01").clocks().getLast();
        assertThat(resolution.due().orElseThrow()).hasToString("2025-05-09T01:00:00Z");
        assertThat(resolution.elapsed()).isEqualTo(Duration.ofHours(12).plusMinutes(30));
        assertThat(serviceCase("CASE-01").status()).isEqualTo(ServiceStatus.FULFILLED);
    }

    @Test
    void cases_fail_wait_and_go_on_as_others() {
        assertThat(serviceCase("CASE-04").clocks().getFirst().state()).isEqualTo(ClockState.MISSED);
        assertThat(serviceCase("CASE-05").status()).isEqualTo(ServiceStatus.PAUSED);
        assertThat(serviceCase("CASE-05").clocks().getLast().due()).isEmpty();
        assertThat(serviceCase("CASE-03").of().mergedInto().map(Object::toString))
                .contains("CASE-02");
        assertThat(serviceCase("CASE-03").subject()).contains("torn boxes");
    }

    @Test
    void one_agent_will_be_late_and_two_will_not() {
        assertThat(reports.service()
                        .alone()
                        .turns()
                        .collect(turn -> turn.waiting().id().value())
                        .castToList())
                .containsExactly("CASE-06", "CASE-07", "CASE-08");
        assertThat(reports.service().alone().late().collect(QueueForecast.Turn::waiting))
                .hasSize(2);
        assertThat(reports.service().together().late()).isEmpty();
    }

    @Test
    void nobody_is_written_to_without_consent_or_too_often() {
        assertThat(reports.campaign().rows())
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.mails()).hasSize(row.missing().isEmpty() ? 3 : 0));
        assertThat(mails("C-102")).containsOnly("campaign.no-consent"); // withdrawn days before
        assertThat(mails("C-103")).containsOnly("campaign.no-consent"); // never given
        assertThat(mails("C-104")).containsExactly("sent", "campaign.cap-reached", "sent");
    }

    private static ImmutableList<String> mails(String party) {
        return reports.campaign()
                .rows()
                .detectOptional(row -> row.party().value().equals(party))
                .orElseThrow()
                .mails()
                .collect(mail -> mail.notSent()
                        .map(why -> why.reason().code().toString())
                        .orElse("sent"));
    }

    @Test
    void credit_for_what_was_won_sums_to_it_by_every_rule() {
        assertThat(reports.campaign().value()).isEqualTo(Entries.yen(883_200 + 256_000 + 1_888_000));
        for (Attribution credit : reports.campaign().credits()) {
            long sum = credit.allocate(reports.campaign().value()).valuesView().sumOfLong(Amounts::minor);
            assertThat(sum)
                    .as(credit.model().text())
                    .isEqualTo(Amounts.minor(reports.campaign().value()));
        }
        assertThat(reports.campaign().result().responses()).isEqualTo(1);
        assertThat(reports.campaign().result().revenue()).isEqualTo(Entries.yen(128_000));
    }
}
