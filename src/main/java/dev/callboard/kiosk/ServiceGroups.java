package dev.callboard.kiosk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.callboard.tickets.Queue;

/**
 * Many services in few groups. Names such as "Paint: mixing" and "Paint: returns" make the group "Paint"; all others
 * stand by the alphabet, six to a group.
 */
final class ServiceGroups {
    /** From so many services on visitors choose a group first. */
    static final int FROM = 13;
    private static final int AT_MOST = 6;

    private ServiceGroups() {}

    /** The groups by their names, in order. */
    static Map<String, List<Queue>> of(List<Queue> services) {
        Map<String, List<Queue>> named = new TreeMap<>();
        services.forEach(queue -> named.computeIfAbsent(prefix(queue), missing -> new ArrayList<>()).add(queue));
        List<Queue> others = new ArrayList<>();
        named.entrySet().removeIf(group -> {
            boolean alone = group.getKey().isEmpty() || group.getValue().size() == 1;
            if (alone) {
                others.addAll(group.getValue());
            }
            return alone;
        });
        Map<String, List<Queue>> groups = new LinkedHashMap<>(named);
        others.sort(Comparator.comparing(Queue::name, String.CASE_INSENSITIVE_ORDER));
        int parts = Math.ceilDiv(others.size(), AT_MOST);
        for (int part = 0; part < parts; part++) {
            List<Queue> some = List.copyOf(others.subList(part * others.size() / parts,
                    (part + 1) * others.size() / parts));
            groups.merge(span(some), some, ServiceGroups::joined);
        }
        return groups;
    }

    private static String prefix(Queue queue) {
        int colon = queue.name().indexOf(':');
        return colon < 0 ? "" : queue.name().substring(0, colon).strip();
    }

    private static List<Queue> joined(List<Queue> some, List<Queue> more) {
        List<Queue> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static String span(List<Queue> some) {
        String first = initial(some.getFirst());
        String last = initial(some.getLast());
        return first.equals(last) ? first : first + " – " + last;
    }

    private static String initial(Queue queue) {
        return queue.name().substring(0, queue.name().offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}
