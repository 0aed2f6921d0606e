package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.console.Fx;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ErrorState;
import dev.callboard.parts.FirstRead;
import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.SilentControls;
import dev.callboard.postgres.PostgresAddress;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * The console under a login that may do little: every screen shows what may be read or says why not, a locked button
 * says what it needs, and nothing goes wrong behind it.
 */
class RolesLayoutTest {
    private static final List<double[]> SIZE = List.of(new double[]{1440, 900}, new double[]{1180, 720});

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        Fx.on(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
            return null;
        });
    }

    @AfterEach
    void listenNoMore() {
        Fx.on(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(null);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"callboard_kiosk", "callboard_gateway", "callboard_worker", "callboard_staff"})
    void everyScreenSaysWhatTheLoginMayNot(String role) throws SQLException {
        Fixture fixture = FilledShop.SHOP;
        List<String> found = new ArrayList<>();
        try (ConsoleShop shop = new ConsoleShop(fixture.servers(),
                login(fixture.servers().postgresForMigrations(), role), fixture.settings(), () -> null);
                RenderedConsole console = new RenderedConsole(Locale.UK, shop,
                        new ConsoleFace.Place("Counter 9", List.of("A")), ShopClock.running())) {
            for (String place : console.places()) {
                console.frontAsItIs(place);
                Awaitility.await(role + " on " + place).atMost(Duration.ofSeconds(15))
                        .until(() -> Fx.on(() -> isSettled(console.root())));
                found.addAll(console.everywhere(role + "-" + place, SIZE, RolesLayoutTest::faults));
            }
        }
        assertThat(thrown).isEmpty();
        assertThat(found).isEmpty();
    }

    private static PostgresAddress login(PostgresAddress owner, String role) throws SQLException {
        String name = role + "_alone";
        try (Connection connection = DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
                Statement create = connection.createStatement()) {
            create.execute("create role %s login password 'alone' in role %s".formatted(name, role));
        }
        return owner.as(name, "alone");
    }

    /** Read, or told why not. */
    private static boolean isSettled(Parent root) {
        return root.lookup(".first-read") instanceof FirstRead first && (first.getChildren().getFirst().isVisible()
                || first.getChildren().getLast() instanceof ErrorState error && error.isVisible());
    }

    private static List<String> faults(Parent root) {
        List<String> found = new ArrayList<>(LayoutFaults.in(root));
        found.addAll(SilentControls.in(root));
        root.lookupAll(".action").stream().filter(RolesLayoutTest::isShown).map(ActionButton.class::cast)
                .filter(button -> button.button().isDisabled() && Objects.toString(button.against().getValue(), "")
                        .isEmpty() && !button.inFlightProperty().get())
                .forEach(button -> found.add("says not why it cannot be pressed: " + button.getText()));
        return found;
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }
}
