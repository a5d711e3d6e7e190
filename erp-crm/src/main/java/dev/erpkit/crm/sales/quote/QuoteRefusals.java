package dev.erpkit.crm.sales.quote;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The refusals of quotes, each with its code and the sentence that says what to do. */
final class QuoteRefusals {
    private static final RefusalCode UNKNOWN = RefusalCode.of("quote.unknown");
    private static final RefusalCode UNKNOWN_NAME = RefusalCode.of("quote.unknown-name");
    private static final RefusalCode NOT_ACCEPTED = RefusalCode.of("quote.not-accepted");
    private static final RefusalCode DIFFERS = RefusalCode.of("quote.differs");
    private static final RefusalCode OTHER_PARTY = RefusalCode.of("quote.other-party");
    private static final RefusalCode ACCEPTED = RefusalCode.of("quote.accepted");
    private static final RefusalCode SUPERSEDED = RefusalCode.of("quote.superseded");
    private static final RefusalCode EXPIRED = RefusalCode.of("quote.expired");
    private static final RefusalCode WITHDRAWN = RefusalCode.of("quote.withdrawn");
    private static final RefusalCode NOT_SUBMITTED = RefusalCode.of("quote.not-submitted");
    private static final RefusalCode SUBMITTED = RefusalCode.of("quote.submitted");
    private static final RefusalCode NOT_APPROVED = RefusalCode.of("quote.not-approved");
    private static final RefusalCode OWN_APPROVAL = RefusalCode.of("quote.own-approval");
    private static final RefusalCode NO_APPROVAL = RefusalCode.of("quote.no-approval-asked");
    private static final RefusalCode DISCOUNT = RefusalCode.of("quote.discount-over-limit");
    private static final RefusalCode MIXED_TAXES = RefusalCode.of("quote.mixed-taxes");

    private QuoteRefusals() {}

    static Refusal mixedTaxes(DocumentId quote) {
        return Refusal.of(
                        MIXED_TAXES,
                        "The lines of quote " + quote
                                + " bear different taxes; give the discount on the lines instead of all of it")
                .with("quote", quote);
    }

    static Refusal unknown(DocumentId quote, int revision) {
        return Refusal.of(UNKNOWN, "There is no revision " + revision + " of quote " + quote + "; draft it first")
                .with("quote", quote)
                .with("revision", revision);
    }

    static Refusal unknownName(String name) {
        return Refusal.of(UNKNOWN_NAME, "There is no quote " + name + "; order without one, or name it as it is")
                .with("quote", name);
    }

    static Refusal notAccepted(String name) {
        return Refusal.of(NOT_ACCEPTED, "Quote " + name + " was not accepted; accept it, which places its order")
                .with("quote", name);
    }

    static Refusal differs(String name, DocumentId order) {
        return Refusal.of(
                        DIFFERS,
                        "Order " + order + " differs from quote " + name
                                + " in party, lines, prices or rounding; order what was accepted, or without the quote")
                .with("quote", name)
                .with("order", order);
    }

    static Refusal otherParty(DocumentId quote) {
        return Refusal.of(OTHER_PARTY, "Quote " + quote + " is another party's; a revision stays with its party")
                .with("quote", quote);
    }

    static Refusal accepted(DocumentId quote, DocumentId order) {
        return Refusal.of(
                        ACCEPTED,
                        "Quote " + quote + " was accepted and is order " + order + "; change the order or quote anew")
                .with("quote", quote)
                .with("order", order);
    }

    static Refusal superseded(String name, String current) {
        return Refusal.of(SUPERSEDED, "Quote " + name + " was superseded by " + current + "; take the current revision")
                .with("quote", name)
                .with("current", current);
    }

    static Refusal expired(String name, LocalDate validThrough) {
        return Refusal.of(
                        EXPIRED,
                        "Quote " + name + " was valid through " + validThrough + "; revise it with a later day")
                .with("quote", name)
                .with("validThrough", validThrough);
    }

    static Refusal withdrawn(String name) {
        return Refusal.of(WITHDRAWN, "Quote " + name + " was taken back; draft another revision")
                .with("quote", name);
    }

    static Refusal notSubmitted(String name) {
        return Refusal.of(NOT_SUBMITTED, "Quote " + name + " is a draft; submit it first")
                .with("quote", name);
    }

    static Refusal submitted(String name) {
        return Refusal.of(SUBMITTED, "Quote " + name + " was submitted already; draft another revision to change it")
                .with("quote", name);
    }

    static Refusal notApproved(String name, String roles) {
        return Refusal.of(NOT_APPROVED, "Quote " + name + " has still to be approved by " + roles + "; ask them")
                .with("quote", name)
                .with("roles", roles);
    }

    static Refusal ownApproval(String name) {
        return Refusal.of(OWN_APPROVAL, "Quote " + name + " cannot be approved by who submitted it; ask somebody else")
                .with("quote", name);
    }

    static Refusal noApproval(String name, String role) {
        return Refusal.of(
                        NO_APPROVAL, "Quote " + name + " waits for no approval by " + role + "; nothing has to be done")
                .with("quote", name)
                .with("role", role);
    }

    static Refusal discount(DocumentId quote, int line, Rational percent, BigDecimal most) {
        return Refusal.of(
                        DISCOUNT,
                        "Quote " + quote + " takes more off "
                                + (line == 0 ? "all of it" : "line " + line) + " than " + most.toPlainString()
                                + " percent; lower the discount")
                .with("quote", quote)
                .with("line", line)
                .with("percent", percent)
                .with("most", most.toPlainString());
    }
}
