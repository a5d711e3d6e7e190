package dev.erpkit.accounting.interchange;

/** The tree that account names form. */
final class AccountNames {
    private AccountNames() {}

    /** Tells whether an account is another one or below it: {@code assets:cash} is within {@code assets}. */
    static boolean isWithin(String account, String top) {
        return account.startsWith(top) && (account.length() == top.length() || account.charAt(top.length()) == ':');
    }
}
