package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.company.sales.SalesStores;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.hr.run.port.PayrollLog;
import java.lang.reflect.Proxy;
import java.time.Month;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InterruptedRunTest {
    private static final Bookkeeper WHOLE = new Bookkeeper(CompanyStores.inMemory());

    @BeforeAll
    static void keep_a_year_without_interruption() {
        WHOLE.keepYear(month -> {});
    }

    @Test
    void run_that_was_broken_off_goes_on_to_the_same_chain() {
        CompanyStores broken = CompanyStores.inMemory();
        assertThatThrownBy(() -> new Bookkeeper(broken).keepYear(month -> {
                    if (month.getMonth() == Month.SEPTEMBER) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        long before = broken.business().books().journal().lastPosition();
        Bookkeeper resumed = new Bookkeeper(broken);
        resumed.keepYear(month -> {});

        assertThat(before)
                .isPositive()
                .isLessThan(broken.business().books().journal().lastPosition());
        assertThat(resumed.books().verify().sound()).isTrue();
        assertThat(resumed.goods().stock().facts())
                .isEqualTo(WHOLE.goods().stock().facts());
        assertThat(resumed.books().verify()).isEqualTo(WHOLE.books().verify());
    }

    /** The bank's lines are settled and assets depreciated then, and letters are not sent. */
    @Test
    void run_that_was_broken_off_within_a_month_end_goes_on_to_the_same_chain() {
        CompanyStores stores = CompanyStores.inMemory();
        CompanyStores broken =
                new CompanyStores(failing(stores.business(), 11), stores.goods(), stores.sales(), stores.people());
        assertThatThrownBy(() -> new Bookkeeper(broken).keepYear(month -> {})).hasMessage("power cut");
        Bookkeeper resumed = new Bookkeeper(stores);
        resumed.keepYear(month -> {});

        assertThat(resumed.books().verify()).isEqualTo(WHOLE.books().verify());
        assertThat(resumed.business().statements().statements(CollectionAccount.NAME))
                .hasSize(12);
        assertThat(resumed.business().dunning().state().all())
                .hasSameSizeAs(WHOLE.business().dunning().state().all());
    }

    /** The order is placed and the deal not won yet; both are one unit of work. */
    @Test
    void run_that_was_broken_off_within_a_step_of_selling_goes_on_to_the_same_chain() {
        CompanyStores stores = CompanyStores.inMemory();
        SalesStores sales = stores.sales();
        SalesStores broken = new SalesStores(
                sales.parties(),
                sales.profiles(),
                sales.activities(),
                sales.contents(),
                sales.sends(),
                failing(sales.deals(), DealLog.class, 7),
                sales.quotes(),
                sales.orders(),
                sales.contracts(),
                sales.cases());
        assertThatThrownBy(() -> new Bookkeeper(
                                new CompanyStores(stores.business(), stores.goods(), broken, stores.people()))
                        .keepYear(month -> {}))
                .hasMessage("power cut");
        assertThat(sales.quotes().lastSequence()).isEqualTo(5);
        assertThat(sales.orders().lastSequence()).isZero();
        Bookkeeper resumed = new Bookkeeper(stores);
        resumed.keepYear(month -> {});

        assertThat(resumed.books().verify()).isEqualTo(WHOLE.books().verify());
        assertThat(resumed.sales()).isEqualTo(WHOLE.sales());
    }

    /** The run is prepared and approved then, and not committed: none of it stays. */
    @Test
    void run_that_was_broken_off_within_payroll_goes_on_to_the_same_chain() {
        CompanyStores stores = CompanyStores.inMemory();
        PeopleStores people = stores.people();
        PeopleStores broken = new PeopleStores(
                people.persons(),
                people.employment(),
                people.organisation(),
                people.attendance(),
                people.leave(),
                failing(people.payroll(), PayrollLog.class, 9));
        assertThatThrownBy(() -> new Bookkeeper(
                                new CompanyStores(stores.business(), stores.goods(), stores.sales(), broken))
                        .keepYear(month -> {}))
                .hasMessage("power cut");
        assertThat(people.payroll().lastSequence()).isEqualTo(6);
        Bookkeeper resumed = new Bookkeeper(stores);
        resumed.keepYear(month -> {});

        assertThat(resumed.books().verify()).isEqualTo(WHOLE.books().verify());
        assertThat(resumed.payroll().state().runs()).hasSize(15);
        WHOLE.payroll()
                .state()
                .runs()
                .forEachKeyValue((run, state) -> assertThat(
                                resumed.payroll().state().run(run).orElseThrow().standing())
                        .isEqualTo(state.standing()));
    }

    private static BusinessStores failing(BusinessStores all, int record) {
        DunningLog dunning = failing(all.dunning(), DunningLog.class, record);
        return new BusinessStores(
                all.books(),
                all.documents(),
                all.taxFacts(),
                all.declarations(),
                all.payments(),
                all.proposals(),
                all.statements(),
                all.associations(),
                dunning,
                all.assets(),
                all.deferrals(),
                all.recurring(),
                all.budgets(),
                all.consolidations());
    }

    /** A log whose power is cut at its so many'th record. */
    private static <L> L failing(L log, Class<L> type, int record) {
        int[] appended = new int[1];
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && ++appended[0] == record) {
                        throw new IllegalStateException("power cut");
                    }
                    return method.invoke(log, arguments);
                }));
    }
}
