package dev.erpkit.accounting.openitem;

import java.time.LocalDate;

/** From which day the age of an item is counted. */
public enum AgeingBasis {
    /** From the day it is due: days overdue. */
    DUE_DATE {
        @Override
        LocalDate start(OpenItem item) {
            return item.due();
        }
    },
    /** From the date of the document: days since it was issued. */
    DOCUMENT_DATE {
        @Override
        LocalDate start(OpenItem item) {
            return item.documentDate().orElse(item.date());
        }
    };

    abstract LocalDate start(OpenItem item);
}
