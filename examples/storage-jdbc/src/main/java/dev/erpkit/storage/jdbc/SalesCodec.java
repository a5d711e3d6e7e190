package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;

/** Writes the changes of one kind of document as rows and reads them back. */
interface SalesCodec<C> {
    /** Puts a change into rows. */
    void write(SalesRows rows, C change);

    /** The change in these rows, of a document of this party. */
    C read(SalesRows rows, PartyId party);
}
