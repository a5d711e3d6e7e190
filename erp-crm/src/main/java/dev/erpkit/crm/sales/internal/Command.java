package dev.erpkit.crm.sales.internal;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.sales.DocumentId;
import java.time.LocalDate;

/**
 * What is asked.
 *
 * @param key the client's key
 * @param action the permission it takes, with the document as scope
 * @param document on which document
 * @param day the day on which it counts
 * @param content all else that is asked, as canonical text
 * @param actor who asks
 */
public record Command(
        IdempotencyKey key, String action, DocumentId document, LocalDate day, String content, Actor actor) {}
