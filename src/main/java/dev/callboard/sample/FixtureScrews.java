package dev.callboard.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;

/** The long shelf of screws: what makes the made-up shop one of four hundred products. */
final class FixtureScrews {
    private static final List<String> DIAMETERS = List.of("2.5", "3.0", "3.5", "4.0", "4.5", "5.0", "6.0");
    private static final List<Integer> LENGTHS = List.of(12, 16, 20, 25, 30, 35, 40, 45, 50, 60, 70, 80, 90, 100);
    private static final Map<String, String> HEADS = Map.of("H", "hex head", "P", "pan head", "S", "slotted", "T",
            "Torx");
    private static final int SOLD_OUT = 8;
    private static final int APART = 47;

    private final SampleShop shop;
    private final Consumer<Instant> clock;

    /** @param clock holds the database's clock at the given moment */
    FixtureScrews(SampleShop shop, Consumer<Instant> clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** The delivery before the doors open; a few sizes are gone already. */
    void fill() {
        int number = 0;
        for (String diameter : DIAMETERS) {
            for (int length : LENGTHS) {
                for (String head : HEADS.keySet().stream().sorted().toList()) {
                    receive(number, diameter, length, head);
                    number++;
                }
            }
        }
    }

    private void receive(int number, String diameter, int length, String head) {
        clock.accept(FixtureDay.momentOf("07:12:00").plusSeconds(number * 4L));
        String sku = "WSC-%s-%03d%s".formatted(diameter.replace(".", ""), length, head);
        StockLine box = new StockLine(sku, 20 + number * 7L % 60);
        shop.commands().stock().receive(new Receipt(box, "Wood screws %s × %d, %s, box of 200".formatted(diameter,
                length, HEADS.get(head)),
                new BigDecimal(String.format(Locale.ROOT, "%.2f", 3.4 + 0.05 * length))));
        if (number % APART == 0 && number / APART < SOLD_OUT) {
            shop.commands().stock().writeOff(box, "Wrong thread, sent back");
        }
    }
}
