package dev.callboard.stock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that the gate knows, of one moment.
 *
 * @param products by SKU
 * @param holds open ones: units by SKU, by hold
 * @param taken holds that are watched until their order is known to stand
 */
public record GateContents(long epoch, Map<String, GateFigures> products, Map<UUID, Map<String, Long>> holds,
        Set<UUID> taken) {

    static GateContents of(List<Object> answer) {
        Iterator<String> words = answer.stream().map(Object::toString).iterator();
        long epoch = number(words);
        Map<String, GateFigures> products = new HashMap<>();
        for (long left = number(words); left > 0; left--) {
            products.put(words.next(), new GateFigures(number(words), number(words), number(words)));
        }
        Map<UUID, Map<String, Long>> holds = new HashMap<>();
        for (long left = number(words); left > 0; left--) {
            holds.computeIfAbsent(UUID.fromString(words.next()), id -> new HashMap<>()).put(words.next(),
                    number(words));
        }
        Set<UUID> taken = new HashSet<>();
        words.forEachRemaining(id -> taken.add(UUID.fromString(id)));
        return new GateContents(epoch, products, holds, taken);
    }

    private static long number(Iterator<String> words) {
        return Long.parseLong(words.next());
    }
}
