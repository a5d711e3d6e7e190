package dev.erpkit.accounting.asset;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that happened to an asset; never changes.
 *
 * @param key the client's key of the command, one for each asset it concerns
 * @param asset the asset
 * @param day when it counts
 * @param change what happened
 * @param recordedAt when we learnt it
 * @param actor who said so
 */
public record AssetFact(
        IdempotencyKey key, AssetId asset, LocalDate day, AssetChange change, Instant recordedAt, Actor actor) {}
