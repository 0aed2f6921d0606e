package dev.callboard.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import dev.callboard.TestShop;
import dev.callboard.faults.GatewayClient.Answer;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/**
 * Buys as real invoices say, and asks again where no answer came. What is bought and what becomes of it is decided by the
 * seed and the number of the purchase alone.
 */
final class Customer {
    private static final int BY_CARD = 45;
    private static final int AT_THE_TILL = 85;
    private static final int CHANGES_THEIR_MIND = 93;

    private final GatewayClient gateway;
    private final TestShop shop;
    private final Provider provider;
    private final Promises promises;

    /** @param shop of whoever stands at the till */
    Customer(GatewayClient gateway, TestShop shop, Provider provider, Promises promises) {
        this.gateway = gateway;
        this.shop = shop;
        this.provider = provider;
        this.promises = promises;
    }

    void buy(Random dice, List<Cart> carts) {
        UUID id = new UUID(dice.nextLong() & ~0xF000L | 0x4000L,
                dice.nextLong() & Long.MAX_VALUE >> 1 | Long.MIN_VALUE);
        Cart cart = carts.get(dice.nextInt(carts.size()));
        int fate = dice.nextInt(100);
        boolean isReserved = Patience.ask(() -> gateway.reserve(id, cart)).map(Answer::status).equals(Optional.of(201));
        if (!isReserved) {
            return;
        }
        promises.reserved.add(id);
        if (fate < BY_CARD) {
            payByCard(id, dice.nextInt(10) > 0);
        } else if (fate < AT_THE_TILL) {
            payAtTheTill(id);
        } else if (fate < CHANGES_THEIR_MIND) {
            cancel(id);
        }
        // the rest never comes back, and the reservation runs out
    }

    private void payByCard(UUID id, boolean isWithMoney) {
        Optional<Answer> form = Patience.ask(() -> gateway.startPayment(id)).filter(answer -> answer.status() == 201);
        if (form.isEmpty() || !isWithMoney) {
            return;
        }
        provider.pay(form.get().body().path("client_secret").asText());
    }

    private void payAtTheTill(UUID id) {
        if (Patience.ask(() -> atTheDesk("pay", () -> shop.payments.payAtCounter(id))).orElse(false)) {
            promises.paid.add(id);
        }
    }

    private void cancel(UUID id) {
        if (Patience.ask(() -> atTheDesk("cancel", () -> shop.cancellations.cancelOrder(id, "changed mind")))
                .orElse(false)) {
            promises.cancelled.add(id);
        }
    }

    /** @return whether it was done, or empty where it is worth trying again */
    private <T> Optional<Boolean> atTheDesk(String what, Supplier<T> act) {
        try {
            act.get();
            return Optional.of(true);
        } catch (Unavailable away) {
            return Optional.empty();
        } catch (Refusal no) {
            return no.code().equals("busy") ? Optional.empty() : Optional.of(false);
        } catch (RuntimeException failure) {
            promises.surprise(what, failure);
            return Optional.empty();
        }
    }
}
