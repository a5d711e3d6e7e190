package dev.erpkit.crm.scoring;

/** Whether a lead is decided, as far as scoring is concerned. */
public enum LeadState {
    /** Nobody knows yet. */
    PENDING,
    /** It reached the stage of won leads, archived or not. */
    WON,
    /** It was put away and nobody gives it a chance. */
    LOST;

    /**
     * The state of a lead. To be sure of it is not yet to have won it, and to archive it is not yet to have lost it.
     *
     * @param inWonStage whether it is in the stage of won leads
     * @param archived whether it was put away
     * @param percent the chance it is given
     */
    public static LeadState of(boolean inWonStage, boolean archived, double percent) {
        if (inWonStage) {
            return WON;
        }
        return archived && percent == 0 ? LOST : PENDING;
    }
}
