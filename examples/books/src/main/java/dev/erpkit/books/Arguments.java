package dev.erpkit.books;

import dev.erpkit.accounting.interchange.JournalRules;
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
 * @param rules how to read it
 */
record Arguments(Command command, String file, LedgerQuery query, boolean csv, JournalRules rules) {
    private static final int PROBLEMS_TO_SHOW = 20;

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
        JournalRules rules = JournalRules.standard();
        while (!rest.isEmpty()) {
            String arg = rest.removeFirst();
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                rest.addFirst(arg.substring(equals + 1));
                arg = arg.substring(0, equals);
            }
            switch (arg) {
                case "--csv" -> csv = true;
                case "--strict" -> rules = rules.withStrict();
                case "--year" -> rules = rules.inYear(year(value(arg, rest)));
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
        Command command = command(operands.get(0));
        rules = command == Command.check ? rules.collecting(PROBLEMS_TO_SHOW) : rules;
        return new Arguments(command, operands.get(1), query, csv, rules);
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

    private static int year(String text) throws UsageException {
        boolean sound = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!sound || Integer.parseInt(text) == 0) {
            throw new UsageException("--year needs a year, 1 to 9999, not " + text);
        }
        return Integer.parseInt(text);
    }

    private static LocalDate date(String text) throws UsageException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UsageException("--as-of needs a date as YYYY-MM-DD, not " + text);
        }
    }
}
