package dev.callboard.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.jobs.JobWorker;
import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.JobRepair;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.orders.Reservations;
import dev.callboard.outbox.Delivery;
import dev.callboard.payments.Payments;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.GateWatch;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockLine;

/**
 * Plays real invoices through the real commands on an empty shop: each product is received once; a sale is reserved,
 * paid, and fulfilled by a real worker from the real job queue; a write-off and a customer's return are those commands.
 * Sales are made one after another, for the second may want what the first one took, and are fulfilled meanwhile;
 * before a write-off or a return all earlier ones are finished.
 */
public final class RetailReplay {
    private static final Duration TIME_TO_PAY = Duration.ofMinutes(10);
    private static final Duration GATE_OPENS_WITHIN = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(RetailReplay.class);

    private final Database database;
    private final Commands commands;
    private final ReplayWorker worker;
    private final RetailStore store = new RetailStore();
    private final RetailTally tally = new RetailTally();

    /** What a shop does. */
    public record Commands(Stock stock, Reservations reservations, Payments payments, CustomerReturns returns) {}

    /** What brings rows, gate and jobs to Redis where a command could not. */
    public record Mending(Delivery delivery, GateWatch watch, JobRepair repair) {}

    /**
     * For one run.
     *
     * @param database a login that may read stock, orders and the outbox
     * @param worker not started yet; its handler ships the goods and does nothing else: a replay sends no mail and
     *        makes no invoice
     */
    public RetailReplay(Database database, Commands commands, JobWorker worker, Mending mending) {
        this.database = database;
        this.commands = commands;
        this.worker = new ReplayWorker(database, worker, mending);
    }

    /**
     * Plays the file.
     *
     * @param opening units of each product that the shop begins with
     * @throws Refusal {@code not_empty} where the shop has products already, {@code invalid} where the file cannot be
     *         read, {@code stalled} where the worker makes no progress for minutes
     */
    public RetailReport run(Path file, long opening) {
        RetailFile retail = RetailReader.read(file);
        long products = database.transaction(store::stock).skus();
        if (products > 0) {
            throw new Refusal("not_empty", "A replay needs an empty shop; this one has " + products + " products.");
        }
        receive(retail, opening);
        try (worker) {
            worker.start();
            retail.events().forEach(this::play);
            worker.finishAll();
        }
        return tally.report(database.transaction(store::stock), database.transaction(store::ledger),
                retail.rejectedLines());
    }

    private void receive(RetailFile retail, long opening) {
        List<Receipt> receipts = retail.goods().entrySet().stream().map(product -> new Receipt(
                new StockLine(product.getKey(), opening), product.getValue().name(), product.getValue().price()))
                .toList();
        if (!receipts.isEmpty() && commands.stock().receive(receipts)) {
            worker.finishAll();
        }
    }

    private void play(RetailEvent event) {
        switch (event) {
            case RetailEvent.Sale sale -> sell(sale);
            case RetailEvent.WriteOff writeOff -> writeOff(writeOff);
            case RetailEvent.Cancellation cancellation -> takeBack(cancellation);
            case RetailEvent.NoGoods nothing -> tally.noGoods();
        }
    }

    /** Where the gate is closed or Redis away the sale waits: neither may change what can be sold. */
    private void sell(RetailEvent.Sale sale) {
        long giveUp = System.nanoTime() + GATE_OPENS_WITHIN.toNanos();
        while (!isDecided(sale, System.nanoTime() > giveUp)) {
            LOG.info("invoice {} waits for the stock gate", sale.invoice());
            ReplayWorker.pause();
            worker.mend();
        }
    }

    private boolean isDecided(RetailEvent.Sale sale, boolean lastTry) {
        try {
            UUID order = commands.reservations()
                    .reserve(ReservationRequest.of(sale.customer(), null, sale.goods(), TIME_TO_PAY)).uuid();
            commands.payments().payAtCounter(order);
            tally.accepted();
            return true;
        } catch (Refusal refusal) {
            if (refusal.code().equals("gate_closed") && !lastTry) {
                return false;
            }
            if (!refusal.code().equals("out_of_stock")) {
                throw refusal;
            }
            tally.failed(sale.invoice(), refusal.subjects().size());
            return true;
        } catch (Unavailable away) {
            if (away.service() == Unavailable.Service.REDIS && !lastTry) {
                return false;
            }
            throw away;
        }
    }

    private void writeOff(RetailEvent.WriteOff writeOff) {
        worker.finishAll();
        long missing = 0;
        boolean pending = false;
        for (StockLine line : writeOff.goods()) {
            var answer = commands.stock().writeOff(line, writeOff.reason());
            missing += answer.shortfall();
            pending |= answer.pending();
        }
        tally.writeOff(missing);
        awaitNews(pending);
    }

    private void takeBack(RetailEvent.Cancellation cancellation) {
        worker.finishAll();
        var answer = commands.returns().take(cancellation.customer(), cancellation.goods(), null);
        tally.cancellation(answer.value().refused().stream().mapToLong(StockLine::quantity).sum());
        awaitNews(answer.pending());
    }

    /** The next sale asks the gate: it must have heard. */
    private void awaitNews(boolean pending) {
        if (pending) {
            worker.finishAll();
        }
    }
}
