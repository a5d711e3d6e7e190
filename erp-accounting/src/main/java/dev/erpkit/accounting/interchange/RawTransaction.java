package dev.erpkit.accounting.interchange;

import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** The transaction being read, in columns that are used again for the next one. */
final class RawTransaction {
    /** A date that is not there. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** The posting has an assertion. */
    static final byte ASSERTED = 1;
    /** The assertion is about all commodities of the account. */
    static final byte SOLE = 2;
    /** The assertion includes accounts below. */
    static final byte INCLUSIVE = 4;

    /** The posting is of a lot. */
    static final byte LOT = 1;
    /** The price of the lot is that of the whole posting. */
    static final byte LOT_TOTAL = 2;
    /** The price of the lot does not follow the market. */
    static final byte LOT_FIXED = 4;

    int line;
    int day;
    int secondaryDay;
    TransactionStatus status = TransactionStatus.UNMARKED;
    String code = "";
    String description = "";
    boolean hasCode;
    /** Whether a posting's amount has to be found from its account's balance. */
    boolean assigned;

    boolean hasAssertions;
    boolean hasCosts;
    boolean hasLots;
    /** Whether it balances by the prices of its lots and not by its costs. */
    boolean atLotPrices;

    boolean hasVirtual;
    boolean hasPostingDates;
    final MutableList<String> comments = Lists.mutable.empty();

    int size;
    int[] accounts = new int[8];
    int[] lines = new int[8];
    int[] days = new int[8];
    PostingKind[] kinds = new PostingKind[8];
    TransactionStatus[] statuses = new TransactionStatus[8];
    byte[] assertionFlags = new byte[8];
    boolean[] costTotal = new boolean[8];
    final AmountColumn amounts = new AmountColumn();
    final AmountColumn costs = new AmountColumn();
    final AmountColumn assertions = new AmountColumn();
    final AmountColumn assertionCosts = new AmountColumn();
    boolean[] assertionCostTotal = new boolean[8];
    /** Lots, by posting; only where {@link #hasLots} says that there are any. */
    final AmountColumn lots = new AmountColumn();

    byte[] lotFlags = new byte[8];
    int[] lotDays = new int[8];
    final MutableList<MutableList<String>> postingComments = Lists.mutable.empty();

    void begin(int atLine) {
        line = atLine;
        secondaryDay = NO_DAY;
        status = TransactionStatus.UNMARKED;
        hasCode = false;
        assigned = false;
        hasAssertions = false;
        hasCosts = false;
        hasLots = false;
        atLotPrices = false;
        hasVirtual = false;
        hasPostingDates = false;
        size = 0;
        code = "";
        description = "";
        if (comments.notEmpty()) {
            comments.clear();
        }
        if (postingComments.notEmpty()) {
            postingComments.clear();
        }
    }

    /** Adds an empty posting and gives its index. */
    int add(int account, PostingKind kind, TransactionStatus mark, int atLine) {
        int i = size;
        if (i == accounts.length) {
            grow();
        }
        size = i + 1;
        accounts[i] = account;
        kinds[i] = kind;
        statuses[i] = mark;
        lines[i] = atLine;
        days[i] = NO_DAY;
        assertionFlags[i] = 0;
        amounts.clear(i);
        costs.clear(i);
        assertions.clear(i);
        assertionCosts.clear(i);
        if (hasLots) {
            clearLot(i);
        }
        if (kind != PostingKind.REAL) {
            hasVirtual = true;
        }
        return i;
    }

    private void clearLot(int i) {
        lots.clear(i);
        lotFlags[i] = 0;
        lotDays[i] = NO_DAY;
    }

    /** Makes the posting one of a lot; the first lot of a transaction makes room for them. */
    void lot(int i) {
        if (!hasLots) {
            hasLots = true;
            for (int p = 0; p < size; p++) {
                clearLot(p);
            }
        }
        lotFlags[i] |= LOT;
    }

    boolean hasLot(int i) {
        return hasLots && lotFlags[i] != 0;
    }

    private void grow() {
        int room = 2 * accounts.length;
        accounts = Arrays.copyOf(accounts, room);
        lines = Arrays.copyOf(lines, room);
        days = Arrays.copyOf(days, room);
        kinds = Arrays.copyOf(kinds, room);
        statuses = Arrays.copyOf(statuses, room);
        assertionFlags = Arrays.copyOf(assertionFlags, room);
        costTotal = Arrays.copyOf(costTotal, room);
        assertionCostTotal = Arrays.copyOf(assertionCostTotal, room);
        lotFlags = Arrays.copyOf(lotFlags, room);
        lotDays = Arrays.copyOf(lotDays, room);
        lots.ensure(room);
        amounts.ensure(room);
        costs.ensure(room);
        assertions.ensure(room);
        assertionCosts.ensure(room);
    }

    /** A copy of what balancing needs, for a transaction that waits for its turn in date order. */
    RawTransaction copy() {
        RawTransaction t = new RawTransaction();
        t.begin(line);
        t.day = day;
        t.assigned = assigned;
        t.hasAssertions = hasAssertions;
        t.hasCosts = hasCosts;
        t.hasLots = hasLots;
        t.hasVirtual = hasVirtual;
        t.hasPostingDates = hasPostingDates;
        for (int i = 0; i < size; i++) {
            t.add(accounts[i], kinds[i], statuses[i], lines[i]);
            t.days[i] = days[i];
            t.assertionFlags[i] = assertionFlags[i];
            t.costTotal[i] = costTotal[i];
            t.assertionCostTotal[i] = assertionCostTotal[i];
        }
        if (hasLots) {
            lots.copyTo(t.lots, size);
            System.arraycopy(lotFlags, 0, t.lotFlags, 0, size);
            System.arraycopy(lotDays, 0, t.lotDays, 0, size);
        }
        amounts.copyTo(t.amounts, size);
        costs.copyTo(t.costs, size);
        assertions.copyTo(t.assertions, size);
        assertionCosts.copyTo(t.assertionCosts, size);
        return t;
    }
}
