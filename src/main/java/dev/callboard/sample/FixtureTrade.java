package dev.callboard.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.orders.ReservationExpiry;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.Cancellations;

/** What the made-up Friday needs beside its visitors: more goods on the shelves, and an order in every state. */
public final class FixtureTrade {
    private static final int FINISHED = 6;
    private static final int BATCH = 10;

    private final SampleShop shop;
    private final Consumer<Instant> clock;

    /** @param clock holds the database's clock at the given moment */
    public FixtureTrade(SampleShop shop, Consumer<Instant> clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** Deliveries of the morning, and what broke. */
    public void fillShelves() {
        receive("08:10:12", "BRS-SET-5", "Paint brush set, 5 pieces", "14.90", 46);
        receive("08:12:40", "CBL-3G15-50", "Cable 3G1.5, 50 m ring", "42.00", 12);
        receive("08:15:03", "DSK-120-OAK", "Folding desk 120 cm, oak", "149.00", 4);
        receive("08:20:31", "KEY-BLK-10", "Key blanks, box of 10", "9.40", 31);
        receive("08:22:09", "LCK-PAD-40", "Padlock 40 mm, two keys", "12.75", 53);
        receive("08:25:44", "MIX-CON-25", "Ready-mix concrete 25 kg", "6.95", 140);
        receive("08:31:18", "NAI-75-1K", "Nails 75 mm, 1 kg", "7.20", 64);
        receive("08:33:52", "RAD-OIL-2K", "Oil radiator 2 kW", "75.00", 2);
        receive("08:40:26", "TLE-30-WH9", "Wall tiles 30 × 30 white, 9", "18.60", 204);
        receive("08:44:00", "WRE-BIN-50", "Waste bin 50 l, steel", "35.50", 17);
        new FixtureScrews(shop, clock).fill();
        receive("09:15:30", "LED-E27-8W4", null, null, 60);
        at("09:44:10");
        shop.commands().stock().writeOff(new StockLine("KEY-BLK-10", 1), "Crushed in the rack");
    }

    private void receive(String time, String sku, String name, String price, long units) {
        at(time);
        shop.commands().stock().receive(new Receipt(new StockLine(sku, units), name,
                price == null ? null : new BigDecimal(price)));
    }

    /** Sales of the morning; to be fulfilled as the morning's orders are. */
    public void sellInTheMorning() {
        at("10:40:00");
        for (int customer = 0; customer < FINISHED; customer++) {
            shop.sell(20 + customer);
        }
    }

    /** Whoever changed their mind, came too late, or has not paid yet. */
    public void leaveOpen(Cancellations cancellations, ReservationExpiry expiry, Gate gate, GateReconciler reconciler) {
        at("13:50:40");
        UUID late = shop.reserve("Guest 7702", List.of(new StockLine("RAD-OIL-2K", 1))).uuid();
        at("13:59:30");
        UUID regretted = shop.sell("Máire Ní Bhriain", List.of(new StockLine("BRS-SET-5", 2)));
        at("14:00:20");
        cancellations.cancelOrder(regretted, "Bought twice by mistake");
        at("14:01:10");
        expiry.expireDue(BATCH);
        at("14:04:52");
        shop.sell("Marek Dvořák", List.of(new StockLine("LCK-PAD-40", 2), new StockLine("NAI-75-1K", 1)));
        at("14:05:12");
        UUID guest = shop.reserve("Guest 7711", List.of(new StockLine("LED-E27-8W4", 2))).uuid();
        at("14:05:48");
        shop.reserve("Guest 7714", List.of(new StockLine("RAD-OIL-2K", 2)));
        at("14:06:20");
        shop.reserve("Jan Kowalczyk", List.of(new StockLine("MIX-CON-25", 2), new StockLine("TLE-30-WH9", 4)));
        at("14:06:34");
        reconciler.reconcile();
        letGateDrift(gate, guest);
    }

    /** The gate forgets a hold that stands, and keeps one that never became an order: too much here, too little there. */
    private static void letGateDrift(Gate gate, UUID forgotten) {
        gate.sync(List.of(), List.of(forgotten));
        gate.hold(UUID.nameUUIDFromBytes("never an order".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                List.of(new StockLine("SOC-IP44-2", 1)));
    }

    private void at(String time) {
        clock.accept(FixtureDay.momentOf(time));
    }
}
