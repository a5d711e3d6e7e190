package dev.erpkit.accounting.tax.japan;

import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/**
 * 適格請求書: tax is rounded once for each rate in an invoice, in the direction that the issuer has chosen; rounding it by
 * line and summing is not allowed. 消費税法施行令 article 70-10 and 消費税法基本通達 1-8-15; worked in the National Tax
 * Agency's questions and answers on the invoice system.
 */
public final class QualifiedInvoice {
    /** A policy that rounds in another way than once for each rate to whole yen. */
    public static final RefusalCode POLICY = RefusalCode.of("qualified-invoice.policy");

    private QualifiedInvoice() {}

    /** The policy of an issuer: 切捨て is {@code TRUNCATE}, 四捨五入 {@code HALF_UP}, 切上げ {@code UP}. */
    public static TaxPolicy policy(RoundingRule direction) {
        return TaxPolicy.of(TaxGranularity.RATE, direction);
    }

    /**
     * A policy that a qualified invoice may have.
     *
     * @return the policy, or the refusal {@code qualified-invoice.policy} with the fact {@code policy}
     */
    public static Outcome<TaxPolicy> require(TaxPolicy policy) {
        boolean whole = policy.rounding().name().endsWith(":currency")
                || policy.rounding().name().endsWith(":0");
        return policy.granularity() == TaxGranularity.RATE && whole
                ? Outcome.accepted(policy)
                : Outcome.refused(Refusal.of(
                                POLICY,
                                "A qualified invoice rounds once for each rate to whole yen, not by " + policy
                                        + "; take QualifiedInvoice.policy")
                        .with("policy", policy));
    }
}
