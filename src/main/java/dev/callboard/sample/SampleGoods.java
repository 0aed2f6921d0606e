package dev.callboard.sample;

import java.math.BigDecimal;
import java.util.List;

/** What the sample shop sells. */
final class SampleGoods {

    /** One product, how many units come in at the beginning, and where they lie. */
    record Good(String sku, String name, String price, long units, String shelf) {
        BigDecimal amount() {
            return new BigDecimal(price);
        }
    }

    static final List<Good> ALL = List.of(
            new Good("DRL-18V-02", "Cordless drill 18 V, two batteries", "129.00", 60, "Shelf C4"),
            new Good("LED-E27-8W4", "LED bulbs E27 8 W, pack of 4", "11.90", 200, "Shelf C4"),
            new Good("PNT-WHT-5L", "Matt paint, pure white, 5 l", "31.90", 120, "Paint rack 2"),
            new Good("HOS-25M-G", "Garden hose 25 m", "41.00", 40, "Yard 1"),
            new Good("SOC-IP44-2", "Outdoor socket IP44, double", "21.75", 80, "Shelf C5"),
            new Good("SCR-12V-01", "Cordless screwdriver 12 V", "100.00", 30, "Shelf C4"),
            new Good("LAD-ALU-7", "Aluminium ladder, 7 steps", "89.90", 25, "Yard 3"),
            new Good("GLU-WOD-75", "Wood glue, waterproof, 750 g", "9.95", 150, "Shelf B2"),
            new Good("TAP-MIX-CH", "Basin mixer tap, chrome", "74.50", 35, "Shelf D1"),
            new Good("SAW-JIG-65", "Jigsaw 650 W with three blades", "64.00", 45, "Shelf C3"));

    private SampleGoods() {}
}
