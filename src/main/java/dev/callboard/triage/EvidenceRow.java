package dev.callboard.triage;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A job as it stood before something touched it.
 *
 * @param cause {@code failed}, {@code retry}, {@code cancel} or {@code discard}
 * @param actor the database login
 * @param failedAt when it had failed, or null
 * @param snapshot name, data, opts, attempts, error, stacktrace, logs, state
 */
public record EvidenceRow(long id, Instant at, String actor, String cause, String queue, String jobId, UUID orderId,
        Integer round, Instant failedAt, String error, JsonNode snapshot) {}
