package dev.callboard.app;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

import dev.callboard.refusals.Refusal;
import dev.callboard.sample.SampleShop;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.workers.FulfilmentHandler;

/** Fills a new sample shop: goods, finished orders, orders whose mail failed for good, people who wait. */
final class SampleOpening {
    private static final int FINISHED = 8;
    private static final int FAILED = 14;
    private static final int FEWEST_FAILED = 4;
    private static final URI NO_MAIL_SERVER = URI.create("smtp://127.0.0.1:1");

    private final Servers servers;
    private final Settings settings;
    private final SampleShop shop;
    private final LongSupplier failed;

    /** @param failed how many orders stand still at present */
    SampleOpening(Servers servers, Settings settings, SampleShop shop, LongSupplier failed) {
        this.servers = servers;
        this.settings = settings;
        this.shop = shop;
        this.failed = failed;
    }

    /** Fills a new shop; in one that was opened before, sees to it that some orders stand still again. */
    void open() throws InterruptedException {
        if (shop.isNew()) {
            shop.open();
            List<UUID> finished = sell(0, FINISHED, fast(settings));
            for (int visitor = 0; visitor < FINISHED; visitor++) {
                shop.join(visitor % 2 == 0 ? "A" : SampleShop.QUEUES.get(1 + visitor % 3), "Visitor " + (visitor + 1),
                        visitor == 5, visitor % 2 == 0 ? finished.get(visitor) : null);
            }
        } else if (!shop.isSample()) {
            throw new Refusal("not_sample", "A shop of somebody's own is kept in this folder, not the sample shop: "
                    + "give the demo another folder with --data.");
        }
        if (failed.getAsLong() < FEWEST_FAILED) {
            try (Hush mailIsMeantToFail = Hush.over(FulfilmentHandler.class)) {
                sell(FINISHED, FAILED, mailDown(settings));
            }
        }
    }

    private List<UUID> sell(int from, int count, Settings how) throws InterruptedException {
        List<UUID> orders = new ArrayList<>();
        for (int customer = from; customer < from + count; customer++) {
            orders.add(shop.sell(customer));
        }
        try (Duties duties = new Duties(servers, how, (duty, failure) -> {})) {
            duties.start();
            duties.drain();
        }
        return orders;
    }

    /** No limit on how fast jobs start, and no mail server. */
    static Settings fast(Settings settings) {
        return settings.with(KnownSettings.FULFILMENT_LIMITER_MAX, 0);
    }

    /** The same, with a mail server that never answers and attempts that follow at once. */
    static Settings mailDown(Settings settings) {
        return mailDown(settings, NO_MAIL_SERVER);
    }

    /** As above. @param server takes no mail */
    static Settings mailDown(Settings settings, URI server) {
        return fast(settings).with(KnownSettings.SMTP_URL, server)
                .with(KnownSettings.FULFILMENT_ATTEMPTS, 5)
                .with(KnownSettings.FULFILMENT_BACKOFF, Duration.ofMillis(5));
    }
}
