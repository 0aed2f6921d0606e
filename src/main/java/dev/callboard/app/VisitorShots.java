package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.callboard.board.Announcer;
import dev.callboard.board.BoardPlace;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Theme;
import dev.callboard.sample.FixtureDay;
import dev.callboard.sample.SampleShop;
import dev.callboard.settings.KnownSettings;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;

/** Pictures of the screens for visitors. The wall screen is always dark, the kiosk always light. */
final class VisitorShots implements AutoCloseable {
    private static final int SECONDS_BEHIND = 40;

    private final Fixture fixture;
    private final Path out;
    private final List<Theme> themes;
    private final PublicShop shop;
    private final WindowHand hand = new WindowHand(null);
    private BoardFace board;

    VisitorShots(Fixture fixture, Path out, List<Theme> themes) {
        this.fixture = fixture;
        this.out = out;
        this.themes = themes;
        this.shop = new PublicShop(fixture.servers(), fixture.settings(), fixture::now);
    }

    /** At the moment that all pictures show. @return the pictures written */
    List<Path> atTheMoment() {
        List<Path> files = new ArrayList<>();
        fixture.holdClockAt(FixtureDay.NOW);
        if (themes.contains(Theme.DARK)) {
            openBoard();
            files.add(onBoard().picture(out, "board-dark"));
            closeBoard();
        }
        if (themes.contains(Theme.LIGHT)) {
            files.add(onKiosk("Click & Collect", kiosk -> kiosk.picture(out, "kiosk-start-light")));
        }
        return files;
    }

    /** Takes a number, and opens what is to be seen growing old. To be called while the servers still answer. */
    List<Path> beforeTheServersGo() {
        fixture.holdClockAt(FixtureDay.NOW);
        List<Path> files = new ArrayList<>();
        if (themes.contains(Theme.LIGHT)) {
            files.add(onKiosk("Click & Collect", kiosk -> {
                fixture.holdClockAt(FixtureDay.NOW.minusSeconds(12));
                kiosk.pressPlain("service-A");
                kiosk.awaitText("You are in line.");
                fixture.holdClockAt(FixtureDay.NOW);
                kiosk.awaitText("18 s");
                return kiosk.picture(out, "kiosk-ticket-light");
            }));
            leave();
        }
        if (themes.contains(Theme.DARK)) {
            openBoard();
        }
        return files;
    }

    /** Whoever took that number goes away again: the wall screen shows the same moment. */
    private void leave() {
        Tickets tickets = fixture.shop().commands().tickets();
        Ticket newest = tickets.list("A", Set.of(TicketState.WAITING), null).stream()
                .max(Comparator.comparing(Ticket::joinedAt)).orElseThrow();
        tickets.cancel(newest.id(), "changed their mind");
    }

    /** When the servers are gone. @return the pictures written */
    List<Path> afterTheServersWent() {
        if (board == null) {
            return List.of();
        }
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(SECONDS_BEHIND));
        hand.on(() -> {
            board.model().readNow();
            return null;
        });
        onBoard().awaitText(SECONDS_BEHIND + " s behind");
        return List.of(onBoard().picture(out, "board-stale-dark"));
    }

    private Path onKiosk(String first, Function<WindowHand, Path> work) {
        KioskFace kiosk = hand.on(() -> new KioskFace(shop, KioskFace.place(fixture.settings()),
                ShopClock.held(fixture::now)));
        WindowHand worker = new WindowHand(kiosk.window().scene());
        worker.awaitText(first);
        Path file = work.apply(worker);
        hand.on(() -> {
            kiosk.close();
            return null;
        });
        return file;
    }

    private void openBoard() {
        BoardPlace place = new BoardPlace("Entrance", SampleShop.QUEUES,
                fixture.settings().get(KnownSettings.SHOP_NAME), "quayside-prod", Optional.empty());
        board = hand.on(() -> new BoardFace(shop, place, fixture.settings(), ShopClock.held(fixture::now),
                Announcer.silent()));
        onBoard().awaitText("Click & Collect");
    }

    private WindowHand onBoard() {
        return new WindowHand(board.window().scene());
    }

    private void closeBoard() {
        BoardFace closing = board;
        board = null;
        hand.on(() -> {
            closing.close();
            return null;
        });
    }

    @Override
    public void close() {
        if (board != null) {
            closeBoard();
        }
        shop.close();
    }
}
