package dev.callboard.console.settings;

import java.util.List;

import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Setting;

/** What belongs together on the screen, by the first word of its keys. */
enum SettingGroup {
    PROFILES("fth-layers"), SHOP("fth-home", "shop"), QUEUES("fth-bell", "queue", "ticket"),
    COUNTERS("fth-user-check", "counter"),
    ORDERS("fth-shopping-bag", "reservation", "expiry", "payment", "stripe"),
    FULFILMENT("fth-truck", "fulfilment", "bullmq", "janitor"), MAIL("fth-mail", "smtp", "mail", "alert", "alerts"),
    VISITORS("fth-smartphone", "kiosk", "gateway"), APPEARANCE("fth-sun", "ui"),
    LANGUAGE("fth-globe");

    private static final List<String> SECRET = List.of("stripe.key", "stripe.webhook_secret", "smtp.url");

    private final String icon;
    private final List<String> prefixes;

    SettingGroup(String icon, String... prefixes) {
        this.icon = icon;
        this.prefixes = List.of(prefixes);
    }

    String icon() {
        return icon;
    }

    List<Setting<?>> settings() {
        return KnownSettings.all().stream().filter(this::holds).toList();
    }

    /** Whether the setting of that key is one of its own. */
    boolean has(String key) {
        return settings().stream().anyMatch(setting -> setting.key().equals(key));
    }

    /** The language stands in a group of its own, though its key begins with the shop. */
    private boolean holds(Setting<?> setting) {
        boolean language = setting == KnownSettings.SHOP_LOCALE;
        return language ? this == LANGUAGE
                : prefixes.contains(setting.key().substring(0, setting.key().indexOf('.')));
    }

    /** True for what may hold a password: it is neither shown nor written in the audit. */
    static boolean isSecret(String key) {
        return SECRET.contains(key);
    }
}
