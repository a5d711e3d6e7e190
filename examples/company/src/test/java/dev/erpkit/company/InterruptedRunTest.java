package dev.erpkit.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.dunning.port.DunningLog;
import java.lang.reflect.Proxy;
import java.time.Month;
import org.junit.jupiter.api.Test;

class InterruptedRunTest {
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

        Bookkeeper whole = new Bookkeeper(CompanyStores.inMemory());
        whole.keepYear(month -> {});
        assertThat(before).isPositive().isLessThan(broken.business().books().journal().lastPosition());
        assertThat(resumed.books().verify().sound()).isTrue();
        assertThat(resumed.goods().stock().facts())
                .isEqualTo(whole.goods().stock().facts());
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
    }

    /** The bank's lines are settled and assets depreciated then, and letters are not sent. */
    @Test
    void run_that_was_broken_off_within_a_month_end_goes_on_to_the_same_chain() {
        CompanyStores stores = CompanyStores.inMemory();
        assertThatThrownBy(() -> new Bookkeeper(new CompanyStores(failing(stores.business(), 11), stores.goods())).keepYear(month -> {}))
                .hasMessage("power cut");
        Bookkeeper resumed = new Bookkeeper(stores);
        resumed.keepYear(month -> {});

        Bookkeeper whole = new Bookkeeper(CompanyStores.inMemory());
        whole.keepYear(month -> {});
        assertThat(resumed.books().verify()).isEqualTo(whole.books().verify());
        assertThat(resumed.business().statements().statements(CollectionAccount.NAME))
                .hasSize(12);
        assertThat(resumed.business().dunning().state().all())
                .hasSameSizeAs(whole.business().dunning().state().all());
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
