package dev.callboard.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import dev.callboard.faults.GatewayClient.Answer;
import dev.callboard.payments.StripeDouble;

/** The payment provider's side: cards are charged, and the shop is told of it until it says that it has understood. */
final class Provider implements AutoCloseable {
    private final StripeDouble stripe;
    private final GatewayClient gateway;
    private final Map<String, byte[]> untold = new ConcurrentHashMap<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final Thread messenger = Thread.ofVirtual().unstarted(this::tellUntilUnderstood);
    private volatile boolean isOpen = true;

    Provider(StripeDouble stripe, GatewayClient gateway) {
        this.stripe = stripe;
        this.gateway = gateway;
        messenger.start();
    }

    /** A customer fills in the form. */
    void pay(String form) {
        String intent = form.replaceFirst("_secret_.*", "");
        try {
            stripe.pay(intent);
        } catch (IllegalStateException ended) {
            // the shop has ended the payment meanwhile: no money is taken
            return;
        }
        String id = "evt_" + messages.incrementAndGet();
        untold.put(id, stripe.event(id, "payment_intent.succeeded", intent));
    }

    /** Messages that the shop has not understood yet. */
    int untold() {
        return untold.size();
    }

    private void tellUntilUnderstood() {
        while (isOpen) {
            untold.forEach((id, message) -> {
                if (isUnderstood(message)) {
                    untold.remove(id);
                }
            });
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Told twice, as providers do, and understood only where both times were. */
    private boolean isUnderstood(byte[] message) {
        return is200(message) & is200(message);
    }

    private boolean is200(byte[] message) {
        return gateway.tell(message).map(Answer::status).filter(status -> status == 200).isPresent();
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
