package dev.callboard.stock;

import java.util.Map;

/** What the gate says to a cart. */
public sealed interface GateAnswer {

    /** Taken, under this epoch; also when it had been taken before. */
    record Held(long epoch) implements GateAnswer {}

    /** Nothing taken: another cart stands under this id. */
    record Other() implements GateAnswer {}

    /** Nothing taken: these products have too little. @param available units left, by SKU */
    record Short(Map<String, Long> available) implements GateAnswer {}

    /** Nothing taken: a hold of this id has ended and is never taken again. */
    record Ended() implements GateAnswer {}

    /** Nothing taken: the gate is closed until it is rebuilt. */
    record Closed() implements GateAnswer {}
}
