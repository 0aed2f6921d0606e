package dev.callboard.workers;

import dev.callboard.orders.Fulfilment;

/** The work of one fulfilment step. */
public interface StepWork {

    /** The step's name, one of {@link Fulfilment#STEPS}. */
    String name();

    /**
     * Does the step and marks it done. Called again after a crash or failure; the effect must then not happen twice, or
     * carry the same key.
     *
     * @throws Fulfilment.Superseded where the order moved meanwhile
     * @throws RuntimeException where the step failed; its message is what people will read
     */
    void run(Fulfilment.TakenOver mine);
}
