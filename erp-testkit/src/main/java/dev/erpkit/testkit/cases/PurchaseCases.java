package dev.erpkit.testkit.cases;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.crm.behaviour.Opportunities;
import dev.erpkit.crm.behaviour.Purchase;
import dev.erpkit.crm.behaviour.RepeatPurchases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The data that cases of customer behaviour speak of: public research data, and the transactions of lifetimes' tests (MIT). */
final class PurchaseCases {
    private PurchaseCases() {}

    private static ImmutableList<String[]> rows(String file) {
        try (InputStream in = PurchaseCases.class.getResourceAsStream("crm/data/" + file)) {
            if (in == null) {
                throw new UnsupportedCaseException("no data " + file);
            }
            return Lists.immutable
                    .of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .reject(String::isBlank)
                    .drop(1)
                    .collect(line -> line.split(","));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** CDNOW customers in weeks. */
    static ImmutableList<RepeatPurchases> customers() {
        return rows("cdnow_customers_summary.csv")
                .collect(row -> RepeatPurchases.of(
                        PartyId.of(row[0]),
                        Integer.parseInt(row[1]),
                        Double.parseDouble(row[2]),
                        Double.parseDouble(row[3])));
    }

    /** The same with the mean value of their repeat purchases. */
    static ImmutableList<RepeatPurchases> spending() {
        return rows("cdnow_customers_summary_with_transactions.csv")
                .collect(row -> new RepeatPurchases(
                        PartyId.of(row[0]),
                        Integer.parseInt(row[1]),
                        Double.parseDouble(row[2]),
                        Double.parseDouble(row[3]),
                        Double.parseDouble(row[4])));
    }

    static ImmutableList<Opportunities> donations() {
        return rows("donations.csv")
                .collect(row -> new Opportunities(
                        Integer.parseInt(row[0]),
                        Integer.parseInt(row[1]),
                        Integer.parseInt(row[2]),
                        Integer.parseInt(row[3])));
    }

    /** The purchases that a fact lists, or those of another case that it names. */
    static ImmutableList<Purchase> purchases(Field list) {
        if (!list.isList()) {
            if (list.text().matches("(as|same as|see) rfm-01.*")) {
                return transactions();
            }
            throw new UnsupportedCaseException(list.path());
        }
        return list.elements().collect(row -> {
            if (row.isList()) {
                ImmutableList<Field> cells = row.elements();
                return new Purchase(
                        PartyId.of(cells.get(0).text()),
                        cells.get(1).date(),
                        cells.size() > 2 ? cells.get(2).decimal().doubleValue() : 0);
            }
            Field customer = row.has("customer") ? row.at("customer") : row.at("id");
            Optional<Field> value = row.find("value").or(() -> row.find("amount"));
            return new Purchase(
                    PartyId.of(customer.text()),
                    row.at("date").date(),
                    value.map(v -> v.decimal().doubleValue()).orElse(0.0));
        });
    }

    private static ImmutableList<Purchase> transactions() {
        return Lists.immutable
                .of(
                        "1 2015-01-01 1",
                        "1 2015-02-06 2",
                        "2 2015-01-01 2",
                        "3 2015-01-01 3",
                        "3 2015-01-02 1",
                        "3 2015-01-05 5",
                        "4 2015-01-16 6",
                        "4 2015-02-02 3",
                        "4 2015-02-05 3",
                        "4 2015-02-05 2",
                        "5 2015-01-16 3",
                        "5 2015-01-17 1",
                        "5 2015-01-18 8",
                        "6 2015-02-02 5")
                .collect(line -> line.split(" "))
                .collect(row -> new Purchase(PartyId.of(row[0]), LocalDate.parse(row[1]), Double.parseDouble(row[2])));
    }
}
