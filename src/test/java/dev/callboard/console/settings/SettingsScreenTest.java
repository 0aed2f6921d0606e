package dev.callboard.console.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestServers;
import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditRow;
import dev.callboard.audit.AuditTrail;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.Database;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.QueueRules;
import dev.callboard.tickets.Queues;
import javafx.scene.input.KeyCode;

/** Settings in a real window over a real profile and a real Postgres. */
class SettingsScreenTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneOffset.UTC, LocalTime.MIN);
    @TempDir
    private Path folder;
    private final Database database = Database.open(TestServers.newDatabase(), 4);
    private final TestWindow window = new TestWindow(Subscriptions.none(), false);
    private final ShopPlaces places = new ShopPlaces(new FloorSights(database, DAY),
            new Queues(database, DAY, Signals.none()), new QueueRules(database, Signals.none()),
            new CounterPlaces(database, Signals.none()));
    private final AtomicBoolean connectionsOpened = new AtomicBoolean();
    private final Map<String, String> looks = new ConcurrentHashMap<>();
    private Profiles profiles;
    private SettingsModel model;
    private SettingsScreen screen;

    @BeforeEach
    void openWindow() {
        profiles = new Profiles(folder);
        profiles.write("quayside", new Profile(Optional.empty(), Optional.empty(), Optional.of("Production"),
                Map.of("shop.currency", "GBP")));
        model = new SettingsModel(window.around(), new SettingsServices(profiles, Optional.of("quayside"), database,
                new AuditTrail(database), places));
        window.open(List.of(new ScreenPlace("settings", "fth-settings", 7,
                overlay -> {
                    screen = new SettingsScreen(window.around(), model,
                            new SettingsScreen.Ways(overlay, () -> connectionsOpened.set(true), looks::putAll));
                    return screen;
                })), Theme.LIGHT);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> window.look(() -> model.sight().snapshotProperty().get() != null));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        database.close();
    }

    @Test
    void savesIntoTheProfileAndNamesWhoDidIt() {
        window.click("#shop-zone");
        window.type("Europe/Dublin");
        window.awaitShown("Changed, not saved yet");
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.awaitShown("1 setting saved. They count from the next start.");

        Profile saved = profiles.read("quayside");
        assertThat(saved.settings()).containsEntry("shop.zone", "Europe/Dublin").containsEntry("shop.currency", "GBP");
        assertThat(saved.environment()).contains("Production");
        assertThat(changes()).extracting(AuditRow::subjectId).containsExactly("shop.zone");
        window.awaitShown("Changed by " + changes().getFirst().actor() + ", "
                + window.around().formats().seconds(changes().getFirst().at()));
    }

    @Test
    void howTheConsoleLooksCountsAtOnce() {
        window.look(() -> {
            model.change(KnownSettings.UI_TEXT_SIZE, "115 %");
            model.save();
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> looks.equals(Map.of("ui.text_size", "115 %")));
        assertThat(profiles.read("quayside").settings()).containsEntry("ui.text_size", "115 %");
        window.awaitShown("1 change saved. They count at once.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> window.look(() -> model.text(KnownSettings.UI_TEXT_SIZE).equals("115 %")));
        window.look(() -> {
            model.change(KnownSettings.UI_TEXT_SIZE, "");
            model.save();
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> looks.equals(Map.of("ui.text_size", "100")));
        assertThat(SettingsModel.fault(KnownSettings.UI_TEXT_SIZE, "200")).contains("100, 115 or 130");
    }

    @Test
    void aWrongValueIsNamedAndNothingIsSaved() {
        window.click("#shop-day_starts");
        window.type("soon");
        window.awaitShown(SettingsModel.fault(KnownSettings.SHOP_DAY_STARTS, "soon"));
        window.press(KeyCode.CONTROL, KeyCode.S);
        assertThat(window.<String>look(() -> model.against())).isEqualTo("1 field is wrong.");
        assertThat(profiles.read("quayside").settings()).doesNotContainKey("shop.day_starts");
        assertThat(changes()).isEmpty();
    }

    @Test
    void takingATextOutTakesTheSettingOut() {
        window.look(() -> {
            model.change(KnownSettings.SHOP_CURRENCY, "");
            model.change(KnownSettings.STRIPE_KEY, "sk_test_not_for_the_audit");
            model.save();
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> changes().size() == 2);
        assertThat(profiles.read("quayside").settings()).doesNotContainKey("shop.currency").containsKey("stripe.key");
        assertThat(changes()).noneMatch(row -> row.after().toString().contains("sk_test"));
    }

    @Test
    @Tag("L08")
    void withoutTheRightNothingCanBeSaved() {
        window.allowOnly(Set.of(Right.TICKETS), "save");
        window.awaitShown("Read only.");
    }

    @Test
    @Tag("A04")
    void aQueueIsAddedAndItsAimsAreSavedAndMarkedUntilThen() {
        group("queues");
        window.click("#newQueueCode");
        window.type("A");
        window.click("#newQueueName");
        window.type("Collect");
        window.click("#addQueue");
        window.awaitShown("Queue A is there and open.");
        window.click("#queue-target-A");
        window.type("soon");
        window.awaitShown("whole minutes");
        window.look(() -> {
            model.change("queue/target/A", "7");
            return null;
        });
        window.awaitShown("Changed, not saved yet");
        window.press(KeyCode.CONTROL, KeyCode.S);
        await().until(() -> Duration.ofMinutes(7).equals(places.rules().list().get("A").target()));
        await().until(() -> window.shows(", today") || window.shows("callboard_owner, "));
        window.picture("settings-queues-light");
        assertThat(changes()).as("the profile is as it was").isEmpty();
    }

    @Test
    @Tag("A04")
    void countersAreAddedGivenTheirQueuesAndRetired() {
        places.queues().add("A", "Collect");
        group("counters");
        window.click("#newCounter");
        window.type("Counter 7");
        window.click("#addCounter");
        window.awaitShown("Counter 7 is there.");
        window.click("#newCounter");
        window.type("Coun");
        places.counters().add("Counter 8");
        window.readAgain();
        await().until(() -> window.robot().lookup("#counter-name-Counter-8").tryQuery().isPresent());
        assertThat(window.robot().lookup("#newCounter").queryTextInputControl().getText()).isEqualTo("Coun");
        places.counters().retire("Counter 8");
        window.click("#counter-queues-Counter-7");
        window.type("Z");
        window.awaitShown("no such queue");
        window.look(() -> {
            model.change("counter/queues/Counter 7", "A");
            return null;
        });
        window.press(KeyCode.CONTROL, KeyCode.S);
        await().until(() -> places.counters().served("Counter 7").equals(Optional.of(List.of("A"))));
        window.look(() -> {
            model.change("counter/name/Counter 7", "Window 7");
            return null;
        });
        window.press(KeyCode.CONTROL, KeyCode.S);
        await().until(() -> places.counters().served("Window 7").equals(Optional.of(List.of("A"))));
        window.picture("settings-counters-light");
        await().until(() -> window.look(() -> model.counters().size() == 1 && model.busy() == null));
        window.look(() -> {
            model.retireCounter("Window 7");
            return null;
        });
        window.awaitShown("Window 7 is off the lists.");
    }

    @Test
    void profilesAreListedAndDeletedOnlyWhenAskedTwice() {
        profiles.write("old", Profile.none());
        group("profiles");
        window.press(KeyCode.F5);
        window.awaitShown("old");
        window.click("#delete-old");
        window.awaitShown("Delete for good?");
        assertThat(profiles.names()).contains("old");
        window.picture("settings-profiles-light");
        window.click("#delete-old");
        await().until(() -> !profiles.names().contains("old"));
        window.click("#openConnections");
        await().untilTrue(connectionsOpened);
    }

    private void group(String name) {
        window.look(() -> {
            screen.find(name);
            return null;
        });
    }

    private List<AuditRow> changes() {
        return new AuditTrail(database).newest(AuditQuery.of("what:setting.change"), 10).rows();
    }
}
