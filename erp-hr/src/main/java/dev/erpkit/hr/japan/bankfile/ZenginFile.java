package dev.erpkit.hr.japan.bankfile;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Violation;
import dev.erpkit.hr.bankfile.CreditTransfer;
import dev.erpkit.hr.employment.BankAccount;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * One file of transfers: a header, a record for each transfer, a trailer with their number and total, an end.
 *
 * @param orderer who orders
 * @param kind what the transfers are
 * @param day when the money is to arrive; the file holds month and day only
 * @param transfers 1 to 999,999, in the order given
 */
public record ZenginFile(ZenginOrderer orderer, Kind kind, LocalDate day, ImmutableList<ZenginTransfer> transfers) {
    private static final RefusalCode EMPTY = RefusalCode.of("bank-file.empty");
    private static final RefusalCode CURRENCY = RefusalCode.of("bank-file.currency");
    private static final RefusalCode AMOUNT = RefusalCode.of("bank-file.amount");
    private static final RefusalCode ACCOUNT = RefusalCode.of("bank-file.account");
    private static final RefusalCode TOO_MANY = RefusalCode.of("bank-file.too-many");
    private static final long MOST_YEN = 9_999_999_999L;
    private static final int MOST = 999_999;

    /** What the transfers of a file are. */
    public enum Kind {
        /** Salaries (給与振込): to ordinary and current accounts only. */
        SALARY("11"),
        /** Bonuses (賞与振込): to ordinary and current accounts only. */
        BONUS("12"),
        /** Other transfers (総合振込). */
        GENERAL("21");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in the header. */
        public String code() {
            return code;
        }

        private static Kind of(String code) {
            return Lists.immutable
                    .of(values())
                    .detectOptional(kind -> kind.code.equals(code))
                    .orElseThrow(() -> malformed("zengin.kind", "must be 11, 12 or 21"));
        }
    }

    /**
     * The file for transfers. Refused as a whole with the payee of the first that cannot be sent: {@code bank-file.empty},
     * {@code bank-file.too-many}, {@code bank-file.currency} for other than yen, {@code bank-file.amount} beyond ten digits,
     * {@code bank-file.account} with the check that the account fails.
     */
    public static Outcome<ZenginFile> of(
            ZenginOrderer orderer, Kind kind, LocalDate day, ImmutableList<CreditTransfer> transfers) {
        if (transfers.isEmpty()) {
            return Outcome.refused(Refusal.of(EMPTY, "There is nothing to transfer; leave the file out"));
        }
        if (transfers.size() > MOST) {
            return Outcome.refused(Refusal.of(TOO_MANY, "A file has at most " + MOST + " transfers; split it")
                    .with("most", MOST));
        }
        MutableList<ZenginTransfer> rows = Lists.mutable.empty();
        for (CreditTransfer transfer : transfers) {
            Optional<Refusal> refusal = refusal(kind, transfer);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            rows.add(row(transfer));
        }
        return Outcome.accepted(new ZenginFile(orderer, kind, day, rows.toImmutable()));
    }

    private static Optional<Refusal> refusal(Kind kind, CreditTransfer transfer) {
        if (!transfer.amount().getCurrency().getCurrencyCode().equals("JPY")) {
            return Optional.of(
                    Refusal.of(CURRENCY, "Transfer " + transfer.reference() + " is not in JPY; send it another way")
                            .with("reference", transfer.reference())
                            .with("currency", "JPY"));
        }
        if (Amounts.minor(transfer.amount()) > MOST_YEN) {
            return Optional.of(
                    Refusal.of(AMOUNT, "Transfer " + transfer.reference() + " has more than ten digits; split it")
                            .with("reference", transfer.reference()));
        }
        BankAccount account = transfer.account();
        return ZenginAccounts.RULE
                .check(account)
                .or(() -> kind == Kind.GENERAL
                                || account.type().equals("1")
                                || account.type().equals("2")
                        ? Optional.empty()
                        : Optional.of(
                                new Violation("type", "zengin.salary-type", "must be 1 or 2 for salaries and bonuses")))
                .map(violation -> Refusal.of(
                                ACCOUNT,
                                "The account of " + transfer.payee() + " fails the check " + violation.code() + ": "
                                        + violation.path() + " " + violation.message())
                        .with("payee", transfer.payee())
                        .with("check", violation.code()));
    }

    private static ZenginTransfer row(CreditTransfer transfer) {
        BankAccount account = transfer.account();
        return new ZenginTransfer(
                account.bank(),
                account.branch(),
                account.type(),
                account.number(),
                HalfWidthKana.of(account.holder()).orElseThrow().strip(),
                Amounts.minor(transfer.amount()));
    }

    /** The total in yen, which the trailer holds. */
    public long total() {
        return transfers.sumOfLong(ZenginTransfer::yen);
    }

    /** The records, each of 120 characters. */
    public ImmutableList<String> records() {
        MutableList<String> records = Lists.mutable.empty();
        records.add(ZenginLayouts.HEADER.format(
                "1",
                kind.code(),
                "0",
                orderer.clientCode(),
                orderer.name(),
                twoDigits(day.getMonthValue()) + twoDigits(day.getDayOfMonth()),
                orderer.bank(),
                orderer.bankName(),
                orderer.branch(),
                orderer.branchName(),
                orderer.accountType(),
                orderer.accountNumber(),
                ""));
        for (ZenginTransfer row : transfers) {
            records.add(ZenginLayouts.DATA.format(
                    "2",
                    row.bank(),
                    "",
                    row.branch(),
                    "",
                    "0000",
                    row.accountType(),
                    row.accountNumber(),
                    row.name(),
                    String.valueOf(row.yen()),
                    "0",
                    "",
                    "",
                    kind == Kind.GENERAL ? "7" : "",
                    "",
                    ""));
        }
        records.add(ZenginLayouts.TRAILER.format("8", String.valueOf(transfers.size()), String.valueOf(total()), ""));
        records.add(ZenginLayouts.END.format("9", ""));
        return records.toImmutable();
    }

    /** The records in JIS X 0201, each with CR and LF behind it. */
    public byte[] bytes() {
        return HalfWidthKana.encode(records().makeString("", "\r\n", "\r\n"));
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /**
     * Reads what {@link #bytes} writes, and the same without line ends.
     *
     * @param year of the day, which the file does not hold
     * @throws InvalidValueException {@code zengin.records} for records that are missing or too many, {@code zengin.totals} for
     *     a trailer that does not match, {@code zengin.kind}, {@code zengin.day}, or what {@link ZenginLayouts} refuses
     */
    public static ZenginFile read(byte[] bytes, int year) {
        ImmutableList<String> records = split(HalfWidthKana.decode(bytes));
        int size = records.size();
        if (size < 4 || !records.collect(r -> r.substring(0, 1)).makeString("").matches("12+89")) {
            throw malformed(
                    "zengin.records", "must be a header, transfers, a trailer and an end of 120 characters each");
        }
        ImmutableMap<String, String> header = ZenginLayouts.HEADER.parse(records.getFirst());
        ImmutableMap<String, String> trailer = ZenginLayouts.TRAILER.parse(records.get(size - 2));
        ZenginFile file = new ZenginFile(
                orderer(header),
                Kind.of(header.get("kind")),
                day(header.get("day"), year),
                records.subList(1, size - 2).collect(ZenginLayouts.DATA::parse).collect(ZenginFile::row));
        if (Long.parseLong(trailer.get("count")) != file.transfers.size()
                || Long.parseLong(trailer.get("total")) != file.total()) {
            throw malformed("zengin.totals", "must have the number and the total of the transfers in the trailer");
        }
        return file;
    }

    private static ImmutableList<String> split(String text) {
        String plain = text.replace("\r\n", "");
        MutableList<String> records = Lists.mutable.empty();
        for (int from = 0; from < plain.length(); from += ZenginLayouts.LENGTH) {
            records.add(plain.substring(from, Math.min(plain.length(), from + ZenginLayouts.LENGTH)));
        }
        return records.toImmutable();
    }

    private static ZenginOrderer orderer(ImmutableMap<String, String> header) {
        return new ZenginOrderer(
                header.get("client code"),
                header.get("client name"),
                header.get("bank"),
                header.get("bank name"),
                header.get("branch"),
                header.get("branch name"),
                header.get("account type"),
                header.get("account number"));
    }

    private static ZenginTransfer row(ImmutableMap<String, String> data) {
        return new ZenginTransfer(
                data.get("bank"),
                data.get("branch"),
                data.get("account type"),
                data.get("account number"),
                data.get("payee"),
                Long.parseLong(data.get("amount")));
    }

    private static LocalDate day(String monthAndDay, int year) {
        try {
            return LocalDate.of(
                    year, Integer.parseInt(monthAndDay.substring(0, 2)), Integer.parseInt(monthAndDay.substring(2)));
        } catch (DateTimeException e) {
            throw malformed("zengin.day", "must be a day of the year");
        }
    }

    private static InvalidValueException malformed(String code, String message) {
        return new InvalidValueException("ZenginFile", "bytes", code, message);
    }

    @Override
    public String toString() {
        return "ZenginFile[" + kind + " " + day + "]";
    }
}
