package dev.erpkit.accounting.dunning;

import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.Constraints;
import dev.erpkit.core.value.ErpValue;
import dev.erpkit.core.value.InvalidValueException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** One item at one level, with what is charged for it. */
@ErpValue
@Value.Immutable
public sealed interface DunningProposal permits ImmutableDunningProposal {
    /** The item. */
    ItemId item();

    /** Its book. */
    BookId book();

    /** Whom it concerns. */
    PartyId party();

    /** The document by which people know it. */
    Optional<@Size(min = 1, max = 64) String> document();

    /** The day it was due. */
    LocalDate due();

    /** The day of the run. */
    LocalDate day();

    /** The procedure. */
    @NotBlank
    @Size(max = 64)
    String procedure();

    /** The level, from 1. */
    int level();

    /** The key of the letter's text. */
    @NotBlank
    @Size(max = 64)
    String textKey();

    /** The currency of the item. */
    CurrencyUnit currency();

    /** What is open of it, minor units, above zero. */
    long openMinor();

    /** The fee, minor units. */
    long feeMinor();

    /** The interest since it was due or last charged, minor units. */
    long interestMinor();

    /** Enforces the declared constraints, and the bounds of level and figures: {@code dunning.proposal}. */
    @Value.Check
    default void check() {
        Constraints.check("DunningProposal", this);
        if (level() < 1 || openMinor() <= 0 || feeMinor() < 0 || interestMinor() < 0) {
            throw new InvalidValueException(
                    "DunningProposal",
                    "level",
                    "dunning.proposal",
                    "must have a level from 1, something open, and no negative charge");
        }
    }

    /** What is open of it. */
    default MonetaryAmount open() {
        return Amounts.ofMinor(openMinor(), currency());
    }

    /** The fee. */
    default MonetaryAmount fee() {
        return Amounts.ofMinor(feeMinor(), currency());
    }

    /** The interest. */
    default MonetaryAmount interest() {
        return Amounts.ofMinor(interestMinor(), currency());
    }

    /** Fee and interest. */
    default MonetaryAmount charges() {
        return Amounts.ofMinor(Math.addExact(feeMinor(), interestMinor()), currency());
    }

    /** What is asked for: open, fee and interest. */
    default MonetaryAmount total() {
        return Amounts.ofMinor(Math.addExact(openMinor(), Math.addExact(feeMinor(), interestMinor())), currency());
    }

    /** The canonical text. */
    default String text() {
        return String.join(
                " ",
                item().toString(),
                day().toString(),
                procedure(),
                String.valueOf(level()),
                Amounts.canonical(open()),
                Amounts.canonical(fee()),
                Amounts.canonical(interest()));
    }

    /** A builder; no fee and no interest unless said otherwise. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a proposal. */
    final class Builder extends ImmutableDunningProposal.Builder {
        Builder() {
            feeMinor(0);
            interestMinor(0);
        }
    }
}
