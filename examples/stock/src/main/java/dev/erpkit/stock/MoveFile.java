package dev.erpkit.stock;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The facts of a file of moves, in the order of its lines, which is that of recording. */
final class MoveFile {
    private final CurrencyUnit currency;
    private final MutableList<StockEvent> events = Lists.mutable.empty();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final MutableList<Row> rows = Lists.mutable.empty();

    private MoveFile(CurrencyUnit currency) {
        this.currency = currency;
    }

    /** Reads lines; blank ones and those that begin with # are skipped. */
    static MoveFile read(List<String> lines, CurrencyUnit currency) throws MoveFileException {
        MoveFile file = new MoveFile(currency);
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String text =
                    i == 0 && lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i);
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            Row row = Row.parse(i + 1, text);
            if (headed) {
                file.add(row);
            } else if (!row.fields().equals(Row.FIELDS)) {
                throw new MoveFileException(i + 1, "the first line must be " + String.join(",", Row.FIELDS));
            }
            headed = true;
        }
        return file;
    }

    ImmutableList<StockEvent> events() {
        return events.toImmutable();
    }

    /** The number of a line by its id. */
    Optional<Long> number(String id) {
        return Optional.ofNullable(numbers.get(id));
    }

    /** The id of a line by its number. */
    String id(long number) {
        return rows.get((int) number - 1).get("id");
    }

    /** The line in the file by its number. */
    int line(long number) {
        return rows.get((int) number - 1).line();
    }

    private void add(Row row) throws MoveFileException {
        rows.add(row);
        if (numbers.putIfAbsent(row.need("id"), (long) rows.size()) != null) {
            throw row.wrong("id", "is taken by another line: " + row.get("id"));
        }
        String unit = row.get("unit");
        String known = units.putIfAbsent(row.get("item"), unit);
        if (known != null && !unit.isEmpty() && !known.equals(unit)) {
            throw row.wrong(
                    "unit", "is " + unit + " here and " + known + " before; quantities are in one unit an item");
        }
        events.add(event(row, rows.size()));
    }

    private StockEvent event(Row row, long n) throws MoveFileException {
        return switch (row.need("type")) {
            case "receipt" ->
                new StockEvent.Receipt(
                        n, row.date(), goods(row), row.quantity(), row.cost().map(cost -> Cost.each(cost, currency)));
            case "issue" -> new StockEvent.Issue(n, row.date(), goods(row), row.quantity());
            case "customer-return" -> new StockEvent.CustomerReturn(n, row.date(), goods(row), row.quantity(), of(row));
            case "vendor-return" -> new StockEvent.VendorReturn(n, row.date(), goods(row), row.quantity(), of(row));
            case "transfer" -> transfer(row, n);
            case "count" ->
                new StockEvent.Count(
                        n, row.date(), goods(row), row.quantity(), row.cost().map(cost -> Cost.each(cost, currency)));
            case "standard" ->
                new StockEvent.StandardCost(n, row.date(), row.need("item"), Cost.each(row.needCost(), currency));
            default -> amendment(row, n);
        };
    }

    private StockEvent amendment(Row row, long n) throws MoveFileException {
        return switch (row.get("type")) {
            case "price" -> new StockEvent.PriceCorrection(n, row.date(), of(row), Cost.each(row.needCost(), currency));
            case "quantity" -> new StockEvent.QuantityCorrection(n, row.date(), of(row), row.quantity());
            case "cancel" -> new StockEvent.Cancel(n, row.date(), of(row));
            case "bill" ->
                new StockEvent.Bill(n, row.date(), of(row), row.quantity(), Cost.each(row.needCost(), currency));
            case "landed" -> landed(row, n);
            default ->
                throw row.wrong(
                        "type",
                        "is none of receipt, issue, customer-return, vendor-return, transfer, count, standard, price,"
                                + " quantity, cancel, bill, landed: " + row.get("type"));
        };
    }

    private StockEvent landed(Row row, long n) throws MoveFileException {
        MutableList<Long> receipts = Lists.mutable.empty();
        for (String id : row.need("ref").split(" +")) {
            receipts.add(of(row, id));
        }
        try {
            long amount = Amounts.minor(Amounts.of(row.needCost(), currency));
            return new StockEvent.LandedCost(n, row.date(), receipts.toImmutable(), amount, LandedCostBasis.VALUE);
        } catch (InvalidValueException e) {
            throw row.wrong("unit_cost", "has more decimals than " + currency.getCurrencyCode());
        }
    }

    private StockEvent transfer(Row row, long n) throws MoveFileException {
        String[] ends = row.need("location").split(">", -1);
        if (ends.length != 2 || ends[0].isBlank() || ends[1].isBlank()) {
            throw row.wrong("location", "of a transfer is FROM>TO, not " + row.get("location"));
        }
        Goods goods = goods(row);
        return new StockEvent.Transfer(
                n, row.date(), goods.in(ends[0].strip()), goods.in(ends[1].strip()), row.quantity());
    }

    private static Goods goods(Row row) throws MoveFileException {
        return Goods.of(row.need("item")).in(row.get("location")).lot(row.get("lot"));
    }

    private long of(Row row) throws MoveFileException {
        return of(row, row.need("ref"));
    }

    private long of(Row row, String id) throws MoveFileException {
        Long number = numbers.get(id);
        if (number == null || number == rows.size()) {
            throw row.wrong("ref", "is no id of a line before: " + id);
        }
        return number;
    }
}
