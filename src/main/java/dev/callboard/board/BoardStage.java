package dev.callboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.CallStatus;

/**
 * Where each call stands on the board, and for how long; the rules alone, over a time that is given.
 *
 * <p>New calls wait their turn for the block, at least six seconds each; two or more that wait split it into bands.
 * What leaves the block goes to the top of the rows. Calls that are heard of late go to their places in silence.
 */
final class BoardStage {
    /** Younger calls are shown with pulses and spoken; older ones were missed, and are only listed. */
    static final Duration FRESH = Duration.ofSeconds(30);
    /** The least time in the block. */
    static final Duration IN_BLOCK = Duration.ofSeconds(6);
    /** The least time in the rows. */
    static final Duration IN_ROWS = Duration.ofSeconds(60);
    /** How long "please wait" stands where a call was taken back. */
    static final Duration CORRECTION = Duration.ofSeconds(10);
    static final int ROWS = 5;
    private static final int BANDS = 3;

    private final Deque<BoardCall> waiting = new ArrayDeque<>();
    private final List<ShownCall> bands = new ArrayList<>();
    private final List<ShownCall> rows = new ArrayList<>();
    private final Map<Long, Long> heard = new HashMap<>();

    /**
     * Takes in what was read.
     *
     * @param calls oldest first
     * @return calls to be said aloud, in order
     */
    List<BoardCall> accept(List<BoardCall> calls, Instant now) {
        List<BoardCall> aloud = new ArrayList<>();
        for (BoardCall call : calls) {
            Long before = heard.put(call.id(), call.announced());
            boolean fresh = Duration.between(call.announcedAt(), now).compareTo(FRESH) < 0;
            if (before == null) {
                arrive(call, fresh ? aloud : null, now);
            } else {
                update(call, now);
                if (call.announced() > before && fresh && call.status() == CallStatus.CALLED) {
                    repeat(call, now);
                    aloud.add(call);
                }
            }
        }
        Set<Long> read = calls.stream().map(BoardCall::id).collect(Collectors.toSet());
        heard.keySet().retainAll(read);
        rows.removeIf(row -> !read.contains(row.call().id()));
        tick(now);
        return aloud;
    }

    /** @param aloud null for a call that was missed */
    private void arrive(BoardCall call, List<BoardCall> aloud, Instant now) {
        if (call.status() == CallStatus.WITHDRAWN || call.status() == CallStatus.GONE) {
            return;
        }
        if (aloud == null) {
            miss(call, now);
        } else {
            waiting.add(call);
            aloud.add(call);
        }
    }

    /** A call of some time ago: the newest of them all stands in the block, the others in the rows. */
    private void miss(BoardCall call, Instant now) {
        boolean blockIsOlder = bands.size() <= 1 && waiting.isEmpty() && bands.stream()
                .allMatch(band -> band.call().id() < call.id() && band.isFor(IN_BLOCK, now));
        if (blockIsOlder) {
            rows.addAll(0, bands);
            bands.clear();
            bands.add(new ShownCall(call, call.at(), null));
        } else {
            rows.add(new ShownCall(call, call.at(), null));
            rows.sort(Comparator.comparingLong((ShownCall row) -> row.call().id()).reversed());
        }
    }

    private void update(BoardCall call, Instant now) {
        if (call.status() == CallStatus.GONE || call.status() == CallStatus.WITHDRAWN) {
            waiting.removeIf(each -> each.id() == call.id());
        }
        if (call.status() == CallStatus.GONE) {
            bands.removeIf(each -> each.call().id() == call.id());
            rows.removeIf(each -> each.call().id() == call.id());
        }
        replace(call, shown -> {
            boolean corrected = call.status() == CallStatus.WITHDRAWN && !shown.isWithdrawn();
            return corrected ? new ShownCall(call, now, null) : shown.now(call);
        });
    }

    private void repeat(BoardCall call, Instant now) {
        boolean onBoard = replace(call, shown -> shown.pulsing(now));
        if (!onBoard && waiting.stream().noneMatch(each -> each.id() == call.id())) {
            waiting.add(call);
        }
    }

    private boolean replace(BoardCall call, UnaryOperator<ShownCall> change) {
        boolean found = false;
        for (List<ShownCall> place : List.of(bands, rows)) {
            for (int index = 0; index < place.size(); index++) {
                if (place.get(index).call().id() == call.id()) {
                    place.set(index, change.apply(place.get(index)));
                    found = true;
                }
            }
        }
        return found;
    }

    /** Lets time do its work. */
    void tick(Instant now) {
        Predicate<ShownCall> corrected = shown -> shown.isWithdrawn() && shown.isFor(CORRECTION, now);
        bands.removeIf(corrected);
        rows.removeIf(corrected);
        while (!waiting.isEmpty() && makeRoom(now)) {
            bands.add(new ShownCall(waiting.poll(), now, now));
        }
        while (bands.size() > 1 && waiting.isEmpty() && bands.getFirst().isFor(IN_BLOCK, now)) {
            retire(now);
        }
        if (bands.isEmpty() && !rows.isEmpty() && !rows.getFirst().isWithdrawn()) {
            bands.add(rows.removeFirst());
        }
        for (int row = rows.size() - 1; row >= 0 && rows.size() > ROWS; row--) {
            if (mayLeave(rows.get(row), now)) {
                rows.remove(row);
            }
        }
    }

    /** True when a band is free for the next call; the oldest that has stood long enough makes way. */
    private boolean makeRoom(Instant now) {
        long young = bands.stream().filter(band -> !band.isFor(IN_BLOCK, now)).count();
        int allowed = Math.clamp(young + waiting.size() - 1, 1, BANDS);
        if (!bands.isEmpty() && bands.getFirst().isFor(IN_BLOCK, now)) {
            retire(now);
        }
        return bands.size() < allowed;
    }

    private void retire(Instant now) {
        ShownCall old = bands.removeFirst();
        rows.addFirst(old.isWithdrawn() ? old : old.movedAt(now));
    }

    private static boolean mayLeave(ShownCall row, Instant now) {
        return row.isWithdrawn() || row.call().status() != CallStatus.CALLED && row.isFor(IN_ROWS, now);
    }

    /** In the block now, the newest last. */
    List<ShownCall> bands() {
        return List.copyOf(bands);
    }

    /** In the rows, the newest first; more than {@link #ROWS} while nobody of them came yet. */
    List<ShownCall> rows() {
        return List.copyOf(rows);
    }

    /** Still to come into the block. */
    int waiting() {
        return waiting.size();
    }
}
