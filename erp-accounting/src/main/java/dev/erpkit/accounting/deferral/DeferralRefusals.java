package dev.erpkit.accounting.deferral;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** Makes the refusals of deferrals. */
final class DeferralRefusals {
    private DeferralRefusals() {}

    static Refusal of(String code, String message) {
        return Refusal.of(RefusalCode.of(code), message);
    }

    static Refusal unknown(DeferralId id) {
        return of("deferral.unknown", "There is no deferral " + id + "; open it first")
                .with("deferral", id);
    }

    static Refusal keyReused(Object key) {
        return of("deferral.key-reused", "Key " + key + " was used with other content; take another one")
                .with("key", key);
    }
}
