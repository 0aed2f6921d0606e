package dev.callboard.workers;

import java.util.stream.Collectors;

import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.Order;

/**
 * Sends the confirmation: at least once, always with the same Message-ID, so that a mailbox can tell a repetition.
 */
public final class EmailStep implements StepWork {
    private final Fulfilment fulfilment;
    private final Mailer mailer;
    private final String shopAddress;

    /**
     * @param mailer null where no mail server is set: the step is then done with that note
     * @param shopAddress gets the mail of an order without an address
     */
    public EmailStep(Fulfilment fulfilment, Mailer mailer, String shopAddress) {
        this.fulfilment = fulfilment;
        this.mailer = mailer;
        this.shopAddress = shopAddress;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public void run(Fulfilment.TakenOver mine) {
        if (mailer == null) {
            fulfilment.done(mine, name(), "no mail server is set (smtp.url)");
            return;
        }
        Order order = mine.order();
        String to = order.email() == null ? shopAddress : order.email();
        mailer.send(new Mailer.Mail(to, "Order " + order.number(), text(order), messageId(order)));
        fulfilment.done(mine, name(), "sent to " + to);
    }

    static String messageId(Order order) {
        return "<" + order.id().jobId() + "@callboard>";
    }

    private static String text(Order order) {
        String lines = order.lines().stream().map(
                line -> line.quantity() + " × " + (line.product().isBlank() ? line.sku() : line.product()) + "  "
                        + line.price())
                .collect(Collectors.joining("\n"));
        return "Thank you. Your order " + order.number() + " is being prepared.\n\n" + lines + "\n\nTotal "
                + order.total() + "\n";
    }
}
