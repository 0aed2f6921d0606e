package dev.callboard.console.orders;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.payments.Refund;
import javafx.scene.Node;

/** What was paid for an order and given back, with the whole references. */
final class PaymentPopover {
    private final Surroundings around;
    private final Overlay overlay;

    PaymentPopover(Surroundings around, Overlay overlay) {
        this.around = around;
        this.overlay = overlay;
    }

    void open(Node anchor, OrderCase shown) {
        if (shown == null) {
            return;
        }
        var texts = around.texts();
        Popover popover = new Popover(texts.of("orders.payment"),
                texts.of("order.number", String.valueOf(shown.order().number())), 460);
        List<Node> rows = new ArrayList<>();
        if (shown.payment() == null) {
            rows.add(Labels.of(texts.of("orders.no_payment"), "dense", "muted"));
        } else {
            rows.add(Labels.of(texts.of("orders.captured_at", around.formats().money(shown.payment().amount()),
                    around.formats().secondsOrDay(shown.payment().capturedAt(), shown.payment().capturedAt())),
                    "medium"));
            rows.add(Labels.whole(shown.payment().id().toString(), "mono", "caption"));
        }
        for (Refund refund : shown.refunds()) {
            rows.add(Labels.of(texts.of("orders.refund." + refund.state(), around.formats().money(refund.amount())),
                    "medium"));
        }
        popover.fill(rows.toArray(Node[]::new));
        ActionButton close = new ActionButton();
        close.setText(texts.of("key.close"));
        close.setKeys(texts.named("key", "Esc"));
        close.setOnAction(press -> overlay.close());
        popover.buttons(close);
        overlay.openPopover(popover, anchor, new Keymap().bindEverywhere("Esc", texts.of("key.close"), overlay::close)
                .bind("P", texts.of("key.close"), overlay::close));
    }
}
