package dev.erpkit.accounting.interchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The class of an account, from its declaration or its English name. */
public enum PlainAccountType {
    /** What is owned, cash included. */
    ASSET("assets?"),
    /** What is owed. */
    LIABILITY("debts?|liabilit(y|ies)"),
    /** The owners' part, conversion accounts included. */
    EQUITY("equity"),
    /** What comes in. */
    REVENUE("(income|revenue)s?"),
    /** What goes out. */
    EXPENSE("expenses?");

    private final Pattern topLevelName;

    PlainAccountType(String topLevelName) {
        this.topLevelName = Pattern.compile(topLevelName, Pattern.CASE_INSENSITIVE);
    }

    /** The type that the first part of an account's name tells in English, singular or plural, in any case. */
    public static Optional<PlainAccountType> inferred(String account) {
        int colon = account.indexOf(':');
        String top = colon < 0 ? account : account.substring(0, colon);
        for (PlainAccountType type : values()) {
            if (type.topLevelName.matcher(top).matches()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /**
     * The type that a {@code type:} tag names by word or letter; cash counts as asset, conversion and unrealised gain as
     * equity, gain as revenue.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code account-type.unknown}
     */
    public static PlainAccountType declared(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT)) {
            case "a", "asset", "c", "cash" -> ASSET;
            case "l", "liability" -> LIABILITY;
            case "e", "equity", "v", "conversion", "u", "unrealisedgain" -> EQUITY;
            case "r", "revenue", "income", "g", "gain" -> REVENUE;
            case "x", "expense" -> EXPENSE;
            default ->
                throw PlainText.invalid(
                        "PlainAccountType",
                        "type",
                        "account-type.unknown",
                        "is not an account type: " + tag + "; use A, L, E, R, X, C, V, G or U");
        };
    }
}
