package dev.callboard.console.connect;

import java.util.EnumSet;
import java.util.Set;

import dev.callboard.settings.Secrets;

/** Passwords of connections: kept, used and forgotten, but never shown again. */
final class KeptSecrets {
    private final Secrets secrets;

    KeptSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    private static Secrets.Service service(Field field) {
        return field == Field.PG_PASSWORD ? Secrets.Service.POSTGRES : Secrets.Service.REDIS;
    }

    /** The password fields for which this profile has one; none for a profile that is not saved. */
    Set<Field> of(String profile) {
        Set<Field> kept = EnumSet.noneOf(Field.class);
        if (profile != null) {
            for (Field field : Set.of(Field.PG_PASSWORD, Field.REDIS_PASSWORD)) {
                if (secrets.find(profile, service(field)).isPresent()) {
                    kept.add(field);
                }
            }
        }
        return kept;
    }

    /** The draft with the kept password where none is typed. */
    ConnectionDraft filled(ConnectionDraft draft, String profile, Set<Field> kept) {
        ConnectionDraft filled = draft;
        for (Field field : kept) {
            if (draft.get(field).isEmpty()) {
                filled = filled.with(field, secrets.find(profile, service(field)).orElse(""));
            }
        }
        return filled;
    }

    /** Keeps the draft's passwords under its name; where it has none, none stays. */
    void keep(ConnectionDraft draft) {
        for (Field field : Set.of(Field.PG_PASSWORD, Field.REDIS_PASSWORD)) {
            if (draft.get(field).isEmpty()) {
                secrets.forget(draft.get(Field.NAME), service(field));
            } else {
                secrets.keep(draft.get(Field.NAME), service(field), draft.get(field));
            }
        }
    }

    void forgetAll(String profile) {
        secrets.forget(profile, Secrets.Service.POSTGRES);
        secrets.forget(profile, Secrets.Service.REDIS);
    }

    boolean areInKeychain() {
        return secrets.isKeychain();
    }
}
