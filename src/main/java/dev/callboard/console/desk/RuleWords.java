package dev.callboard.console.desk;

import java.time.Duration;
import java.util.List;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.CallReason;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;

/** The calling rule in words, and what it makes of each one who waits. */
final class RuleWords {
    private final Texts texts;
    private final Formats formats;

    RuleWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** The rule of a counter; where its queues differ, that of each. */
    List<String> rules(String counter, List<Queue> queues) {
        if (queues.stream().map(Queue::rule).distinct().count() < 2) {
            return queues.stream().limit(1).map(queue -> rule(counter, queue.rule())).toList();
        }
        return queues.stream().map(queue -> rule(queue.name(), queue.rule())).toList();
    }

    private String rule(String whose, CallingRule rule) {
        return rule.ageLimit() == null
                ? texts.of("desk.why_order.rule_no_cap", whose, rule.priorityPerNormal())
                : texts.of("desk.why_order.rule", whose, Formats.span(rule.ageLimit()), rule.priorityPerNormal());
    }

    /** The short reason in a list. */
    String reason(InLine next, CounterSight sight) {
        Ticket ticket = next.ticket();
        String arrived = formats.minutes(ticket.joinedAt());
        return switch (next.reason()) {
            case PUT_IN_FRONT -> texts.of("desk.reason.front");
            case OVER_AGE_LIMIT -> ticket.position() == 1
                    ? texts.of("desk.reason.cap", cap(ticket, sight).toMinutes())
                    : texts.of("desk.reason.cap_since", cap(ticket, sight).toMinutes(), arrived);
            case PRIORITY_TURN -> texts.of("desk.reason.priority_turn", ordinal(next.turn()),
                    ruleOf(ticket, sight).priorityPerNormal());
            case CAME_BACK -> texts.of("desk.reason.came_back", arrived);
            case TRANSFERRED -> texts.of("desk.reason.transferred", ticket.origin());
            case BY_ARRIVAL -> texts.of("desk.reason.arrival", arrived);
        };
    }

    /** The whole reason, as the rule has it. */
    String why(InLine next, CounterSight sight) {
        return switch (next.reason()) {
            case PUT_IN_FRONT -> texts.of("desk.why_order.front");
            case OVER_AGE_LIMIT -> texts.of("desk.why_order.cap", Formats.span(cap(next.ticket(), sight)));
            case PRIORITY_TURN -> next.turn() == 1
                    ? texts.of("desk.why_order.first_turn")
                    : texts.of("desk.why_order.turn", next.turn() - 1, ordinal(next.turn()));
            case CAME_BACK -> texts.of("desk.why_order.came_back");
            case TRANSFERRED -> texts.of("desk.why_order.transferred");
            case BY_ARRIVAL -> texts.of("desk.why_order.arrival");
        };
    }

    /** When somebody came, and what else the rule looked at. */
    String facts(InLine next, Duration waited) {
        Ticket ticket = next.ticket();
        String joined = texts.of("desk.why_order.joined", formats.seconds(ticket.joinedAt()));
        if (next.reason() == CallReason.OVER_AGE_LIMIT) {
            return joined + ", " + texts.of("desk.why_order.waits", Formats.span(waited));
        }
        if (ticket.priority() > 0) {
            return joined + ", " + texts.of("desk.why_order.priority");
        }
        return switch (next.reason()) {
            case CAME_BACK -> joined + ", " + texts.of("desk.why_order.back");
            case TRANSFERRED, PUT_IN_FRONT -> joined + ", " + texts.of("desk.why_order.from", ticket.origin());
            default -> joined;
        };
    }

    private static CallingRule ruleOf(Ticket ticket, CounterSight sight) {
        return sight.queues().stream().filter(queue -> queue.code().equals(ticket.queue())).map(Queue::rule)
                .findFirst().orElse(CallingRule.USUAL);
    }

    private static Duration cap(Ticket ticket, CounterSight sight) {
        Duration cap = ruleOf(ticket, sight).ageLimit();
        return cap == null ? Duration.ZERO : cap;
    }

    /** The first, the second: English knows four endings, other languages give them the same words. */
    String ordinal(int number) {
        int last = number % 10;
        boolean teen = number / 10 % 10 == 1;
        String form = teen || last == 0 || last > 3 ? "other" : last == 1 ? "one" : last == 2 ? "two" : "few";
        return texts.of("desk.ordinal." + form, number);
    }
}
