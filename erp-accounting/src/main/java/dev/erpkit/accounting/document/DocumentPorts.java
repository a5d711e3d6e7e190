package dev.erpkit.accounting.document;

import dev.erpkit.accounting.document.port.DocumentLog;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.security.AccessPolicy;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What documents are kept with; all of one tenant and in one unit of work.
 *
 * @param unitOfWork runs commands
 * @param documents the issued documents
 * @param numbers legal numbers
 * @param journal the journal, read for what was given up as a loss
 * @param openItems the open items, read for the state of documents
 * @param events gives the books at exchange rates: the rate that a document has frozen, then those of {@code rates}
 * @param rates exchange rates
 * @param access who may issue
 * @param clock when documents are issued
 */
public record DocumentPorts(
        UnitOfWork unitOfWork,
        DocumentLog documents,
        NumberSeries numbers,
        JournalStore journal,
        OpenItemLog openItems,
        Function<ExchangeRates, AccountingEvents> events,
        ExchangeRates rates,
        AccessPolicy access,
        InstantSource clock) {}
