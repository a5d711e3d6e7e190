package dev.erpkit.hr.us.bankfile;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * One file of direct deposits: one batch of PPD credits.
 *
 * @param originator who orders
 * @param day when the money is to arrive
 * @param createdAt when the file was made, to the minute, by the clocks of the originator
 * @param entries 1 to 999,999, in the order given
 */
public record NachaFile(
        NachaOriginator originator, LocalDate day, LocalDateTime createdAt, ImmutableList<NachaEntry> entries) {
    private static final RefusalCode EMPTY = RefusalCode.of("bank-file.empty");
    private static final RefusalCode CURRENCY = RefusalCode.of("bank-file.currency");
    private static final RefusalCode AMOUNT = RefusalCode.of("bank-file.amount");
    private static final RefusalCode ACCOUNT = RefusalCode.of("bank-file.account");
    private static final RefusalCode TOO_MANY = RefusalCode.of("bank-file.too-many");
    private static final RefusalCode REFERENCE = RefusalCode.of("bank-file.reference");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z ./-]{1,15}");
    private static final long MOST_CENTS = 9_999_999_999L;
    private static final long MOST_TOTAL = 999_999_999_999L;
    private static final int MOST = 999_999;
    private static final long HASH = 10_000_000_000L;
    private static final String CREDITS = "220";
    private static final int BLOCK = 10;

    /**
     * The file for transfers. Refused as a whole with the payee of the first that cannot be sent: {@code bank-file.empty},
     * {@code bank-file.too-many}, {@code bank-file.currency} for other than dollars, {@code bank-file.amount} beyond ten
     * digits or a total beyond twelve, {@code bank-file.reference} for what the fifteen characters of an entry cannot hold,
     * {@code bank-file.account} with the check that the account fails.
     */
    public static Outcome<NachaFile> of(
            NachaOriginator originator,
            LocalDate day,
            LocalDateTime createdAt,
            ImmutableList<CreditTransfer> transfers) {
        if (transfers.isEmpty()) {
            return Outcome.refused(Refusal.of(EMPTY, "There is nothing to transfer; leave the file out"));
        }
        if (transfers.size() > MOST) {
            return Outcome.refused(Refusal.of(TOO_MANY, "A file has at most " + MOST + " transfers; split it")
                    .with("most", MOST));
        }
        MutableList<NachaEntry> entries = Lists.mutable.empty();
        long total = 0;
        for (CreditTransfer transfer : transfers) {
            Optional<Refusal> refusal = refusal(transfer, total);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            entries.add(entry(transfer));
            total += Amounts.minor(transfer.amount());
        }
        return Outcome.accepted(new NachaFile(originator, day, minute(createdAt), entries.toImmutable()));
    }

    private static LocalDateTime minute(LocalDateTime at) {
        return at.withSecond(0).withNano(0);
    }

    private static Optional<Refusal> refusal(CreditTransfer transfer, long before) {
        if (!transfer.amount().getCurrency().getCurrencyCode().equals("USD")) {
            return Optional.of(
                    Refusal.of(CURRENCY, "Transfer " + transfer.reference() + " is not in USD; send it another way")
                            .with("reference", transfer.reference())
                            .with("currency", "USD"));
        }
        long cents = Amounts.minor(transfer.amount());
        if (cents > MOST_CENTS || before + cents > MOST_TOTAL) {
            return Optional.of(
                    Refusal.of(AMOUNT, "Transfer " + transfer.reference() + " has more than ten digits; split it")
                            .with("reference", transfer.reference()));
        }
        if (!ID.matcher(transfer.reference()).matches()) {
            return Optional.of(Refusal.of(
                            REFERENCE,
                            "Reference " + transfer.reference() + " does not fit; take 1 to 15 letters of ASCII")
                    .with("reference", transfer.reference()));
        }
        return AchAccounts.RULE
                .check(transfer.account())
                .map(violation -> Refusal.of(
                                ACCOUNT,
                                "The account of " + transfer.payee() + " fails the check " + violation.code() + ": "
                                        + violation.path() + " " + violation.message())
                        .with("payee", transfer.payee())
                        .with("check", violation.code()));
    }

    private static NachaEntry entry(CreditTransfer transfer) {
        BankAccount account = transfer.account();
        return new NachaEntry(
                account.bank(),
                account.type().equals("savings"),
                account.number(),
                transfer.reference().strip(),
                account.holder().strip(),
                Amounts.minor(transfer.amount()));
    }

    /** The total in cents, which the control records hold. */
    public long total() {
        return entries.sumOfLong(NachaEntry::cents);
    }

    /** The sum of the first eight digits of all receiving banks, of which the last ten digits are kept. */
    public long entryHash() {
        return entries.sumOfLong(entry -> Long.parseLong(entry.routing().substring(0, 8))) % HASH;
    }

    /** The records, each of 94 characters, filled up with nines to a multiple of ten. */
    public ImmutableList<String> records() {
        String origin = originator.bank().substring(0, 8);
        String count = String.valueOf(entries.size());
        String hash = String.valueOf(entryHash());
        String total = String.valueOf(total());
        MutableList<String> records = Lists.mutable.empty();
        records.add(NachaLayouts.FILE_HEADER.format(
                "1",
                "01",
                " " + originator.bank(),
                originator.companyId(),
                date(createdAt.toLocalDate()),
                two(createdAt.getHour()) + two(createdAt.getMinute()),
                "A",
                "094",
                "10",
                "1",
                originator.bankName(),
                originator.companyName(),
                ""));
        records.add(NachaLayouts.BATCH_HEADER.format(
                "5",
                CREDITS,
                originator.companyName(),
                "",
                originator.companyId(),
                "PPD",
                "PAYROLL",
                "",
                date(day),
                "",
                "1",
                origin,
                "1"));
        for (int i = 0; i < entries.size(); i++) {
            records.add(entryRecord(entries.get(i), origin, i + 1));
        }
        records.add(NachaLayouts.BATCH_CONTROL.format(
                "8", CREDITS, count, hash, "0", total, originator.companyId(), "", "", origin, "1"));
        long blocks = (records.size() + BLOCK) / BLOCK;
        records.add(NachaLayouts.FILE_CONTROL.format("9", "1", String.valueOf(blocks), count, hash, "0", total, ""));
        while (records.size() % BLOCK != 0) {
            records.add("9".repeat(NachaLayouts.LENGTH));
        }
        return records.toImmutable();
    }

    private static String entryRecord(NachaEntry entry, String origin, int number) {
        return NachaLayouts.ENTRY.format(
                "6",
                entry.savings() ? "32" : "22",
                entry.routing().substring(0, 8),
                entry.routing().substring(8),
                entry.number(),
                String.valueOf(entry.cents()),
                entry.id(),
                entry.name(),
                "",
                "0",
                origin + "0".repeat(7 - String.valueOf(number).length()) + number);
    }

    /** The records in ASCII, each with CR and LF behind it. */
    public byte[] bytes() {
        return records().makeString("", "\r\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String date(LocalDate day) {
        return two(day.getYear() % 100) + two(day.getMonthValue()) + two(day.getDayOfMonth());
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /**
     * Reads what {@link #bytes} writes.
     *
     * @throws InvalidValueException {@code nacha.records} for records that are missing or too many, {@code nacha.totals} for
     *     control records that do not match, {@code nacha.day}, or what a record refuses
     */
    public static NachaFile read(byte[] bytes) {
        ImmutableList<String> all = Lists.immutable
                .of(new String(bytes, StandardCharsets.US_ASCII).split("\r?\n"))
                .select(record -> !record.equals("9".repeat(NachaLayouts.LENGTH)));
        int size = all.size();
        if (size < 5
                || all.anySatisfy(record -> record.length() != NachaLayouts.LENGTH)
                || !all.collect(record -> record.substring(0, 1)).makeString("").matches("156+89")) {
            throw malformed("nacha.records", "must be one batch of entries, in records of 94 characters");
        }
        ImmutableMap<String, String> header = NachaLayouts.FILE_HEADER.parse(all.get(0));
        ImmutableMap<String, String> batch = NachaLayouts.BATCH_HEADER.parse(all.get(1));
        NachaFile file = new NachaFile(
                new NachaOriginator(
                        header.get("destination").strip(),
                        header.get("destination name"),
                        header.get("origin"),
                        header.get("origin name")),
                day(batch.get("effective date")),
                day(header.get("date"))
                        .atTime(
                                Integer.parseInt(header.get("time").substring(0, 2)),
                                Integer.parseInt(header.get("time").substring(2))),
                all.subList(2, size - 2).collect(NachaLayouts.ENTRY::parse).collect(NachaFile::entry));
        ImmutableMap<String, String> batchEnd = NachaLayouts.BATCH_CONTROL.parse(all.get(size - 2));
        ImmutableMap<String, String> fileEnd = NachaLayouts.FILE_CONTROL.parse(all.get(size - 1));
        if (!file.matches(batchEnd) || !file.matches(fileEnd)) {
            throw malformed("nacha.totals", "must have count, hash and total of the entries in both control records");
        }
        return file;
    }

    private boolean matches(ImmutableMap<String, String> control) {
        return Long.parseLong(control.get("count")) == entries.size()
                && Long.parseLong(control.get("hash")) == entryHash()
                && Long.parseLong(control.get("debit")) == 0
                && Long.parseLong(control.get("credit")) == total();
    }

    private static NachaEntry entry(ImmutableMap<String, String> record) {
        return new NachaEntry(
                record.get("bank") + record.get("check digit"),
                record.get("transaction").equals("32"),
                record.get("account"),
                record.get("id"),
                record.get("name"),
                Long.parseLong(record.get("amount")));
    }

    /** Years of two digits are those of this century. */
    private static LocalDate day(String digits) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4)));
        } catch (DateTimeException e) {
            throw malformed("nacha.day", "must be a day");
        }
    }

    private static InvalidValueException malformed(String code, String message) {
        return new InvalidValueException("NachaFile", "bytes", code, message);
    }

    @Override
    public String toString() {
        return "NachaFile[" + day + "]";
    }
}
