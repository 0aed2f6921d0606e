package dev.callboard.faults;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Queues;

/** One shop, its load and its troubles, round after round; after each round it is judged. */
final class FaultRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("callboard");
    /** Where visitors wait. */
    static final List<String> QUEUES = List.of("A", "B", "C");
    private static final int CARTS = 80;
    private static final int OPENING = 400;

    private final FaultScript script;
    private final FaultShop faults;
    private final TestShop truth;
    private final Promises promises = new Promises();
    private final Load load;

    FaultRun(FaultScript script, Path folder) {
        this.script = script;
        this.faults = new FaultShop(folder);
        this.truth = faults.servers.untroubledShop();
        List<Cart> carts = Cart.first(CARTS);
        carts.stream().flatMap(cart -> cart.lines().stream()).map(StockLine::sku).distinct().sorted()
                .forEach(sku -> truth.stock.receive(new Receipt(new StockLine(sku, OPENING), "Product " + sku,
                        new BigDecimal("2.50"))));
        Queues queues = new Queues(truth.database, BusinessDay.of(Settings.defaults()), Signals.none());
        QUEUES.forEach(queue -> queues.add(queue, "Queue " + queue));
        this.load = new Load(faults, script.seed(), carts, promises);
    }

    /**
     * Plays the whole script.
     *
     * @param each faults in one round
     * @return what is wrong after the first round in which something is, or nothing
     */
    List<String> play(int each) throws InterruptedException {
        for (int from = 0; from < script.steps().size(); from += each) {
            List<FaultScript.Step> steps = script.steps().subList(from, Math.min(from + each, script.steps().size()));
            List<String> wrong = round(steps);
            LOG.info("seed {}: {} of {} faults, {} orders, {}, {} tickets, {} acts, {}", script.seed(),
                    from + steps.size(),
                    script.steps().size(), truth.number("select count(*) from orders"), states(),
                    truth.number("select count(*) from ticket"), truth.number("select count(*) from ticket_event"),
                    wrong.isEmpty() ? "all right" : wrong);
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return List.of();
    }

    private List<String> round(List<FaultScript.Step> steps) throws InterruptedException {
        load.begin();
        for (FaultScript.Step step : steps) {
            LockSupport.parkNanos(step.after().toNanos());
            LOG.info("seed {}: {}", script.seed(), step.fault());
            faults.strike(step.fault());
        }
        new Rest(faults, load, truth).await();
        List<String> wrong = new ArrayList<>(Verdict.of(faults.servers, truth, promises));
        wrong.addAll(faults.deaths());
        return wrong;
    }

    private String states() {
        return truth.database.transaction(tx -> tx.handle().createQuery("""
                select string_agg(state || ' ' || n, ', ' order by state)
                from (select state, count(*) as n from orders group by state) s""").mapTo(String.class).one());
    }

    @Override
    public void close() {
        load.close();
        faults.close();
        truth.close();
    }
}
