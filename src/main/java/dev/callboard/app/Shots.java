package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.callboard.console.Connection;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Theme;
import dev.callboard.sample.FixtureDay;
import javafx.stage.Stage;

/** Writes every screen of the fixture as pictures, without a display. */
final class Shots {
    private static final Connection SHOWN = new Connection("quayside-prod", true, FixtureDay.PERSON);

    private final Path out;
    private final List<Theme> themes;
    private final List<Path> files = new ArrayList<>();
    private final Openings openings;
    private WindowHand hand;
    private ConsoleFace face;

    /**
     * @param themes which of the two to write
     * @param openings closes the shop of the pictures where the process is told to stop
     */
    Shots(Path out, List<Theme> themes, Openings openings) {
        this.out = out;
        this.themes = themes;
        this.openings = openings;
    }

    /** @return the pictures written */
    List<Path> write() throws InterruptedException {
        try (Fixture fixture = openings.add(new Fixture())) {
            fixture.fill();
            Toolkit.start(true);
            VisitorShots visitors = new VisitorShots(fixture, out, themes);
            files.addAll(new ConnectShots(out, themes).write());
            files.addAll(new SheetShots(out, themes).write());
            FixtureTrouble trouble = new FixtureTrouble(fixture);
            trouble.begin();
            fixture.holdClockAt(FixtureDay.NOW.minusSeconds(5_812));
            face = new WindowHand(null).on(() -> new ConsoleFace(fixture.shop(), SHOWN, fixture.settings(),
                    new ConsoleFace.Place(FixtureDay.COUNTER, List.of("A", "C")), ShopClock.held(fixture::now)));
            hand = new WindowHand(face.window().scene());
            hand.awaitText("since 12:30");
            stale(fixture);
            fixture.arrive();
            files.addAll(visitors.atTheMoment());
            PopoverShots popovers = new PopoverShots(face.window().scene(), themes);
            TriageShots triage = new TriageShots(fixture, face,
                    new TriageShots.Pictures(out, themes, this::take));
            files.addAll(triage.list(trouble, popovers));
            desk(fixture);
            floor();
            orders();
            stock();
            activity();
            settings();
            files.addAll(triage.cancel(SHOWN.name()));
            trouble.close();
            deskPopovers(popovers);
            files.addAll(popovers.write(out));
            idle(fixture);
            files.addAll(visitors.beforeTheServersGo());
            try (Hush serversAreMeantToBeGone = Hush.over(Faults.class, RedisSubscriptions.class,
                    RedisSignals.class)) {
                serversGo(fixture);
                files.addAll(visitors.afterTheServersWent());
                visitors.close();
                hand.on(() -> {
                    face.close();
                    return null;
                });
                fixture.shop().close();
            }
        }
        return List.copyOf(files);
    }

    /** Read at the moment, but for the second that has passed since. */
    private void desk(Fixture fixture) {
        hand.on(() -> {
            face.window().show(face.desk());
            return null;
        });
        fixture.holdClockAt(FixtureDay.NOW.minusSeconds(1));
        readAgain();
        hand.awaitText("0:07");
        fixture.holdClockAt(FixtureDay.NOW);
        hand.awaitText("0:08");
        shoot("desk");
    }

    private void floor() {
        go("floor", "A");
        hand.awaitText("C-019 has waited");
        hand.awaitText("Tomasz Nowak");
        shoot("floor");
    }

    private void orders() {
        go("orders", "Niamh Gallagher");
        hand.awaitText("in line at Service desk");
        go("orders", "");
        hand.awaitText("Jan Kowalczyk");
        shoot("orders");
    }

    private void stock() {
        go("stock", "LED-E27");
        hand.awaitText("The gate counts 2 more");
        go("stock", "");
        hand.awaitText("Ledger adds up");
        hand.awaitText("Waste bin");
        shoot("stock");
    }

    private void activity() {
        go("activity", "what:order");
        hand.awaitText("order.cancel");
        shoot("activity");
    }

    private void settings() {
        go("settings", "");
        hand.awaitText("shop.currency");
        shoot("settings");
    }

    private void go(String place, String what) {
        hand.on(() -> {
            face.window().go(place, what);
            return null;
        });
    }

    private void deskPopovers(PopoverShots popovers) {
        hand.on(() -> {
            face.window().show(face.desk());
            return null;
        });
        hand.awaitText("0:08");
        popovers.takeFromDesk();
    }

    private void idle(Fixture fixture) {
        hand.on(() -> {
            face.window().show(face.desk());
            return null;
        });
        hand.press("start");
        hand.awaitText("SERVING");
        shoot("desk-serving");
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(132));
        hand.press("finish");
        hand.awaitText("COUNTER FREE");
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(167));
        FixtureDay.screensAreThere(fixture.shop().boards());
        readAgain();
        hand.awaitText("13:11");
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(168));
        hand.awaitText("13:12");
        shoot("desk-idle");
    }

    private void readAgain() {
        hand.on(() -> {
            face.readNow();
            return null;
        });
    }

    /** Nothing is heard for a while: what was read last stays on the screen, and says so. */
    private void stale(Fixture fixture) {
        hand.on(() -> {
            face.show(new Stage());
            return null;
        });
        // a periodic read may come in between and make everything new: then once more
        do {
            fixture.holdClockAt(FixtureDay.BEFORE);
            readAgain();
            hand.awaitText("0:19");
            fixture.holdClockAt(FixtureDay.NOW);
            hand.awaitAny("for 23 s", "0:42");
        } while (!hand.shows("for 23 s"));
        shoot("desk-stale");
    }

    private void serversGo(Fixture fixture) {
        face.leave();
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(183));
        fixture.stopServers();
        readAgain();
        hand.awaitText("No connection to");
    }

    private void shoot(String name) {
        files.addAll(take(name));
    }

    private List<Path> take(String name) {
        List<Path> taken = new ArrayList<>();
        for (Theme theme : themes) {
            hand.on(() -> {
                theme.apply(face.window().scene(), "console");
                return null;
            });
            taken.add(hand.picture(out, name + "-" + theme.name().toLowerCase(Locale.ROOT)));
        }
        return taken;
    }
}
