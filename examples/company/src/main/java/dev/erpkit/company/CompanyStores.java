package dev.erpkit.company;

import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.company.goods.GoodsStores;
import dev.erpkit.company.people.PeopleStores;
import dev.erpkit.company.sales.SalesStores;
import dev.erpkit.core.memory.MemoryUnitOfWork;

/**
 * All that the company keeps, in one unit of work.
 *
 * @param business the books and the business around them
 * @param goods goods, claims on them and purchases
 * @param sales customers, deals, orders and cases
 * @param people who works here, and the payroll runs
 */
record CompanyStores(BusinessStores business, GoodsStores goods, SalesStores sales, PeopleStores people) {
    /** Empty ones in memory. */
    static CompanyStores inMemory() {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        return new CompanyStores(
                BusinessStores.inMemory(work),
                GoodsStores.inMemory(work),
                SalesStores.inMemory(work),
                PeopleStores.inMemory(work));
    }
}
