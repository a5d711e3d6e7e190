package dev.erpkit.books;

import dev.erpkit.accounting.interchange.LedgerQuery;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param command the report
 * @param file the journal
 * @param query which postings count
 * @param csv whether to print CSV
 * @param strict whether accounts and commodities must be declared
 */
record Arguments(Command command, String file, LedgerQuery query, boolean csv, boolean strict) {
    /** The reports. */
    enum Command {
        balance,
        register,
        income,
        balancesheet,
        check
    }

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
        LedgerQuery query = LedgerQuery.all();
        boolean csv = false;
        boolean strict = false;
        while (!rest.isEmpty()) {
            String arg = rest.removeFirst();
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                rest.addFirst(arg.substring(equals + 1));
                arg = arg.substring(0, equals);
            }
            switch (arg) {
                case "--csv" -> csv = true;
                case "--strict" -> strict = true;
                case "--as-of" -> query = query.until(date(value(arg, rest)));
                case "--account" -> query = query.within(value(arg, rest));
                default -> {
                    if (arg.startsWith("-") && arg.length() > 1) {
                        throw new UsageException("unknown option " + arg);
                    }
                    operands.add(arg);
                }
            }
        }
        if (operands.size() != 2) {
            throw new UsageException("give one report and one FILE");
        }
        return new Arguments(command(operands.get(0)), operands.get(1), query, csv, strict);
    }

    private static Command command(String name) throws UsageException {
        for (Command command : Command.values()) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        throw new UsageException("unknown report " + name);
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
