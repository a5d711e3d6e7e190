package dev.erpkit.payslip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.payroll.Accumulator;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/**
 * An input as a file: see the README for its format. Nothing in it is ignored, so that a mistyped name is told.
 *
 * @param pack by which rules
 * @param edition the kind of computation
 * @param dates of the payment
 * @param language of the payslip
 * @param input what is known
 */
record InputFile(Pack pack, String edition, PayDates dates, String language, PayrollInput input) {
    private static final Set<String> NAMES = Set.of(
            "pack",
            "edition",
            "employment",
            "language",
            "period",
            "closing",
            "payment",
            "premiumMonth",
            "noticeYear",
            "facts",
            "certificates",
            "accumulators");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static InputFile parse(String text) throws WrongInputException {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new WrongInputException("is no JSON: " + e.getOriginalMessage());
        }
        for (String name : (Iterable<String>) json::fieldNames) {
            if (!NAMES.contains(name)) {
                throw new WrongInputException(name + ": unknown; the names are "
                        + NAMES.stream().sorted().toList());
            }
        }
        Pack pack = Packs.of(required(json, "pack"));
        PayDates dates = dates(json);
        return new InputFile(
                pack, required(json, "edition"), dates, json.path("language").asText("en"), input(json, pack, dates));
    }

    private static String required(JsonNode json, String name) throws WrongInputException {
        if (!json.path(name).isTextual()) {
            throw new WrongInputException(name + ": is missing or no text");
        }
        return json.get(name).asText();
    }

    private static LocalDate date(JsonNode json, String name) throws WrongInputException {
        return date(json, name, name);
    }

    private static LocalDate date(JsonNode json, String name, String path) throws WrongInputException {
        if (!json.path(name).isTextual()) {
            throw new WrongInputException(path + ": is missing or no text");
        }
        try {
            return LocalDate.parse(json.get(name).asText());
        } catch (DateTimeException e) {
            throw new WrongInputException(path + ": is no date as YYYY-MM-DD");
        }
    }

    private static PayDates dates(JsonNode json) throws WrongInputException {
        LocalDate from = date(json.path("period"), "from", "period.from");
        LocalDate to = date(json.path("period"), "to", "period.to");
        if (to.isBefore(from)) {
            throw new WrongInputException("period: ends before it begins");
        }
        PayDates dates = PayDates.of(DateRange.ofClosed(from, to), date(json, "payment"));
        if (json.has("closing")) {
            dates = dates.closedOn(date(json, "closing"));
        }
        if (json.has("noticeYear")) {
            if (!json.get("noticeYear").isInt()) {
                throw new WrongInputException("noticeYear: is no year as a number");
            }
            dates = dates.notice(json.get("noticeYear").asInt());
        }
        try {
            return json.has("premiumMonth") ? dates.premium(YearMonth.parse(required(json, "premiumMonth"))) : dates;
        } catch (DateTimeException e) {
            throw new WrongInputException("premiumMonth: is no month as YYYY-MM");
        }
    }

    private static PayrollInput input(JsonNode json, Pack pack, PayDates dates) throws WrongInputException {
        try {
            PayrollInputBuilder input = PayrollInput.of(pack, required(json, "employment"));
            if (json.has("facts") && !json.get("facts").isObject()) {
                throw new WrongInputException("facts: is no object of facts by name");
            }
            for (Entry<String, JsonNode> fact : json.path("facts").properties()) {
                input.set(fact.getKey(), fact.getValue().asText());
            }
            json.path("certificates").forEach(filed -> input.file(filed.asText()));
            AccumulatorState state = AccumulatorState.none();
            for (Entry<String, JsonNode> sum : json.path("accumulators").properties()) {
                Accumulator known = pack.accumulator(sum.getKey())
                        .orElseThrow(() -> new WrongInputException("accumulators." + sum.getKey() + ": unknown"));
                LocalDate day = dates.on(known.keyDate())
                        .orElseThrow(() ->
                                new WrongInputException(known.keyDate().text() + ": is missing for " + known.name()));
                state = state.opening(known, day, minor(sum, pack));
            }
            return input.accumulators(state).build();
        } catch (InvalidValueException e) {
            List<String> problems = new ArrayList<>();
            e.violations().forEach(violation -> problems.add("facts." + violation.path() + ": " + violation.message()));
            throw new WrongInputException(String.join("\n", problems));
        }
    }

    private static long minor(Entry<String, JsonNode> sum, Pack pack) throws WrongInputException {
        try {
            return new BigDecimal(sum.getValue().asText())
                    .movePointRight(Amounts.digits(pack.currency()))
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new WrongInputException("accumulators." + sum.getKey() + ": is no amount in the pack's currency");
        }
    }

    /** Without what is known of the person. */
    @Override
    public String toString() {
        return "InputFile for " + pack;
    }
}
