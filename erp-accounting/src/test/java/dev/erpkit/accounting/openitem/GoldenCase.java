package dev.erpkit.accounting.openitem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/** A case with figures from elsewhere; its {@code source} says from where. */
public final class GoldenCase {
    private GoldenCase() {}

    public static JsonNode read(String id) {
        try (InputStream in = GoldenCase.class.getResourceAsStream("/cases/" + id + ".json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure in minor units of two decimals. */
    public static long cents(JsonNode figure) {
        return new BigDecimal(figure.asText()).movePointRight(2).longValueExact();
    }
}
