package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;

/** Where products lie. */
class ShelvesTest {
    private final TestShop shop = new TestShop();
    private final Shelves shelves = new Shelves(shop.database, Signals.none());

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aShelfIsKnownOnceSomebodySaidIt() {
        shop.receive("DRL-18V-02", 5);
        shop.receive("PNT-WHT-5L", 2);
        assertThat(shelves.of(List.of("DRL-18V-02", "PNT-WHT-5L"))).isEmpty();
        shelves.put("DRL-18V-02", "Shelf C4");
        shelves.put("DRL-18V-02", "Shelf C4");
        assertThat(shelves.of(List.of("DRL-18V-02", "PNT-WHT-5L"))).isEqualTo(Map.of("DRL-18V-02", "Shelf C4"));
        shop.receive("DRL-18V-02", 1);
        assertThat(shelves.of(List.of("DRL-18V-02"))).as("a delivery moves nothing else").hasSize(1);
        shelves.put("DRL-18V-02", null);
        assertThat(shelves.of(List.of("DRL-18V-02"))).isEmpty();
        assertThat(entries()).as("each change once").isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBeAShelf() {
        shop.receive("DRL-18V-02", 5);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> shelves.put("DRL-18V-02", " "))
                .returns("invalid", Refusal::code);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> shelves.put("NONE", "Shelf C4"))
                .returns("not_found", Refusal::code);
    }

    @Test
    @Tag("L08")
    void staffReadShelvesAndAdminsSayThem() {
        shop.receive("DRL-18V-02", 5);
        shelves.put("DRL-18V-02", "Shelf C4");
        try (Database staff = Database.open(TestServers.addressFor(shop.address, "callboard_staff"), 1)) {
            Shelves theirs = new Shelves(staff, Signals.none());
            assertThat(theirs.of(List.of("DRL-18V-02"))).hasSize(1);
            assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> theirs.put("DRL-18V-02", "Yard"));
        }
    }

    private long entries() {
        return shop.database.transaction(tx -> tx.handle()
                .createQuery("select count(*) from audit_entry where action = 'product.shelf'").mapTo(Long.class)
                .one());
    }
}
