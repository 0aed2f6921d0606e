package dev.callboard.faults;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.faults.GatewayClient.Answer;
import dev.callboard.faults.TicketPromises.Drawn;

/** Takes a number at the gateway, asks again under the same key where no answer came, and looks at the place. */
final class Visitor {
    /** Few enough that some of them still wait when they come again. */
    private static final int REGULARS = 60;
    private static final int PRESSES_TWICE = 15;
    private static final int LOOKS = 30;

    private final GatewayClient gateway;
    private final Promises promises;

    Visitor(GatewayClient gateway, Promises promises) {
        this.gateway = gateway;
        this.promises = promises;
    }

    void visit(Random dice, List<String> queues) {
        String queue = queues.get(dice.nextInt(queues.size()));
        String key = "visit-" + dice.nextLong();
        String customer = dice.nextBoolean() ? "regular " + dice.nextInt(REGULARS) : null;
        promises.tickets.asked.add(key);
        Supplier<Optional<Answer>> press = () -> gateway.join(queue, customer, key);
        Patience.ask(press).ifPresent(answer -> hear(key, answer));
        if (dice.nextInt(100) < PRESSES_TWICE) {
            Patience.ask(press).ifPresent(answer -> hear(key, answer));
        }
        Drawn mine = promises.tickets.drawn.get(key);
        if (mine != null && dice.nextInt(100) < LOOKS) {
            Patience.ask(() -> gateway.ticket(mine.id())).ifPresent(answer -> hear(key, answer));
        }
    }

    private void hear(String key, Answer answer) {
        if (answer.status() >= 400) {
            return;
        }
        JsonNode told = answer.body();
        Drawn now = new Drawn(UUID.fromString(told.path("id").asText()),
                told.path("code").asText().replaceFirst("-.*", ""), told.path("number").asInt());
        Drawn before = promises.tickets.drawn.putIfAbsent(key, now);
        if (before != null && !before.equals(now)) {
            promises.surprise("one visit was told of " + before + " and of " + now);
        }
    }
}
