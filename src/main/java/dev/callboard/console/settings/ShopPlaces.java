package dev.callboard.console.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditRow;
import dev.callboard.audit.AuditTrail;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.QueueRule;
import dev.callboard.tickets.QueueRules;
import dev.callboard.tickets.Queues;

/** The queues and counters of the shop, as Settings read and change them. */
public record ShopPlaces(FloorSights sights, Queues queues, QueueRules rules, CounterPlaces counters) {
    private static final int CHANGES = 300;

    /** Every text that can be changed, by its key. */
    static Map<String, String> texts(FloorSight sight) {
        Map<String, String> texts = new HashMap<>();
        sight.rules().forEach((code, rule) -> {
            texts.put(ShopField.QUEUE_NAME.key(code), rule.name());
            texts.put(ShopField.QUEUE_TARGET.key(code), minutes(rule.target()));
            texts.put(ShopField.QUEUE_LIMIT.key(code), minutes(rule.limit()));
            texts.put(ShopField.QUEUE_OPENS.key(code), rule.opens() == null ? "" : rule.opens().toString());
            texts.put(ShopField.QUEUE_CLOSES.key(code), rule.closes() == null ? "" : rule.closes().toString());
        });
        sight.counters().forEach(counter -> {
            texts.put(ShopField.COUNTER_NAME.key(counter.name()), counter.name());
            texts.put(ShopField.COUNTER_QUEUES.key(counter.name()), String.join(", ", counter.serves()));
        });
        return texts;
    }

    private static String minutes(java.time.Duration span) {
        return span == null ? "" : String.valueOf(span.toMinutes());
    }

    /** Who changed each of them last. */
    static Map<String, AuditRow> lastChanges(AuditTrail trail) {
        Map<String, AuditRow> newest = new HashMap<>();
        for (AuditRow row : trail.newest(AuditQuery.of("what:queue.rule"), CHANGES).rows()) {
            for (ShopField field : ShopField.values()) {
                String key = field.key(row.subjectId());
                if (key.startsWith("queue/")
                        && !row.before().path(field.word()).equals(row.after().path(field.word()))) {
                    newest.putIfAbsent(key, row);
                }
            }
        }
        trail.newest(AuditQuery.of("what:counter.serve"), CHANGES).rows()
                .forEach(row -> newest.putIfAbsent(ShopField.COUNTER_QUEUES.key(row.subjectId()), row));
        trail.newest(AuditQuery.of("what:counter.rename"), CHANGES).rows()
                .forEach(row -> newest.putIfAbsent(ShopField.COUNTER_NAME.key(row.subjectId()), row));
        return newest;
    }

    /** Writes the changes, one queue or counter after the other. @param changes new texts by key */
    void save(Map<String, String> changes) {
        Map<String, QueueRule> before = rules.list();
        for (String code : ids(changes, "queue/")) {
            QueueRule was = before.get(code);
            rules.set(code, new QueueRule(changes.getOrDefault(ShopField.QUEUE_NAME.key(code), was.name()),
                    ShopField.minutes(changes.getOrDefault(ShopField.QUEUE_TARGET.key(code), minutes(was.target()))),
                    ShopField.minutes(changes.getOrDefault(ShopField.QUEUE_LIMIT.key(code), minutes(was.limit()))),
                    ShopField.time(changes.getOrDefault(ShopField.QUEUE_OPENS.key(code), text(was.opens()))),
                    ShopField.time(changes.getOrDefault(ShopField.QUEUE_CLOSES.key(code), text(was.closes())))));
        }
        for (String counter : ids(changes, "counter/")) {
            String served = changes.get(ShopField.COUNTER_QUEUES.key(counter));
            if (served != null) {
                serve(counter, ShopField.codes(served));
            }
            String called = changes.get(ShopField.COUNTER_NAME.key(counter));
            if (called != null) {
                counters.rename(counter, called);
            }
        }
    }

    private void serve(String counter, List<String> codes) {
        if (codes.isEmpty()) {
            counters.serveWhatTheConsoleSays(counter);
        } else {
            counters.serve(counter, codes);
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static Iterable<String> ids(Map<String, String> changes, String kind) {
        TreeSet<String> ids = new TreeSet<>();
        changes.keySet().stream().filter(key -> key.startsWith(kind)).map(ShopField::idOf).forEach(ids::add);
        return List.copyOf(ids);
    }

}
