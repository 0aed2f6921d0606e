package dev.callboard.workers;

import dev.callboard.orders.Fulfilment;

/** Numbers, renders and keeps the invoice. */
public final class InvoiceStep implements StepWork {
    private final Fulfilment fulfilment;
    private final InvoiceDocument document;

    public InvoiceStep(Fulfilment fulfilment, InvoiceDocument document) {
        this.fulfilment = fulfilment;
        this.document = document;
    }

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public void run(Fulfilment.TakenOver mine) {
        fulfilment.invoice(mine, number -> document.render(number, mine.order()));
    }
}
