package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.hr.run.port.PayrollLog;
import java.lang.reflect.Proxy;
import java.time.Month;
import org.junit.jupiter.api.Test;

class InterruptedRunTest {
    @Test
    void run_that_was_broken_off_goes_on_to_the_same_chain() {
        BusinessStores broken = BusinessStores.inMemory();
        PeopleStores people = PeopleStores.inMemory(broken.books());
        assertThatThrownBy(() -> new Bookkeeper(broken, people).keepYear(month -> {
                    if (month.getMonth() == Month.SEPTEMBER) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        long before = broken.books().journal().lastPosition();
        Bookkeeper resumed = new Bookkeeper(broken, people);
        resumed.keepYear(month -> {});

        Bookkeeper whole = whole();
        assertThat(before).isPositive().isLessThan(broken.books().journal().lastPosition());
        assertThat(resumed.books().verify().sound()).isTrue();
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
    }

    /** The bank's lines are settled and assets depreciated then, and letters are not sent. */
    @Test
    void run_that_was_broken_off_within_a_month_end_goes_on_to_the_same_chain() {
        BusinessStores stores = BusinessStores.inMemory();
        PeopleStores people = PeopleStores.inMemory(stores.books());
        assertThatThrownBy(() -> new Bookkeeper(failing(stores, 11), people).keepYear(month -> {}))
                .hasMessage("power cut");
        Bookkeeper resumed = new Bookkeeper(stores, people);
        resumed.keepYear(month -> {});

        Bookkeeper whole = whole();
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
        assertThat(resumed.business().statements().statements(CollectionAccount.NAME))
                .hasSize(12);
        assertThat(resumed.business().dunning().state().all())
                .hasSameSizeAs(whole.business().dunning().state().all());
    }

    /** The run is prepared and approved then, and not committed: none of it stays. */
    @Test
    void run_that_was_broken_off_within_payroll_goes_on_to_the_same_chain() {
        BusinessStores stores = BusinessStores.inMemory();
        PeopleStores people = PeopleStores.inMemory(stores.books());
        assertThatThrownBy(() -> new Bookkeeper(stores, failing(people, 9)).keepYear(month -> {}))
                .hasMessage("power cut");
        assertThat(people.payroll().lastSequence()).isEqualTo(6);
        Bookkeeper resumed = new Bookkeeper(stores, people);
        resumed.keepYear(month -> {});

        Bookkeeper whole = whole();
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
        assertThat(resumed.payroll().state().runs()).hasSize(15);
        whole.payroll()
                .state()
                .runs()
                .forEachKeyValue((run, state) -> assertThat(
                                resumed.payroll().state().run(run).orElseThrow().standing())
                        .isEqualTo(state.standing()));
    }

    private static Bookkeeper whole() {
        BusinessStores stores = BusinessStores.inMemory();
        Bookkeeper whole = new Bookkeeper(stores, PeopleStores.inMemory(stores.books()));
        whole.keepYear(month -> {});
        return whole;
    }

    private static PeopleStores failing(PeopleStores all, int record) {
        int[] appended = new int[1];
        PayrollLog payroll = (PayrollLog) Proxy.newProxyInstance(
                PayrollLog.class.getClassLoader(), new Class<?>[] {PayrollLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && ++appended[0] == record) {
                        throw new IllegalStateException("power cut");
                    }
                    return method.invoke(all.payroll(), arguments);
                });
        return new PeopleStores(all.persons(), all.employment(), payroll);
    }

    private static BusinessStores failing(BusinessStores all, int record) {
        int[] appended = new int[1];
        DunningLog dunning = (DunningLog) Proxy.newProxyInstance(
                DunningLog.class.getClassLoader(), new Class<?>[] {DunningLog.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("append") && ++appended[0] == record) {
                        throw new IllegalStateException("power cut");
                    }
                    return method.invoke(all.dunning(), arguments);
                });
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
}
