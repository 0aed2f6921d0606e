package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.orders.OrderState;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;

/** A bulk action meets a job that fails in a way nobody foresaw, and one that somebody holds. */
class BulkRunFaultsTest {
    private final TestShop shop = new TestShop();
    private final BulkRuns runs = new BulkRuns(shop.database, shop.audit, Signals.none());
    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
    private final BulkRunner runner = new BulkRunner(runs, shop.actions, faults::add, Duration.ofSeconds(10));

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A08")
    void whatFailsUnforeseenIsRefusedAndNotTriedForEver() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        BulkRun run = start();
        shop.database.transaction(tx -> tx.handle().execute("""
                create function broken_off() returns trigger language plpgsql as $$
                begin raise exception 'broken off'; end $$;
                create trigger broken_off before update on orders for each row execute function broken_off()"""));

        assertThat(runner.turn(runner.claim().orElseThrow())).isPresent();

        assertThat(runs.items(run.id())).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(BulkRunItem.Result.REFUSED);
            assertThat(item.message()).contains("broken off");
        });
        assertThat(runs.find(run.id()).orElseThrow().state().isEnded()).isTrue();
        assertThat(faults).hasSize(1);
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
    }

    @Test
    @Tag("A08")
    void whatSomebodyHoldsIsTriedAgain() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        BulkRun run = start();
        RunLease mine = runner.claim().orElseThrow();
        shop.database.transaction(tx -> {
            tx.handle().execute("select 1 from orders for update");
            assertThatThrownBy(() -> runner.turn(mine)).isInstanceOfSatisfying(Refusal.class,
                    busy -> assertThat(busy.code()).isEqualTo("busy"));
            return null;
        });

        assertThat(runner.turn(mine)).isPresent();

        assertThat(runs.items(run.id()).getFirst().result()).isEqualTo(BulkRunItem.Result.DONE);
        assertThat(shop.state(order)).isEqualTo(OrderState.PAID);
    }

    private BulkRun start() {
        return runs.start(BulkAction.RETRY, shop.cases.freeze(TestShop.QUEUE, null), "all", null, RunPace.ALL);
    }
}
