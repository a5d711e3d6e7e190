package dev.erpkit.hr.japan.bankfile;

/**
 * One data record. Its text shows nothing of it.
 *
 * @param bank four digits
 * @param branch three digits
 * @param accountType 1 ordinary, 2 current, 4 savings, 9 other
 * @param accountNumber seven digits
 * @param name the payee in half-width kana
 * @param yen the amount, 1 to 9,999,999,999
 */
public record ZenginTransfer(
        String bank, String branch, String accountType, String accountNumber, String name, long yen) {
    @Override
    public String toString() {
        return "ZenginTransfer[]";
    }
}
