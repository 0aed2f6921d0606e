package dev.callboard.cli;

import java.time.Duration;
import java.util.List;

import dev.callboard.orders.ReservationRequest;
import dev.callboard.settings.KnownSettings;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "reserve", description = "Put goods aside for a customer.")
final class OrderReserve implements Command {
    @Option(names = "--customer", required = true, paramLabel = "REF", description = "Reference of the customer.")
    private String customer;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where the confirmation goes.")
    private String email;

    @Option(names = "--line", required = true, paramLabel = "SKU:QTY", description = "Some units; may be repeated.")
    private List<GoodsArgument> lines;

    @Option(names = "--ttl", paramLabel = "10m", description = "How long, 1s to 30d; reservation.ttl without it.")
    private Duration timeToLive;

    @Override
    public Answer run(Session session) {
        Duration chosen = timeToLive == null ? session.settings().get(KnownSettings.RESERVATION_TTL)
                : timeToLive;
        return Answer.of(OrderAnswer.of(session.shop().reservations()
                .reserve(ReservationRequest.of(customer, email, GoodsArgument.lines(lines), chosen))));
    }
}
