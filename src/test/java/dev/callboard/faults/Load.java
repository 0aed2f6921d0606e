package dev.callboard.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.callboard.TestShop;
import dev.callboard.live.Signals;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.Tickets;

/**
 * Everybody who uses the shop: customers, the till, the payment provider, somebody at the triage, visitors with numbers and
 * those who call them.
 */
final class Load implements AutoCloseable {
    private static final int CUSTOMERS = 4;
    private static final int VISITORS = 2;
    /** Two people are at the first counter. */
    private static final List<String> COUNTERS = List.of("1", "2", "3", "1");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOSTLY = 70;

    private final TestShop shop;
    private final GatewayClient gateway;
    private final Provider provider;
    private final Customer customer;
    private final AdminHand admin;
    private final Visitor visitor;
    private final List<CounterHand> counters;
    private final List<Cart> carts;
    private final long seed;
    private final AtomicInteger purchases = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();
    private volatile boolean isOpen;

    Load(FaultShop faults, long seed, List<Cart> carts, Promises promises) {
        this.seed = seed;
        this.carts = carts;
        this.shop = faults.servers.troubledShop();
        this.gateway = new GatewayClient(faults.gatewayPort, promises);
        this.provider = new Provider(faults.servers.stripe, gateway);
        this.customer = new Customer(gateway, shop, provider, promises);
        this.admin = new AdminHand(shop, seed, promises);
        this.visitor = new Visitor(gateway, promises);
        Tickets tickets = new Tickets(shop.database, BusinessDay.of(Settings.defaults()), Signals.none());
        this.counters = IntStream.range(0, COUNTERS.size()).mapToObj(i -> new CounterHand(tickets,
                new Counters(shop.database, LEASE), promises, COUNTERS.get(i), seed + i)).toList();
    }

    /** Lets everybody in. */
    void begin() {
        isOpen = true;
        people.clear();
        for (int i = 0; i < CUSTOMERS; i++) {
            people.add(Thread.ofVirtual().start(this::buyAndBuy));
        }
        for (int i = 0; i < VISITORS; i++) {
            people.add(Thread.ofVirtual().start(this::visitAndVisit));
        }
        counters.forEach(hand -> people.add(whileOpen(hand::act, Duration.ofMillis(60))));
        people.add(whileOpen(() -> admin.round(MOSTLY), Duration.ofMillis(500)));
    }

    private void buyAndBuy() {
        while (isOpen) {
            Random dice = new Random(seed + 7_919L * purchases.incrementAndGet());
            customer.buy(dice, carts);
            LockSupport.parkNanos(dice.nextLong(120_000_000));
        }
    }

    private void visitAndVisit() {
        while (isOpen) {
            Random dice = new Random(seed + 104_729L * visits.incrementAndGet());
            visitor.visit(dice, FaultRun.QUEUES);
            LockSupport.parkNanos(dice.nextLong(250_000_000));
        }
    }

    private Thread whileOpen(Runnable turn, Duration pause) {
        return Thread.ofVirtual().start(() -> {
            while (isOpen) {
                turn.run();
                LockSupport.parkNanos(pause.toNanos());
            }
        });
    }

    /** Nobody begins anything new; what was begun comes to its end. */
    void end() throws InterruptedException {
        isOpen = false;
        for (Thread person : people) {
            person.join();
        }
    }

    /** Takes care of everything that failed. */
    void tidyUp(int retries) {
        admin.round(retries);
    }

    /** Messages of the provider that the shop has not understood yet. */
    int untold() {
        return provider.untold();
    }

    /** Carts asked for so far. */
    int purchases() {
        return purchases.get();
    }

    @Override
    public void close() {
        isOpen = false;
        provider.close();
        gateway.close();
        shop.close();
    }
}
