package dev.erpkit.accounting.openitem;

import static dev.erpkit.accounting.openitem.ItemBooks.DAY;
import static dev.erpkit.accounting.openitem.ItemBooks.EUR;
import static dev.erpkit.accounting.openitem.ItemBooks.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Rules of items that no request through the books can break. */
class ItemRulesTest {
    private final ItemBooks books = new ItemBooks(EUR);

    private OpenItem item(String id, long amount) {
        ItemId item = books.item(id, DAY, USD, amount, amount);
        return books.log.find(item).orElseThrow().item();
    }

    @Test
    void an_item_has_an_amount() {
        OpenItem.Builder zero = OpenItem.builder();
        zero.from(item("invoice", 100)).amountMinor(0);
        assertThatThrownBy(zero::build)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("item.zero")).isTrue());
    }

    @Test
    void items_of_two_books_do_not_match() {
        OpenItem invoice = item("invoice", 100);
        OpenItem payment = item("payment", -100);
        OpenItem.Builder elsewhere = OpenItem.builder();
        elsewhere.from(payment).book(BookId.of("ifrs"));
        MatchRequest request =
                books.request("m", DAY, invoice.id(), payment.id()).build();
        MatchingPolicy policy = books.policy().build();

        assertThat(MatchRules.check(request, Lists.immutable.of(invoice, payment), policy))
                .isEmpty();
        assertThat(MatchRules.check(request, Lists.immutable.of(invoice, elsewhere.build()), policy)
                        .map(Refusal::code))
                .contains(MatchRefusals.BOOK_DIFFERS);
    }
}
