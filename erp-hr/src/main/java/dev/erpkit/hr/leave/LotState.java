package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** One lot and all that was moved out of it and back. */
final class LotState {
    private final LeaveLot lot;
    private final boolean carriedIn;
    private final MutableList<LotPart> taken = Lists.mutable.empty();
    private final MutableList<LotPart> carriedOut = Lists.mutable.empty();
    private Rational adjusted = Rational.ZERO;
    private Rational free;

    LotState(LeaveLot lot, boolean carriedIn) {
        this.lot = lot;
        this.carriedIn = carriedIn;
        this.free = lot.days();
    }

    LeaveLot lot() {
        return lot;
    }

    Rational free() {
        return free;
    }

    void take(LotPart part) {
        taken.add(part);
        free = free.subtract(part.days());
    }

    void giveBack(LotPart part) {
        taken.remove(part);
        free = free.add(part.days());
    }

    void carryOut(LotPart part) {
        carriedOut.add(part);
        free = free.subtract(part.days());
    }

    void adjust(Rational days) {
        adjusted = adjusted.add(days);
        free = free.add(days);
    }

    /** Adds what counts up to the end of a day. On the day it expires, a lot has nothing left but what was carried over. */
    void addTo(BalanceSum sum, LocalDate day) {
        if (day.isBefore(lot.grantedOn())) {
            return;
        }
        Rational left = lot.days().add(adjusted);
        sum.adjusted(adjusted);
        if (carriedIn) {
            sum.carriedIn(lot.days());
        } else {
            sum.granted(lot.days());
        }
        for (LotPart part : taken) {
            if (!part.day().isAfter(day)) {
                sum.taken(part.days());
                left = left.subtract(part.days());
            }
        }
        for (LotPart part : carriedOut) {
            if (!part.day().isAfter(day)) {
                sum.carriedOut(part.days());
                left = left.subtract(part.days());
            }
        }
        if (day.isBefore(lot.expiresOn())) {
            sum.remaining(left);
        } else {
            sum.expired(left);
        }
    }
}
