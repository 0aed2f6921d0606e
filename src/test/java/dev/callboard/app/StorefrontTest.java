package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;

/** The gateway as its command starts it, on the embedded servers with their own logins. */
class StorefrontTest {

    @Test
    void servesTheShopOfADataFolder(@TempDir Path folder) throws Exception {
        Settings settings = Settings.defaults().with(Map.of("gateway.limiter.max", "4"));
        ConnectionChoice choice = new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.empty(),
                settings);
        try (CommandShop shop = new CommandShop(choice)) {
            shop.stock().receive(new Receipt(new StockLine("BULB", 5), "Bulb", new java.math.BigDecimal("1.25")));
        }
        try (Servers servers = new Servers(choice);
                Storefront storefront = new Storefront(servers, settings, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            URI gateway = URI.create("http://127.0.0.1:" + storefront.start());

            HttpResponse<String> health = client.send(HttpRequest.newBuilder(gateway.resolve("/health")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
            assertThat(health.body()).contains("\"postgres\":{\"ok\":true", "\"redis\":{\"ok\":true",
                    "\"gate\":{\"ok\":true");
            HttpResponse<String> paid = client.send(
                    HttpRequest.newBuilder(gateway.resolve("/orders/7f1f6e0e-0000-4000-8000-000000000000/payment"))
                            .POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(paid.statusCode()).isEqualTo(503);
            assertThat(paid.body()).contains("\"not_set_up\"", "stripe.key");
            assertThat(paid.headers().firstValue("Retry-After")).isEmpty();
            for (int i = 0; i < 4; i++) {
                HttpResponse<String> reserved = client.send(HttpRequest.newBuilder(gateway.resolve("/reservations"))
                        .POST(HttpRequest.BodyPublishers
                                .ofString("{\"customer\":\"ada\",\"lines\":[{\"sku\":\"BULB\",\"qty\":1}]}"))
                        .build(), HttpResponse.BodyHandlers.ofString());
                assertThat(reserved.statusCode()).as(reserved.body()).isEqualTo(i < 3 ? 201 : 429);
            }
            HttpResponse<String> webhook = client.send(HttpRequest.newBuilder(gateway.resolve("/webhooks/stripe"))
                    .POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(webhook.statusCode()).as("no secret is set: nothing is believed").isEqualTo(503);
        }
    }
}
