package dev.callboard.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.app.Pictures;
import dev.callboard.console.Fx;
import dev.callboard.parts.ClippedTexts;
import dev.callboard.parts.PseudoLanguages;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/** A connection written, tested and chosen in a real window, against real servers. */
class ConnectWindowTest {
    @TempDir
    private Path data;
    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<String> chosen = new CompletableFuture<>();
    private final CompletableFuture<Boolean> back = new CompletableFuture<>();
    private ConnectModel model;

    @Test
    void writesTestsAndConnects() {
        PostgresAddress staff = TestServers.addressFor(TestServers.newDatabase(), "callboard_staff");
        try (TestRedis redis = TestServers.newRedis()) {
            Stage stage = open(Locale.UK);
            String[] address = staff.shown().split("/");
            fill(Field.NAME, "quayside");
            fill(Field.PG_HOSTS, address[0]);
            fill(Field.PG_DATABASE, address[1]);
            fill(Field.PG_USER, staff.user());
            fill(Field.PG_PASSWORD, "wrong");
            fill(Field.REDIS_NODES, "127.0.0.1:" + redis.port() + "0");
            robot.clickOn("Test");
            awaitText("127: the port is " + redis.port() + "0, it must be 1 to 65535.");
            awaitText("1 field needs fixing");
            awaitText("not connected");
            fill(Field.PG_PASSWORD, staff.password());
            fill(Field.REDIS_NODES, "127.0.0.1:" + redis.port());
            robot.clickOn("Test");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> Fx.on(
                    () -> model.viewProperty().get().postgres() != null && model.viewProperty().get().postgres().good()
                            && model.viewProperty().get().redis().good()));
            robot.clickOn("Connect");
            assertThat(chosen.join()).isEqualTo("quayside");
            Fx.on(() -> {
                stage.close();
                return null;
            });
        }
        Profile written = new Profiles(data).read("quayside");
        assertThat(written.pg().orElseThrow()).contains("callboard_staff").doesNotContain(":" + staff.password() + "@");
        assertThat(Secrets.of(data).find("quayside", Secrets.Service.POSTGRES)).contains(staff.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de", "es", "pl", "en-XA", "ar-XB"})
    void noWordIsCutInAnyLanguage(String tag) throws IOException {
        PseudoLanguages.prepare();
        new Profiles(data).write("quayside-prod", new Profile(Optional.of("postgres://m@db.example:5432/callboard"),
                Optional.of("redis+sentinel://s1.example:26379/m"), Optional.of("Production"), Map.of()));
        Stage stage = open(Locale.forLanguageTag(tag));
        Fx.on(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Pictures.write(stage.getScene().snapshot(null), Path.of("target/screens/connect-" + tag + ".png"));
            assertThat(ClippedTexts.in(stage.getScene().getRoot())).isEmpty();
            stage.close();
            return null;
        });
    }

    @Test
    void theKeyboardAloneMakesDuplicatesAndDeletesAndASecretIsNeverShown() {
        new Profiles(data).write("first", new Profile(Optional.of("postgres://m@localhost:5432/callboard"),
                Optional.of("redis://localhost:6379"), Optional.of("Development"), Map.of()));
        new Profiles(data).write("second", new Profile(Optional.of("postgres://m@localhost:5432/callboard"),
                Optional.of("redis://localhost:6379"), Optional.of("Development"), Map.of()));
        new Profiles(data).markUsed("second", Instant.now());
        Secrets.of(data).keep("second", Secrets.Service.POSTGRES, "hidden");
        Stage stage = open(Locale.UK);
        assertThat(Fx.on(() -> model.viewProperty().get().chosen())).isEqualTo("second");
        assertThat(texts(stage)).noneMatch(text -> text.contains("hidden"));
        PasswordField password = robot.lookup("#PG_PASSWORD").query();
        assertThat(password.getText()).isEmpty();
        assertThat(password.getPromptText()).hasSize(12);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(password.getPromptText()).as("a password is not copied").isEmpty();
        robot.push(KeyCode.ENTER);
        assertThat(chosen.join()).isEqualTo("second-copy");
        robot.clickOn("#connection-second-copy");
        robot.push(KeyCode.DELETE);
        awaitText("Delete second-copy?");
        robot.push(KeyCode.ESCAPE);
        assertThat(new Profiles(data).names()).contains("second-copy");
        robot.push(KeyCode.DELETE);
        awaitText("Delete second-copy?");
        robot.push(KeyCode.ENTER);
        assertThat(new Profiles(data).names()).containsExactly("first", "second");
        robot.clickOn("#PG_PASSWORD");
        robot.clickOn("Forget");
        robot.push(KeyCode.ENTER);
        assertThat(Secrets.of(data).find("second", Secrets.Service.POSTGRES)).isEmpty();
        robot.push(KeyCode.ESCAPE);
        assertThat(back.join()).isTrue();
        Fx.on(() -> {
            stage.close();
            return null;
        });
    }

    @Test
    void theKindOfRedisDecidesItsFieldsAndProductionIsOneClickAway() {
        Stage stage = open(Locale.UK);
        assertThat(texts(stage)).contains("Host").doesNotContain("Sentinels", "Master");
        robot.clickOn("Sentinel");
        assertThat(texts(stage)).contains("Sentinels", "Master").doesNotContain("Host");
        robot.clickOn("Cluster");
        assertThat(texts(stage)).contains("Nodes").doesNotContain("Sentinels", "Master");
        assertThat(texts(stage)).doesNotContain("This looks like production.");
        fill(Field.PG_HOSTS, "db.example:5432");
        assertThat(texts(stage)).contains("This looks like production.");
        robot.clickOn("Make it production");
        assertThat(Fx.on(() -> model.viewProperty().get().draft().isProduction())).isTrue();
        Fx.on(() -> {
            stage.close();
            return null;
        });
    }

    private List<String> texts(Stage stage) {
        return Fx.on(() -> robot.from(stage.getScene().getRoot())
                .lookup((Node node) -> node instanceof Labeled && node.isVisible() && node.getParent().isVisible())
                .<Labeled>queryAll().stream().map(Labeled::getText).filter(Objects::nonNull).toList());
    }

    private Stage open(Locale language) {
        return Fx.on(() -> {
            model = new ConnectModel(new Profiles(data), Secrets.of(data), new ConnectionProbe(), Fx.THREAD,
                    work -> Thread.ofVirtual().start(work), Clock.systemDefaultZone());
            ConnectWindow window = new ConnectWindow(model, new Texts(language), new ConnectWindow.Ways() {
                @Override
                public void sample() {}

                @Override
                public void connect(String profile) {
                    chosen.complete(profile);
                }

                @Override
                public void back() {
                    back.complete(true);
                }
            }, Theme.LIGHT);
            Stage stage = new Stage();
            stage.setScene(window.scene());
            stage.show();
            return stage;
        });
    }

    private void fill(Field field, String text) {
        Fx.on(() -> {
            TextField input = robot.lookup("#" + field.name()).query();
            input.setText(text);
            return null;
        });
    }

    private void awaitText(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> Fx.on(() -> robot.lookup(text).tryQuery().isPresent()));
    }
}
