package dev.callboard.outbox;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing to do outside.
 *
 * @param key what it is about, for people: an order's id, a hold's id
 * @param payload what the effect needs, set by who wrote the row
 * @param tries failed tries so far
 */
public record OutboxRow(long id, OutboxKind kind, String key, JsonNode payload, int tries) {}
