package dev.erpkit.crm.sales.contract;

/** What happens to a frame contract. */
public sealed interface ContractChange {
    /**
     * It was agreed.
     *
     * @param terms what
     */
    record Agreed(FrameTerms terms) implements ContractChange {}

    /** It was ended before its time; from the day of the record on nothing is called off. */
    record Ended() implements ContractChange {}
}
