package dev.erpkit.stock;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.ValuationMethod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What the command line asks for.
 *
 * @param file the moves
 * @param method how to value
 * @param asOf the last day that counts
 * @param known the last line that counts, by its id
 * @param trace the issue to explain, by its id
 * @param csv whether to print CSV
 * @param currency the currency of the costs
 */
record Arguments(
        String file,
        ValuationMethod method,
        Optional<LocalDate> asOf,
        Optional<String> known,
        Optional<String> trace,
        boolean csv,
        CurrencyUnit currency) {

    /** The command line makes no sense. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    static Arguments parse(String[] args) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
        List<String> operands = new ArrayList<>();
        Optional<ValuationMethod> method = Optional.empty();
        Optional<LocalDate> asOf = Optional.empty();
        Optional<String> known = Optional.empty();
        Optional<String> trace = Optional.empty();
        boolean csv = false;
        CurrencyUnit currency = Amounts.currency("EUR");
        while (!rest.isEmpty()) {
            String arg = rest.removeFirst();
            switch (arg) {
                case "--csv" -> csv = true;
                case "--method" -> method = Optional.of(method(value(arg, rest)));
                case "--as-of" -> asOf = Optional.of(date(value(arg, rest)));
                case "--known" -> known = Optional.of(value(arg, rest));
                case "--trace" -> trace = Optional.of(value(arg, rest));
                case "--currency" -> currency = currency(value(arg, rest));
                default -> {
                    if (arg.startsWith("-") && arg.length() > 1) {
                        throw new UsageException("unknown option " + arg);
                    }
                    operands.add(arg);
                }
            }
        }
        if (operands.size() != 2 || !operands.get(0).equals("value")) {
            throw new UsageException("give the command value and one FILE");
        }
        return new Arguments(
                operands.get(1),
                method.orElseThrow(() -> new UsageException("--method is missing")),
                asOf,
                known,
                trace,
                csv,
                currency);
    }

    private static ValuationMethod method(String name) throws UsageException {
        return switch (name) {
            case "average" -> ValuationMethod.MOVING_AVERAGE;
            case "fifo", "lifo", "standard", "specific" -> ValuationMethod.parse(name);
            default -> throw new UsageException("unknown method " + name);
        };
    }

    private static CurrencyUnit currency(String code) throws UsageException {
        try {
            return Amounts.currency(code);
        } catch (InvalidValueException e) {
            throw new UsageException("--currency needs a code such as EUR or JPY, not " + code);
        }
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            throw new UsageException(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static LocalDate date(String text) throws UsageException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--as-of needs a date as YYYY-MM-DD, not " + text);
        }
    }
}
