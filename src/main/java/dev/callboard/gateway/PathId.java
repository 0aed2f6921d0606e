package dev.callboard.gateway;

import java.util.Optional;
import java.util.UUID;

import dev.callboard.refusals.Refusal;

import io.javalin.http.Context;

/** Ids in addresses: only those that nobody can guess, never the short numbers that count up. */
final class PathId {
    private PathId() {}

    /** @throws Refusal {@code not_found} for anything else */
    static UUID of(Context context, String what) {
        String text = context.pathParam("id");
        return uuid(text).orElseThrow(() -> Refusal.notFound(what, text));
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
