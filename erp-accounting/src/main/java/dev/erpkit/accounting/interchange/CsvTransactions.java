package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import dev.erpkit.core.value.InvalidValueException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads CSV, such as a bank's statement, into transactions by a declared mapping. */
public final class CsvTransactions {
    private final CsvMapping mapping;
    private final DateTimeFormatter dates;
    private final CsvHeader header;
    private final Pattern numbers;

    private CsvTransactions(CsvMapping mapping, CsvHeader header) {
        this.mapping = mapping;
        this.header = header;
        this.dates = dates(mapping.datePattern());
        this.numbers = numbers(mapping.decimalMark());
    }

    /**
     * Reads records as a stream; each becomes a transaction between the mapping's account and another one.
     *
     * @param in the bytes, UTF-8; the caller closes it
     * @param source what problems call the file
     * @param mapping what the columns mean
     * @param rules after how many problems to stop
     * @param sink takes the transactions in the order of the file, those before a problem too
     */
    public static JournalReading read(
            InputStream in,
            String source,
            CsvMapping mapping,
            JournalRules rules,
            Consumer<? super PlainTransaction> sink) {
        Problems problems = new Problems(rules.maxProblems());
        long[] count = new long[1];
        each(in, problems.source(source), source, mapping, problems, (transaction, line) -> {
            sink.accept(transaction);
            count[0]++;
        });
        return new JournalReading(count[0], 2 * count[0], problems.all());
    }

    private interface RecordSink {
        void accept(PlainTransaction transaction, int line);
    }

    /** Reads a file as transactions with all amounts found; the sink may throw {@link Malformed}. */
    static void read(
            SourceResolver sources,
            String name,
            CsvMapping mapping,
            Problems problems,
            Consumer<ResolvedTransaction> sink) {
        int file = problems.source(name);
        try (InputStream in = sources.open(name)) {
            each(
                    in,
                    file,
                    name,
                    mapping,
                    problems,
                    (transaction, line) -> sink.accept(resolved(transaction, file, line)));
        } catch (IOException e) {
            problems.add(file, 0, JournalCodes.UNREADABLE, "cannot read '" + name + "'");
        }
    }

    private static ResolvedTransaction resolved(PlainTransaction transaction, int file, int line) {
        return new ResolvedTransaction(
                transaction,
                transaction
                        .postings()
                        .collect(p -> new ResolvedTransaction.Posting(
                                p.account(),
                                p.kind(),
                                p.amount().orElseThrow(),
                                Optional.empty(),
                                Optional.empty(),
                                Lists.immutable.empty(),
                                false,
                                line)),
                false,
                false,
                file,
                line);
    }

    private static void each(
            InputStream in, int file, String source, CsvMapping mapping, Problems problems, RecordSink sink) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
            CsvRecords records = new CsvRecords(reader, mapping.separator(), mapping.quote());
            CsvTransactions transactions = new CsvTransactions(mapping, CsvHeader.read(records, mapping));
            while (!problems.areFull()) {
                try {
                    ImmutableList<String> record = records.next();
                    if (record.isEmpty()) {
                        break;
                    }
                    sink.accept(transactions.transaction(record), records.line());
                } catch (Malformed e) {
                    problems.add(file, records.line(), e);
                    if (e.code().equals(JournalCodes.CSV_QUOTES)) {
                        // Where quotes are wrong nobody knows where the next record begins.
                        break;
                    }
                } catch (InvalidValueException e) {
                    problems.add(
                            file,
                            records.line(),
                            JournalCodes.SYNTAX,
                            "the record makes no transaction: " + e.getMessage());
                }
            }
        } catch (Malformed e) {
            problems.add(file, 1, e);
        } catch (CharacterCodingException e) {
            problems.add(file, 0, JournalCodes.ENCODING, "the file is not valid UTF-8; save it as UTF-8");
        } catch (IOException e) {
            problems.add(file, 0, JournalCodes.UNREADABLE, "cannot read '" + source + "'");
        }
    }

    /** Strict dates, without any locale's names. */
    static DateTimeFormatter dates(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw PlainText.invalid("CsvMapping", "datePattern", "csv.date-pattern", "is no date pattern: " + pattern);
        }
    }

    private PlainTransaction transaction(ImmutableList<String> record) {
        header.checkSize(record);
        String commodity = header.value(record, CsvColumn.CURRENCY, mapping.commodity());
        BigDecimal amount = mapping.reversedSign() ? amount(record).negate() : amount(record);
        PlainTransaction.Builder builder = PlainTransaction.builder();
        builder.date(date(header.value(record, CsvColumn.DATE, ""))).description(description(record));
        String code = header.value(record, CsvColumn.CODE, "");
        if (!code.isEmpty()) {
            builder.code(code);
        }
        builder.add(PlainPosting.of(mapping.account(), new PlainAmount(amount, commodity)));
        String other = header.value(record, CsvColumn.ACCOUNT, mapping.otherAccount());
        return builder.add(PlainPosting.of(other, new PlainAmount(amount.negate(), commodity)))
                .build();
    }

    /** One line; a semicolon, which would begin a comment, becomes a comma. */
    private String description(ImmutableList<String> record) {
        return header.value(record, CsvColumn.DESCRIPTION, "")
                .replace(';', ',')
                .replaceAll("\\s+", " ")
                .replaceFirst("^[*!(]+ ?", "")
                .strip();
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text, dates);
        } catch (DateTimeParseException e) {
            throw new Malformed(
                    JournalCodes.DATE,
                    "cannot read the date '" + text + "': the mapping says " + mapping.datePattern());
        }
    }

    private BigDecimal amount(ImmutableList<String> record) {
        if (mapping.columns().containsKey(CsvColumn.AMOUNT)) {
            return number(header.value(record, CsvColumn.AMOUNT, ""));
        }
        String debit = header.value(record, CsvColumn.DEBIT, "");
        String credit = header.value(record, CsvColumn.CREDIT, "");
        if (debit.isEmpty() && credit.isEmpty()) {
            throw new Malformed(JournalCodes.AMOUNT, "neither debit nor credit has an amount");
        }
        BigDecimal debited = debit.isEmpty() ? BigDecimal.ZERO : number(debit);
        return credit.isEmpty() ? debited : debited.subtract(number(credit));
    }

    private BigDecimal number(String text) {
        boolean hasDigit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (!hasDigit || !numbers.matcher(text).matches()) {
            throw new Malformed(
                    JournalCodes.AMOUNT,
                    "cannot read the amount '" + text + "': the mapping's decimal mark is " + mapping.decimalMark());
        }
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == mapping.decimalMark()) {
                plain.append('.');
            } else if (c == '-' || (c >= '0' && c <= '9')) {
                plain.append(c);
            }
        }
        return new BigDecimal(plain.toString());
    }

    /** Numbers with this decimal mark; digits stand together or in threes divided by one and the same other mark. */
    private static Pattern numbers(char decimalMark) {
        String group = "[ '\u00A0\u202F" + (decimalMark == '.' ? ',' : '.') + "]";
        String whole = "(?:[0-9]{1,3}(" + group + ")[0-9]{3}(?:\\1[0-9]{3})*|[0-9]*)";
        return Pattern.compile("[+-]?" + whole + "(?:\\" + decimalMark + "[0-9]*)?");
    }
}
