package dev.callboard.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.callboard.console.ScreenPlace;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.console.activity.ActivityModel;
import dev.callboard.console.activity.ActivityScreen;
import dev.callboard.console.orders.OrdersModel;
import dev.callboard.console.orders.OrdersScreen;
import dev.callboard.console.settings.SettingsModel;
import dev.callboard.console.settings.SettingsScreen;
import dev.callboard.console.stock.StockModel;
import dev.callboard.console.stock.StockScreen;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;

/** The screens of a console that look at goods, orders and records. */
final class BackOffice {
    private final Surroundings around;
    private final ConsoleShop shop;
    private final Settings settings;
    private final Travel travel;
    private final Runnable connections;
    private final Consumer<Map<String, String>> look;

    /**
     * @param travel leads to the other screens of the window
     * @param connections opens the window of the connections
     * @param look hears of saved settings of how the console looks
     */
    BackOffice(Surroundings around, ConsoleShop shop, Settings settings, Travel travel, Runnable connections,
            Consumer<Map<String, String>> look) {
        this.around = around;
        this.shop = shop;
        this.settings = settings;
        this.travel = travel;
        this.connections = connections;
        this.look = look;
    }

    /** In the order of the rail. */
    List<ScreenPlace> places() {
        return List.of(orders(), stock(), activity(), settings());
    }

    private ScreenPlace orders() {
        OrdersScreen.Waits waits = new OrdersScreen.Waits(settings.get(KnownSettings.QUEUE_TARGET),
                settings.get(KnownSettings.QUEUE_LIMIT));
        return new ScreenPlace("orders", "fth-shopping-bag", 4, overlay -> new OrdersScreen(around,
                new OrdersModel(around, shop.orders()), overlay, travel, waits));
    }

    private ScreenPlace settings() {
        return new ScreenPlace("settings", "fth-settings", 7,
                overlay -> new SettingsScreen(around, new SettingsModel(around, shop.settings()),
                        new SettingsScreen.Ways(overlay, connections, look)));
    }

    private ScreenPlace stock() {
        return new ScreenPlace("stock", "fth-package", 5,
                overlay -> new StockScreen(around, new StockModel(around, shop.stock()), overlay, travel));
    }

    private ScreenPlace activity() {
        return new ScreenPlace("activity", "fth-activity", 6,
                overlay -> new ActivityScreen(around, new ActivityModel(around, shop.activity()), travel));
    }
}
