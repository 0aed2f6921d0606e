package dev.callboard.board;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Which wall screen this is.
 *
 * @param screen its name, as the desk reads it
 * @param queues codes of the queues whose calls it shows
 * @param shop the shop's name
 * @param connection what the servers are called, for whoever has to mend them
 * @param opens when the shop opens, if it says so
 */
public record BoardPlace(String screen, List<String> queues, String shop, String connection,
        Optional<LocalTime> opens) {}
