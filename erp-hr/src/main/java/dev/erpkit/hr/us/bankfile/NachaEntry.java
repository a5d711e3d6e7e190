package dev.erpkit.hr.us.bankfile;

/**
 * One deposit. Its text shows nothing of it.
 *
 * @param routing the routing number of the receiving bank, nine digits
 * @param savings whether to a savings account, else to a checking account
 * @param number the account number
 * @param id by which the sender knows it, up to 15 characters
 * @param name the receiver
 * @param cents the amount, 1 to 9,999,999,999
 */
public record NachaEntry(String routing, boolean savings, String number, String id, String name, long cents) {
    @Override
    public String toString() {
        return "NachaEntry[]";
    }
}
