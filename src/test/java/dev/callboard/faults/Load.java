package dev.callboard.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import dev.callboard.TestShop;

/** Everybody who uses the shop: customers, the till, the payment provider and somebody at the triage. */
final class Load implements AutoCloseable {
    private static final int CUSTOMERS = 4;
    private static final int MOSTLY = 70;

    private final TestShop shop;
    private final GatewayClient gateway;
    private final Provider provider;
    private final Customer customer;
    private final AdminHand admin;
    private final List<Cart> carts;
    private final long seed;
    private final AtomicInteger purchases = new AtomicInteger();
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
    }

    /** Lets everybody in. */
    void begin() {
        isOpen = true;
        people.clear();
        for (int i = 0; i < CUSTOMERS; i++) {
            people.add(Thread.ofVirtual().start(this::buyAndBuy));
        }
        people.add(Thread.ofVirtual().start(() -> {
            while (isOpen) {
                admin.round(MOSTLY);
                LockSupport.parkNanos(500_000_000);
            }
        }));
    }

    private void buyAndBuy() {
        while (isOpen) {
            Random dice = new Random(seed + 7_919L * purchases.incrementAndGet());
            customer.buy(dice, carts);
            LockSupport.parkNanos(dice.nextLong(120_000_000));
        }
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
