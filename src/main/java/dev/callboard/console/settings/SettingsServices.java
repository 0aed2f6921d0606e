package dev.callboard.console.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditRow;
import dev.callboard.audit.AuditTrail;
import dev.callboard.postgres.Database;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.FloorSight;

/**
 * What the Settings screen asks of the shop.
 *
 * @param profile the one that this console was opened with, if any
 * @param places its queues and counters
 */
public record SettingsServices(Profiles profiles, Optional<String> profile, Database database, AuditTrail trail,
        ShopPlaces places) {
    private static final String CHANGE = "setting.change";
    private static final int CHANGES = 500;

    SettingsSnapshot read() {
        AuditTrail.Page changes = trail.newest(AuditQuery.of("what:" + CHANGE), CHANGES);
        Map<String, AuditRow> newest = new HashMap<>();
        changes.rows().forEach(row -> newest.putIfAbsent(row.subjectId(), row));
        newest.putAll(ShopPlaces.lastChanges(trail));
        FloorSight shop = places.sights().now();
        Map<String, String> texts = new HashMap<>(saved());
        texts.putAll(ShopPlaces.texts(shop));
        return new SettingsSnapshot(changes.asOf(), texts, newest, shop, profiles.names());
    }

    private Map<String, String> saved() {
        return profile.map(name -> profiles.read(name).settings()).orElse(Map.of());
    }

    /**
     * Writes the changes of queues and counters into the shop, the others into the profile.
     *
     * @param changes new texts by key
     */
    int save(Map<String, String> changes) {
        Map<String, String> ofShop = new HashMap<>(changes);
        ofShop.keySet().removeIf(key -> !ShopField.isShops(key));
        Map<String, String> ofProfile = new HashMap<>(changes);
        ofProfile.keySet().removeIf(ShopField::isShops);
        places.save(ofShop);
        if (!ofProfile.isEmpty()) {
            saveProfile(ofProfile);
        }
        return changes.size();
    }

    /**
     * Writes the changes into the profile, and who made them into the audit.
     *
     * @param changes new texts by key; an empty one takes the setting out
     * @throws dev.callboard.settings.SettingRejected for a value that cannot be read
     */
    private void saveProfile(Map<String, String> changes) {
        String name = profile.orElseThrow();
        Profile before = profiles.read(name);
        Map<String, String> merged = new HashMap<>(before.settings());
        changes.forEach((key, text) -> {
            merged.remove(key);
            if (!text.isEmpty()) {
                merged.put(key, text);
            }
        });
        Settings.defaults().with(merged);
        List<AuditEntry> entries = changes.entrySet().stream()
                .map(change -> entry(change.getKey(), before.settings().get(change.getKey()), change.getValue()))
                .toList();
        database.transaction(tx -> {
            AuditLog audit = new AuditLog();
            entries.forEach(entry -> audit.write(tx, entry));
            profiles.write(name, new Profile(before.pg(), before.redis(), before.environment(), merged));
            return null;
        });
    }

    private static AuditEntry entry(String key, String before, String after) {
        boolean secret = SettingGroup.isSecret(key);
        return new AuditEntry(null, CHANGE, "setting", key, null,
                before == null ? Map.of() : Map.of("value", secret ? "hidden" : before),
                after.isEmpty() ? Map.of() : Map.of("value", secret ? "hidden" : after));
    }
}
