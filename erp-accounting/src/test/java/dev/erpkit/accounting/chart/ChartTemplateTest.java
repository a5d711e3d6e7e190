package dev.erpkit.accounting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.ifrs.IfrsCharts;
import dev.erpkit.accounting.chart.japan.JapaneseCharts;
import dev.erpkit.core.value.InvalidValueException;
import java.util.stream.Stream;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTemplateTest {
    private static final String HEADER = "id,parent,name:ja,name:en,class,side,control,tags,currencies,postable\n";
    private static final ImmutableList<String> ONCE = Lists.immutable.of(
            "receivable",
            "payable",
            "retained-earnings",
            "income-summary",
            "opening-balance",
            "trading",
            "fx-gain",
            "fx-loss",
            "fx-unrealised-gain",
            "fx-unrealised-loss",
            "depreciation",
            "capital");
    private static final ImmutableList<String> SECTIONS = Lists.immutable.of(
            "cash",
            "current-asset",
            "non-current-asset",
            "current-liability",
            "non-current-liability",
            "revenue",
            "cost-of-sales",
            "selling-admin",
            "non-operating-income",
            "non-operating-expense",
            "income-tax",
            "inventory",
            "fixed-asset",
            "borrowing",
            "tax-payable");

    static Stream<ChartTemplate> templates() {
        return Stream.of(JapaneseCharts.smallCompany(), IfrsCharts.tradingCompany());
    }

    private static ImmutableList<Account> postable(Chart chart, String tag) {
        return chart.tagged(tag).select(Account::postable);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void the_accounts_that_rules_look_for_are_there_once(ChartTemplate template) {
        Chart chart = template.chart();
        assertThat(ONCE.reject(tag -> postable(chart, tag).size() == 1)).isEmpty();
        assertThat(SECTIONS.select(tag -> postable(chart, tag).isEmpty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void names_are_unique_in_every_language(ChartTemplate template) {
        for (String language : template.languages()) {
            ImmutableList<String> names = template.chart(language).accounts().collect(Account::name);
            assertThat(names.toSet()).as(language).hasSize(names.size());
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void accounts_have_the_class_of_their_parent_and_headings_take_no_lines(ChartTemplate template) {
        Chart chart = template.chart();
        for (Account account : chart.accounts()) {
            assertThat(chart.children(account.id()).isEmpty())
                    .as(account.toString())
                    .isEqualTo(account.postable());
            account.parent()
                    .flatMap(chart::find)
                    .ifPresent(parent -> assertThat(account.accountClass()).isEqualTo(parent.accountClass()));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_result_account_and_asset_and_liability_belongs_to_a_section(ChartTemplate template) {
        ImmutableList<String> marks = SECTIONS.newWith("extraordinary").newWith("deferred-tax");
        ImmutableList<Account> lost = template.chart()
                .accounts()
                .select(a -> a.postable()
                        && a.accountClass() != AccountClass.EQUITY
                        && a.tags().noneSatisfy(marks::contains));
        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void books_open_with_it(ChartTemplate template) {
        Books books = Books.inMemory("JPY");
        books.open(template.chart());
        assertThat(books.chart().accounts()).isEqualTo(template.chart().accounts());
    }

    @Test
    void the_japanese_chart_has_the_customary_accounts_in_two_languages() {
        ChartTemplate japan = JapaneseCharts.smallCompany();
        assertThat(japan.languages()).containsExactly("ja", "en");
        assertThat(japan.chart().accounts().collect(Account::name))
                .contains("現金", "小口現金", "当座預金", "売掛金", "仮払消費税等", "買掛金", "源泉所得税預り金", "繰越利益剰余金", "売上高", "仕入高", "法定福利費");
        AccountId allowance = AccountId.of("1165");
        assertThat(japan.name(allowance, "ja")).contains("貸倒引当金");
        assertThat(japan.name(allowance, "en")).contains("Allowance for doubtful accounts");
        assertThat(japan.chart().find(allowance).orElseThrow().normalSide()).isEqualTo(Side.CREDIT);
        assertThat(japan.chart("en").find(allowance).orElseThrow().normalSide()).isEqualTo(Side.CREDIT);
        assertThat(japan.name(AccountId.of("0"), "ja")).isEmpty();
    }

    @Test
    void a_template_says_what_its_columns_say() {
        Account account = ChartTemplate.parse(
                        HEADER
                                + "# a comment\n\n1,,資産,Assets,asset,,,,,no\n11,1,外貨,Foreign,asset,credit,receivable,a b,USD EUR,yes\n")
                .chart("en")
                .find(AccountId.of("11"))
                .orElseThrow();
        assertThat(account)
                .isEqualTo(Account.builder()
                        .id("11")
                        .name("Foreign")
                        .parent("1")
                        .accountClass(AccountClass.ASSET)
                        .normalSide(Side.CREDIT)
                        .control(ControlKind.RECEIVABLE)
                        .tag("a")
                        .tag("b")
                        .currency("USD")
                        .currency("EUR")
                        .build());
    }

    @Test
    void a_template_grows_by_the_accounts_of_a_company() {
        ChartTemplate grown = JapaneseCharts.smallCompany()
                .with(HEADER + "4115,4,輸出売上高,Export sales,income,,,revenue,,yes\n"
                        + "1135,11,外貨普通預金,Dollar account,asset,,,cash current-asset,USD,yes\n");
        assertThat(grown.chart().accounts())
                .hasSize(JapaneseCharts.smallCompany().chart().accounts().size() + 1);
        assertThat(grown.chart().isWithin(AccountId.of("4115"), AccountId.of("4")))
                .isTrue();
        assertThat(grown.name(AccountId.of("4115"), "en")).contains("Export sales");
        assertThat(grown.name(AccountId.of("1110"), "en")).contains("Cash on hand");
        assertThat(grown.chart().find(AccountId.of("1135")).orElseThrow().currencies())
                .containsExactly("USD");
        assertThat(grown.chart("en").find(AccountId.of("1135")).orElseThrow().name())
                .isEqualTo("Dollar account");
        assertThatThrownBy(() -> grown.with("id,parent,name:en,class,side,control,tags,currencies,postable\n"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("template.language")).isTrue());
        assertThatThrownBy(() -> grown.with(HEADER + "99,98,x,x,asset,,,,,yes\n"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("chart.unknown-parent")).isTrue());
    }

    @Test
    void a_broken_template_is_refused_with_its_line() {
        refused("", "template.header", "line 0");
        refused("id,parent,name,class\n", "template.header", "line 1");
        refused(HEADER + "1,,x,x,asset,,,,yes\n", "template.columns", "line 2");
        refused(HEADER + "1,,x,x,asset,,,,,maybe\n", "template.value", "line 2");
        refused(HEADER + "\n1,,x,x,thing,,,,,yes\n", "template.value", "line 3");
        refused(HEADER + "1,2,x,x,asset,,,,,yes\n", "chart.unknown-parent", "1");
        refused(HEADER + "1,,x,x,asset,,,,,yes\n1,,y,y,asset,,,,,yes\n", "chart.duplicate", "line 3");
        assertThatThrownBy(() -> ChartTemplate.parse(HEADER).chart("fr")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ChartTemplate.resource(ChartTemplateTest.class, "none.csv"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> JapaneseCharts.smallCompany().withResource(ChartTemplateTest.class, "none.csv"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void refused(String text, String code, String path) {
        assertThatThrownBy(() -> ChartTemplate.parse(text)).isInstanceOfSatisfying(InvalidValueException.class, e -> {
            assertThat(e.violations().getFirst().code()).isEqualTo(code);
            assertThat(e.violations().getFirst().path()).isEqualTo(path);
        });
    }
}
