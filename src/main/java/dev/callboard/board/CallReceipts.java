package dev.callboard.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.callboard.tickets.BoardCall;

/**
 * What the board says back of each call: that it was shown, and that it was said aloud. Each is sent once; one that got
 * lost is sent again with the next read that succeeds. For the FX thread only, but for {@link #spoken}.
 */
final class CallReceipts {

    /** @param announcement a call or a recall, which is announced anew */
    private record Receipt(long announcement, boolean spoken) {}

    private final Consumer<BoardCall> sayShown;
    private final Consumer<BoardCall> saySpoken;
    private final BoardSurroundings around;
    private final Set<Receipt> sent = new HashSet<>();
    private final Map<Receipt, BoardCall> lost = new HashMap<>();

    /** @param sayShown tells the servers, and may block; the other likewise */
    CallReceipts(Consumer<BoardCall> sayShown, Consumer<BoardCall> saySpoken, BoardSurroundings around) {
        this.sayShown = sayShown;
        this.saySpoken = saySpoken;
        this.around = around;
    }

    /** The call stands in the block now. */
    void shown(BoardCall call) {
        Receipt receipt = new Receipt(call.announced(), false);
        if (sent.add(receipt)) {
            send(receipt, call);
        }
    }

    /** The call was said to its end; from any thread. */
    void spoken(BoardCall call) {
        around.fx().execute(() -> send(new Receipt(call.announced(), true), call));
    }

    /** The servers answer: what got lost is sent again, what is no longer on the board is forgotten. */
    void read(Set<Long> onBoard) {
        sent.removeIf(receipt -> !onBoard.contains(receipt.announcement()));
        lost.keySet().removeIf(receipt -> !onBoard.contains(receipt.announcement()));
        Map<Receipt, BoardCall> again = Map.copyOf(lost);
        lost.clear();
        again.forEach(this::send);
    }

    private void send(Receipt receipt, BoardCall call) {
        around.background().execute(() -> {
            try {
                (receipt.spoken() ? saySpoken : sayShown).accept(call);
            } catch (RuntimeException failure) {
                around.faults().report("A receipt of the board was not sent", failure);
                around.fx().execute(() -> lost.put(receipt, call));
            }
        });
    }
}
