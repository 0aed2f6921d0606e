package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.check.Invariant;
import dev.callboard.check.ShopInvariants;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.StripeDouble.Answer;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/**
 * Seeded runs of everything that can happen to a payment, in any order: customers who pay, change cards or leave,
 * messages that come late, twice or backwards, a provider that is away, orders that are cancelled. At the end each order
 * keeps the money of one payment if it is paid, and of none otherwise.
 */
@Tag("L05")
class PaymentRunsTest {
    private static final int RUNS = 40;
    private static final int STEPS = 25;

    private final CardShop cards = new CardShop();

    @AfterEach
    void close() {
        cards.close();
    }

    /** A message of the provider that may be delivered any number of times. */
    private record Message(String id, String type, String intent) {}

    /** One order with all its messages. */
    private final class Run {
        private final Random random;
        private final UUID order = cards.reserved().uuid();
        private final List<Message> messages = new ArrayList<>();
        private final Set<String> mine = java.util.Collections.synchronizedSet(new java.util.LinkedHashSet<>());
        private final StringBuilder story = new StringBuilder();
        private final int seed;

        Run(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void go() {
            for (int step = 0; step < STEPS; step++) {
                act(random.nextInt(9));
            }
            cards.stripe.noTrouble();
            settle();
        }

        private void act(int what) {
            story.append(' ').append(what);
            try {
                switch (what) {
                    case 0, 1 -> {
                        UUID payment = cards.cards.start(order).payment();
                        mine.add(cards.intentOf(payment));
                    }
                    case 2 -> pay();
                    case 3 -> someIntent().forEach(intent -> tell("payment_intent.payment_failed", intent));
                    case 4, 5 -> deliver();
                    case 6 -> cards.expireAll();
                    case 7 -> cards.giveRefunds();
                    default -> trouble();
                }
            } catch (Refusal | Unavailable no) {
                story.append('!');
            }
        }

        private void pay() {
            someIntent().stream().filter(intent -> cards.stripe.status(intent).equals("requires_payment_method"))
                    .forEach(intent -> {
                        cards.stripe.pay(intent);
                        tell("payment_intent.succeeded", intent);
                    });
        }

        private List<String> someIntent() {
            return mine.isEmpty() ? List.of() : List.of(List.copyOf(mine).get(random.nextInt(mine.size())));
        }

        private void tell(String type, String intent) {
            messages.add(new Message("evt_" + seed + "_" + messages.size(), type, intent));
        }

        private void deliver() {
            if (!messages.isEmpty()) {
                Message message = messages.get(random.nextInt(messages.size()));
                cards.says(message.id(), message.type(), message.intent());
            }
        }

        private void trouble() {
            if (random.nextInt(3) == 0 && cards.shop.state(order) == OrderState.PAID) {
                cards.shop.cancellations.cancelOrder(order, "changed their mind");
            } else if (random.nextBoolean()) {
                cards.stripe.trouble(call -> random.nextInt(3) == 0 ? Answer.error(503, "api_error", "away") : null);
            } else {
                cards.stripe.noTrouble();
            }
        }

        private void settle() {
            List<Message> late = new ArrayList<>(messages);
            java.util.Collections.shuffle(late, random);
            late.forEach(message -> cards.says(message.id(), message.type(), message.intent()));
            cards.expireAll();
            late.forEach(message -> cards.says(message.id(), message.type(), message.intent()));
            cards.shop.number("with now as (update outbox set next_try = clock_timestamp() where kind = 'refund'"
                    + " and done_at is null returning 1) select count(*) from now");
            cards.giveRefunds();
        }

        void holds() {
            OrderState state = cards.shop.state(order);
            long kept = mine.stream().filter(intent -> cards.stripe.status(intent).equals("succeeded"))
                    .mapToLong(intent -> 1 - cards.stripe.refundsOf(intent)).sum();
            String what = "seed " + seed + " ended " + state + " after" + story;
            assertThat(kept).as(what).isEqualTo(state == OrderState.PAID ? 1 : 0);
            assertThat(state).as(what).isIn(OrderState.PAID, OrderState.RESERVED, OrderState.EXPIRED,
                    OrderState.CANCELLED);
            assertThat(mine).as(what).allSatisfy(
                    intent -> assertThat(cards.stripe.refundsOf(intent)).isLessThanOrEqualTo(1));
        }
    }

    @Test
    void theMoneyIsRightHoweverItComes() {
        cards.shop.receive("BULB", 2 * RUNS);
        for (int seed = 1; seed <= RUNS; seed++) {
            Run run = new Run(seed);
            run.go();
            run.holds();
        }
        for (Invariant invariant : ShopInvariants.of(cards.shop.database, cards.shop.gate, cards.shop.queue)) {
            assertThat(invariant.examine().examples()).as(invariant.name()).isEmpty();
        }
        assertThat(cards.shop.number("select count(distinct state) from orders")).as("the runs end differently")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("M7")
    void whoeverWinsTheRaceOfPayingRefusingAndExpiringTheMoneyIsRight() {
        cards.shop.receive("BULB", 2 * RUNS);
        for (int seed = 1; seed <= RUNS; seed++) {
            Run run = new Run(seed);
            UUID payment = cards.cards.start(run.order).payment();
            String intent = cards.intentOf(payment);
            run.mine.add(intent);
            if (seed % 2 == 0) {
                cards.stripe.pay(intent);
            }
            String id = "evt_race_" + seed;
            AtOnce<Boolean> all = AtOnce.run(List.of(
                    () -> cards.stripe.status(intent).equals("succeeded")
                            && cards.says(id + "s", "payment_intent.succeeded", intent),
                    () -> cards.says(id + "f", "payment_intent.payment_failed", intent), () -> cards.expireAll() > 0,
                    () -> run.mine.add(cards.intentOf(cards.cards.start(run.order).payment()))));
            assertThat(all.done().size() + all.refused().size()).isEqualTo(4);
            run.mine.stream().filter(paid -> cards.stripe.status(paid).equals("succeeded"))
                    .forEach(paid -> run.tell("payment_intent.succeeded", paid));
            run.settle();
            run.holds();
        }
    }
}
