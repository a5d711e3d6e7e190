package dev.erpkit.accounting.interchange;

/** What a journal holds, in the order of the file. */
public sealed interface JournalItem
        permits PlainTransaction, AccountDeclaration, CommodityDeclaration, MarketPrice, AutoRule {}
