package dev.erpkit.accounting.asset;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** Why commands about assets are refused. */
final class AssetRefusals {
    static final RefusalCode EXISTS = RefusalCode.of("asset.exists");
    static final RefusalCode UNKNOWN = RefusalCode.of("asset.unknown");
    static final RefusalCode UNKNOWN_BOOK = RefusalCode.of("asset.unknown-book");
    static final RefusalCode UNKNOWN_METHOD = RefusalCode.of("asset.unknown-method");
    static final RefusalCode KEY_REUSED = RefusalCode.of("asset.key-reused");
    static final RefusalCode DISPOSED = RefusalCode.of("asset.disposed");
    static final RefusalCode BEFORE_ACQUISITION = RefusalCode.of("asset.before-acquisition");
    static final RefusalCode OUT_OF_ORDER = RefusalCode.of("asset.out-of-order");
    static final RefusalCode PERIOD_BOOKED = RefusalCode.of("asset.period-booked");
    static final RefusalCode BELOW_RESIDUAL = RefusalCode.of("asset.below-residual");
    static final RefusalCode AMOUNT = RefusalCode.of("asset.amount");
    static final RefusalCode CURRENCY = RefusalCode.of("asset.currency");
    static final RefusalCode SHARE = RefusalCode.of("asset.share");
    static final RefusalCode PROCEEDS = RefusalCode.of("asset.proceeds");
    static final RefusalCode MISALIGNED = RefusalCode.of("asset.periods-misaligned");
    static final RefusalCode NO_CHANGE = RefusalCode.of("asset.no-change");
    static final RefusalCode COMMAND = RefusalCode.of("asset.command");

    private AssetRefusals() {}

    static Refusal of(RefusalCode code, AssetId asset, String message) {
        return Refusal.of(code, message).with("asset", asset);
    }

    static Refusal unknown(AssetId asset) {
        return of(UNKNOWN, asset, "There is no asset " + asset + "; acquire it first");
    }
}
