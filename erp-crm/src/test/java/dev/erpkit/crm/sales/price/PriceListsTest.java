package dev.erpkit.crm.sales.price;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.junit.jupiter.api.Test;

class PriceListsTest {
    private static MonetaryAmount usd(String amount) {
        return Amounts.of(amount, "USD");
    }

    private static PriceList.Builder list(String id) {
        PriceList.Builder list = PriceList.builder();
        list.id(id).currency(USD);
        return list;
    }

    private static final PriceLists LISTS = new PriceLists(Lists.immutable.of(
            list("all")
                    .add(PriceEntry.of("A", usd("10")))
                    .add(PriceEntry.from("A", "10", usd("9")))
                    .add(PriceEntry.from("A", "100", usd("8")))
                    .add(PriceEntry.from("A", "10", usd("8.50")).during(DateRange.of(DAY, DAY.plusDays(7))))
                    .build(),
            list("wholesale").group("dealers").add(PriceEntry.of("A", usd("7"))).build(),
            list("spring")
                    .validity(DateRange.of(DAY.plusDays(20), DAY.plusDays(30)))
                    .add(PriceEntry.of("A", usd("6")))
                    .build(),
            list("own")
                    .party(PartyId.of("C-1"))
                    .add(PriceEntry.of("A", usd("5")))
                    .build()));

    private static Outcome<PriceAnswer> ask(
            String quantity, LocalDate day, CurrencyUnit currency, String party, String... groups) {
        return LISTS.price(new PriceQuestion(
                "A", Rational.parse(quantity), day, currency, PartyId.of(party), Sets.immutable.with(groups)));
    }

    private static MonetaryAmount price(String quantity, LocalDate day, String party, String... groups) {
        return ask(quantity, day, USD, party, groups).orElseThrow().price();
    }

    @Test
    void the_highest_quantity_that_is_reached_holds() {
        LocalDate later = DAY.plusDays(10);
        assertThat(price("9.99", later, "C-2")).isEqualTo(usd("10"));
        assertThat(price("10", later, "C-2")).isEqualTo(usd("9"));
        assertThat(price("1000", later, "C-2")).isEqualTo(usd("8"));
    }

    @Test
    void a_price_holds_on_its_days_and_the_later_one_goes_before() {
        assertThat(price("10", DAY, "C-2")).isEqualTo(usd("8.50"));
        assertThat(price("10", DAY.plusDays(7), "C-2"))
                .as("the end is no longer in it")
                .isEqualTo(usd("9"));
        assertThat(price("1", DAY.plusDays(20), "C-2")).isEqualTo(usd("6"));
        assertThat(price("1", DAY.plusDays(30), "C-2")).isEqualTo(usd("10"));
    }

    @Test
    void the_party_goes_before_its_group_and_that_before_everybody() {
        assertThat(price("1", DAY, "C-2", "dealers", "x")).isEqualTo(usd("7"));
        assertThat(price("1", DAY, "C-1", "dealers")).isEqualTo(usd("5"));
        PriceAnswer answer = ask("1", DAY, USD, "C-1").orElseThrow();
        assertThat(answer.trace().render()).contains("list=own").contains("scope=party");
    }

    @Test
    void without_a_price_there_is_a_refusal() {
        assertThat(ask("1", DAY, Amounts.currency("EUR"), "C-1")
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("sales.no-price");
    }
}
