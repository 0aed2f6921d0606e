package dev.callboard.settings;

import static dev.callboard.settings.Format.CURRENCY;
import static dev.callboard.settings.Format.DURATION_TEXT;
import static dev.callboard.settings.Format.LANGUAGES;
import static dev.callboard.settings.Format.LOCALE;
import static dev.callboard.settings.Format.MAIL_SERVER;
import static dev.callboard.settings.Format.PIN;
import static dev.callboard.settings.Format.TEXT;
import static dev.callboard.settings.Format.TIME_OF_DAY;
import static dev.callboard.settings.Format.WEB_SERVER;
import static dev.callboard.settings.Format.TEXT_SIZE;
import static dev.callboard.settings.Format.THEME;
import static dev.callboard.settings.Format.ZONE;
import static dev.callboard.settings.Format.textUpTo;
import static dev.callboard.settings.Format.wholeBetween;
import static dev.callboard.settings.Format.wholeFrom;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is. */
public final class KnownSettings {
    public static final Setting<ZoneId> SHOP_ZONE = new Setting<>("shop.zone", ZoneId.systemDefault(), ZONE,
            "The shop's time zone; business days are told by it.");
    public static final Setting<Currency> SHOP_CURRENCY = new Setting<>("shop.currency", Currency.getInstance("EUR"),
            CURRENCY, "The currency of prices and invoices.");
    public static final Setting<Locale> SHOP_LOCALE = new Setting<>("shop.locale", Locale.UK, LOCALE,
            "How numbers, money and times are written for people.");
    public static final Setting<LocalTime> SHOP_DAY_STARTS = new Setting<>("shop.day_starts", LocalTime.of(4, 0),
            TIME_OF_DAY, "When a business day begins, by the shop's clock.");

    public static final Setting<String> SHOP_NAME = new Setting<>("shop.name", "Callboard", TEXT,
            "What the shop is called, on the board and the kiosk.");
    public static final Setting<LocalTime> SHOP_OPENS = new Setting<>("shop.opens", null, TIME_OF_DAY,
            "When the shop opens, told to visitors while it is closed; unset, it is not told.");

    public static final Setting<String> KIOSK_NAME = new Setting<>("kiosk.name", "Kiosk", textUpTo(60),
            "What the kiosk is called where staff read whence a visitor came.");
    public static final Setting<String> KIOSK_LANGUAGES = new Setting<>("kiosk.languages", "en,de,es,pl", LANGUAGES,
            "Languages that visitors may choose, as tags parted by commas.");
    public static final Setting<Integer> KIOSK_ASK_FROM = whole("kiosk.ask_from", 12, 1,
            "From how many people waiting the kiosk asks first.");
    public static final Setting<PinHash> KIOSK_PIN = new Setting<>("kiosk.pin", null, PIN,
            "The hash of the PIN with which staff leave the kiosk; unset, it is closed like any window.");
    public static final Setting<URI> GATEWAY_URL = new Setting<>("gateway.url", null, WEB_SERVER,
            "Where visitors reach the gateway; unset, tickets carry no code to scan.");

    public static final Setting<Duration> TICKET_UNDO = duration("ticket.undo", Duration.ofSeconds(60),
            "How long the last act on a ticket can be undone.");
    public static final Setting<Integer> TICKET_RECALLS = whole("ticket.recalls", 3, 0,
            "Recalls after which a no-show is not asked about first.");
    public static final Setting<Duration> TICKET_NO_SHOW_AFTER = duration("ticket.no_show_after",
            Duration.ofSeconds(60), "Time since the call after which a no-show is not asked about first.");
    public static final Setting<Duration> TICKET_HOLD = duration("ticket.hold", Duration.ofMinutes(10),
            "How long a ticket on hold stays away.");
    public static final Setting<Duration> COUNTER_LEASE = duration("counter.lease", Duration.ofMinutes(2),
            "How long a counter stays with a console that gives no sign of life.");
    public static final Setting<Duration> QUEUE_TARGET = duration("queue.target", Duration.ofMinutes(5),
            "The wait that a queue aims for.");
    public static final Setting<Duration> QUEUE_LIMIT = duration("queue.limit", Duration.ofMinutes(10),
            "The wait that is too long.");

    public static final Setting<Duration> RESERVATION_TTL = duration("reservation.ttl", Duration.ofMinutes(10),
            "How long a reservation holds its goods.");
    public static final Setting<Duration> EXPIRY_EVERY = duration("expiry.every", Duration.ofSeconds(30),
            "How often overdue reservations are looked for.");

    public static final Setting<String> FULFILMENT_QUEUE = new Setting<>("fulfilment.queue", "fulfill-order", TEXT,
            "The job queue of paid orders.");
    public static final Setting<Integer> FULFILMENT_ATTEMPTS = whole("fulfilment.attempts", 5, 1,
            "Attempts after which an order has failed for good.");
    public static final Setting<Duration> FULFILMENT_BACKOFF = duration("fulfilment.backoff", Duration.ofSeconds(5),
            "The wait before the second attempt; doubled for each one after it.");
    public static final Setting<Integer> FULFILMENT_LIMITER_MAX = whole("fulfilment.limiter.max", 10, 0,
            "Jobs that may start in one window; 0 is no limit.");
    public static final Setting<Duration> FULFILMENT_LIMITER_DURATION = duration("fulfilment.limiter.duration",
            Duration.ofSeconds(10), "The window of the limit.");
    /** The most of {@link #FULFILMENT_CONCURRENCY}. */
    public static final int MOST_JOBS_AT_ONCE = 1_000;
    public static final Setting<Integer> FULFILMENT_CONCURRENCY = new Setting<>("fulfilment.concurrency", 5,
            wholeBetween(1, MOST_JOBS_AT_ONCE), "Jobs that a worker runs at once.");
    public static final Setting<Duration> FULFILMENT_LOCK = duration("fulfilment.lock", Duration.ofSeconds(30),
            "How long a job stays with a worker that gives no sign of life.");
    public static final Setting<String> BULLMQ_PREFIX = new Setting<>("bullmq.prefix", "bull", TEXT,
            "The prefix of BullMQ's keys in Redis.");
    public static final Setting<Duration> JANITOR_AFTER = duration("janitor.after", Duration.ofHours(24),
            "How long an order may stay failed before it is cancelled.");
    public static final Setting<Duration> JANITOR_EVERY = duration("janitor.every", Duration.ofHours(24),
            "How often such orders are looked for.");

    public static final Setting<URI> SMTP_URL = new Setting<>("smtp.url", null, MAIL_SERVER,
            "The mail server; unset, no mail is sent.");
    public static final Setting<String> MAIL_FROM = new Setting<>("mail.from", "shop@localhost", TEXT,
            "The sender of every mail.");
    public static final Setting<String> MAIL_SHOP = new Setting<>("mail.shop", "shop@localhost", TEXT,
            "Who gets the mail of an order without an address.");
    public static final Setting<String> ALERT_EMAIL = new Setting<>("alert.email", null, TEXT,
            "Who is mailed when an order has failed for good; unset, nobody.");
    public static final Setting<URI> ALERTS_WEBHOOK_URL = new Setting<>("alerts.webhook.url", null, WEB_SERVER,
            "Where another program is told, by POST, when an order has failed for good; unset, nowhere.");

    public static final Setting<String> STRIPE_KEY = new Setting<>("stripe.key", null, TEXT,
            "The secret key for card payments by Stripe; unset, there are none. Best kept in a profile.");
    public static final Setting<String> STRIPE_WEBHOOK_SECRET = new Setting<>("stripe.webhook_secret", null, TEXT,
            "The secret that signs what Stripe tells the gateway; unset, nothing of it is believed.");
    public static final Setting<URI> STRIPE_URL = new Setting<>("stripe.url", URI.create("https://api.stripe.com"),
            WEB_SERVER, "Where Stripe's API is.");
    public static final Setting<Duration> PAYMENT_LIMIT = duration("payment.limit", Duration.ofMinutes(15),
            "How long a begun card payment may take before it is ended and its goods are given back.");

    public static final Setting<String> GATEWAY_HOST = new Setting<>("gateway.host", "127.0.0.1", TEXT,
            "The address on which the gateway listens; 0.0.0.0 for all.");
    public static final Setting<Integer> GATEWAY_LIMITER_MAX = whole("gateway.limiter.max", 30, 0,
            "Reserves and payments that one client may ask for in one window; 0 is no limit.");
    public static final Setting<Duration> GATEWAY_LIMITER_DURATION = duration("gateway.limiter.duration",
            Duration.ofSeconds(10), "The window of that limit.");
    public static final Setting<Integer> GATEWAY_PROXIES = whole("gateway.proxies", 0, 0,
            "Trusted proxies in front of the gateway; the client is then the one that they name in X-Forwarded-For.");

    public static final Setting<String> UI_THEME = new Setting<>("ui.theme", "light", THEME,
            "How the console looks: light or dark.");

    public static final Setting<Integer> UI_TEXT_SIZE = new Setting<>("ui.text_size", 100, TEXT_SIZE,
            "How large the console is drawn, in per cent: 100, 115 or 130.");

    private static final List<Setting<?>> ALL = List.of(SHOP_ZONE, SHOP_CURRENCY, SHOP_LOCALE, SHOP_DAY_STARTS,
            SHOP_NAME, SHOP_OPENS, KIOSK_NAME, KIOSK_LANGUAGES, KIOSK_ASK_FROM, KIOSK_PIN, GATEWAY_URL, TICKET_UNDO,
            TICKET_RECALLS,
            TICKET_NO_SHOW_AFTER, TICKET_HOLD, COUNTER_LEASE,
            QUEUE_TARGET, QUEUE_LIMIT,
            RESERVATION_TTL, EXPIRY_EVERY, FULFILMENT_QUEUE, FULFILMENT_ATTEMPTS, FULFILMENT_BACKOFF,
            FULFILMENT_LIMITER_MAX, FULFILMENT_LIMITER_DURATION, FULFILMENT_CONCURRENCY, FULFILMENT_LOCK, BULLMQ_PREFIX,
            JANITOR_AFTER, JANITOR_EVERY, SMTP_URL, MAIL_FROM, MAIL_SHOP, ALERT_EMAIL, ALERTS_WEBHOOK_URL, STRIPE_KEY,
            STRIPE_WEBHOOK_SECRET,
            STRIPE_URL, PAYMENT_LIMIT, GATEWAY_HOST, GATEWAY_LIMITER_MAX, GATEWAY_LIMITER_DURATION, GATEWAY_PROXIES,
            UI_THEME, UI_TEXT_SIZE);

    private KnownSettings() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static Setting<Duration> duration(String key, Duration fallback, String help) {
        return new Setting<>(key, fallback, DURATION_TEXT, help);
    }

    private static Setting<Integer> whole(String key, int fallback, int least, String help) {
        return new Setting<>(key, fallback, wholeFrom(least), help);
    }
}
