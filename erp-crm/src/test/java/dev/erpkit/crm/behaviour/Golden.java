package dev.erpkit.crm.behaviour;

import dev.erpkit.core.party.PartyId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Public research data: CDNOW customers by P. Fader and B. Hardie (brucehardie.com/datasets), as packaged with lifetimes
 * (MIT), and the donations of their paper on the BG/BB model.
 */
final class Golden {
    private Golden() {}

    private static ImmutableList<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            return Lists.immutable
                    .of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .reject(String::isBlank);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImmutableList<String[]> rows(String file) {
        return lines(file).drop(1).collect(line -> line.split(","));
    }

    /** 2,357 customers in weeks. */
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

    /** Every purchase. */
    static ImmutableList<Purchase> purchases() {
        return lines("CDNOW_sample.txt")
                .collect(line -> line.strip().split(" +"))
                .collect(row -> new Purchase(
                        PartyId.of(row[0]),
                        LocalDate.parse(row[2], DateTimeFormatter.BASIC_ISO_DATE),
                        Double.parseDouble(row[4])));
    }
}
