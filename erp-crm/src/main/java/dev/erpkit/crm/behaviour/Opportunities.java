package dev.erpkit.crm.behaviour;

/**
 * Customers of equal history where there is one occasion to buy in every period.
 *
 * @param frequency on how many occasions they bought
 * @param last the last occasion on which they did, 0 when there was none
 * @param occasions how many there were
 * @param customers how many customers have this history
 */
public record Opportunities(int frequency, int last, int occasions, int customers) {
    /** Checks that the figures are possible: {@code behaviour.impossible}. */
    public Opportunities {
        boolean possible = frequency >= 0
                && last >= frequency
                && last <= occasions
                && customers >= 0
                && (frequency == 0) == (last == 0);
        Numbers.require(
                "Opportunities",
                "last",
                possible,
                "behaviour.impossible",
                "must lie between the number of purchases and that of occasions, and be 0 without purchases");
    }
}
