package dev.erpkit.accounting.declaration.japan;

/** The figures of the return, in the order of the forms, each with the provisions it rests on. */
public enum ReturnItem {
    /** Taxable consideration without tax. */
    TAXABLE_CONSIDERATION("課税資産の譲渡等の対価の額", "消費税法28条1項"),
    /** The tax base: whole thousands at each rate. */
    TAXABLE_BASE("課税標準額", "消費税法28条1項、国税通則法118条1項"),
    /** National tax on the base. */
    TAX_ON_SALES("消費税額", "消費税法29条、45条1項2号・5項"),
    /** Tax on bad debts of earlier periods that were recovered. */
    RECOVERED_BAD_DEBTS("控除過大調整税額", "消費税法39条3項"),
    /** Deductible national input tax. */
    INPUT_TAX("控除対象仕入税額", "消費税法30条、37条"),
    /** National tax in considerations given back. */
    RETURNS("返還等対価に係る税額", "消費税法38条"),
    /** National tax in receivables that became bad. */
    BAD_DEBTS("貸倒れに係る税額", "消費税法39条1項"),
    /** All deductions. */
    DEDUCTIONS("控除税額小計", "消費税法45条1項3号"),
    /** National tax to be refunded because the deductions are higher. */
    REFUND("控除不足還付税額", "消費税法45条1項5号、52条"),
    /** National tax of the period in whole hundreds. */
    NET_TAX("差引税額", "消費税法45条1項4号、国税通則法119条1項"),
    /** National tax paid in the interim. */
    INTERIM_NATIONAL("中間納付税額", "消費税法45条1項6号"),
    /** National tax still to be paid. */
    PAYABLE_NATIONAL("納付税額", "消費税法45条1項7号、49条"),
    /** National tax that was paid too much in the interim. */
    INTERIM_REFUND_NATIONAL("中間納付還付税額", "消費税法45条1項7号、53条"),
    /** Local tax to be refunded. */
    LOCAL_REFUND("譲渡割額（還付額）", "地方税法72条の83"),
    /** Local tax of the period in whole hundreds. */
    LOCAL_TAX("譲渡割額（納税額）", "地方税法72条の83、20条の4の2第3項"),
    /** Local tax paid in the interim. */
    INTERIM_LOCAL("中間納付譲渡割額", "地方税法72条の87"),
    /** Local tax still to be paid. */
    PAYABLE_LOCAL("納付譲渡割額", "地方税法72条の88"),
    /** Local tax that was paid too much in the interim. */
    INTERIM_REFUND_LOCAL("中間納付還付譲渡割額", "地方税法72条の88"),
    /** What is paid, or refunded if below zero, of both taxes. */
    TOTAL("消費税及び地方消費税の合計（納付又は還付）税額", "消費税法45条、地方税法72条の88");

    private final String text;
    private final String law;

    ReturnItem(String text, String law) {
        this.text = text;
        this.law = law;
    }

    /** Its name on the form. */
    public String text() {
        return text;
    }

    /** The provisions. */
    public String law() {
        return law;
    }
}
