package dev.callboard.workers;

import dev.callboard.orders.Fulfilment;

/** Takes the goods out of stock. */
public final class InventoryStep implements StepWork {
    private final Fulfilment fulfilment;

    public InventoryStep(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public void run(Fulfilment.TakenOver mine) {
        fulfilment.ship(mine);
    }
}
