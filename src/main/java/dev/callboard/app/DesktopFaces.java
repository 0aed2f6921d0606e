package dev.callboard.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.console.Connection;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Theme;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.sample.LiveTrade;
import dev.callboard.sample.SampleShop;
import dev.callboard.tickets.Counter;
import javafx.stage.Stage;

/** The faces with windows and pictures. */
final class DesktopFaces implements Faces {
    private static final int MOST_COUNTERS = 7;
    private final Openings openings;

    DesktopFaces(Openings openings) {
        this.openings = openings;
    }

    @Override
    public void console(ConnectionChoice choice) {
        if (!Toolkit.hasDisplay()) {
            throw new Refusal("no_display", "There is no display to open a window on: an X server and GTK 3 are needed;"
                    + " 'callboard demo --headless' writes pictures instead.");
        }
        Toolkit.start(false);
        if (WhereTo.isFirst(choice)) {
            WhereTo first = new WhereTo(choice);
            goOn(first, first.ask().orElse(new ConnectFace.Way.Nowhere()));
        } else {
            open(choice);
        }
    }

    /** From one shop to the next, until somebody goes nowhere. */
    private void goOn(WhereTo asked, ConnectFace.Way way) {
        switch (way) {
            case ConnectFace.Way.Nowhere nowhere -> openings.close();
            case ConnectFace.Way.Shop shop -> open(asked.shop(shop.profile()));
            case ConnectFace.Way.Sample sample -> {
                Servers servers = openings.add(new Servers(asked.sample().choice()));
                asked.start(servers);
                live(asked.sample().choice(), servers, asked::end, asked.fromSample());
            }
        }
    }

    private void open(ConnectionChoice choice) {
        Servers servers = openings.add(new Servers(choice));
        ConsoleShop shop = openings.add(new ConsoleShop(servers, choice.settings(), () -> null));
        WhereTo next = new WhereTo(choice);
        goOn(next, work(servers, shop, choice, face -> showUntilClosed(face, next)));
    }

    @Override
    public void board(Board board) {
        new VisitorFaces(openings).board(board);
    }

    @Override
    public void kiosk(ConnectionChoice choice) {
        new VisitorFaces(openings).kiosk(choice);
    }

    @Override
    public List<Path> demo(Demo demo) {
        boolean headless = demo.headless() || !Toolkit.hasDisplay();
        if (headless) {
            PictureFolder.require(demo.out());
        }
        Path folder = demo.choice().data().toAbsolutePath();
        demo.said().accept("starting Postgres and Redis in " + folder + " ...");
        Toolkit.start(headless);
        Servers servers = openings.add(new Servers(demo.choice()));
        servers.postgres();
        servers.redis();
        demo.said().accept("opening the sample shop; its mail server is down on purpose, so that some orders fail ...");
        if (headless) {
            return work(servers, sampleShop(demo.choice(), servers), demo.choice(), face -> {
                demo.said().accept(
                        "working its screens: a call, a retry, a cancel; pictures go to " + demo.out() + " ...");
                show(face);
                return new DemoRun(face, demo.out()).run(Duration.ofSeconds(demo.seconds()));
            });
        }
        live(demo.choice(), servers,
                () -> demo.said()
                        .accept("the console opens. Closing its window, or Ctrl+C here, ends the demo; the shop"
                                + " stays in its folder. Other commands work on it beside the window: callboard queue ls --data '"
                                + folder + "'"),
                new WhereTo(demo.choice()));
        return List.of();
    }

    /** @param opened run when the shop is there, before its console shows */
    private void live(ConnectionChoice choice, Servers servers, Runnable opened, WhereTo next) {
        ConsoleShop shop = sampleShop(choice, servers);
        opened.run();
        goOn(next, work(servers, shop, choice, face -> showUntilClosed(face, next)));
    }

    /** A shop with people and goods in it, and trade that goes on. */
    private ConsoleShop sampleShop(ConnectionChoice choice, Servers servers) {
        ConsoleShop shop = openings.add(new ConsoleShop(servers, choice.settings(), () -> null));
        SampleShop sample = new SampleShop(shop.commands());
        try {
            new SampleOpening(servers, choice.settings(), sample,
                    () -> shop.trade().orders().failedStake().orders()).open();
        } catch (InterruptedException stop) {
            throw stopped(stop);
        }
        LiveTrade trade = openings.add(new LiveTrade(sample, System.nanoTime()));
        trade.start();
        return shop;
    }

    /** What happens between the opening of a window and its end. */
    private interface Stay<T> {
        T with(ConsoleFace face) throws InterruptedException;
    }

    private <T> T work(Servers servers, ConsoleShop shop, ConnectionChoice choice, Stay<T> stay) {
        String counter = freeCounter(shop, choice);
        WindowHand hand = new WindowHand(null);
        ConsoleFace face = hand.on(() -> new ConsoleFace(shop, connection(choice), choice.settings(),
                new ConsoleFace.Place(counter, List.of()),
                ShopClock.running()));
        face.workAtRuns();
        if (choice.isEmbedded()) {
            openings.add(duties(servers, choice, face));
        }
        try {
            return stay.with(face);
        } catch (InterruptedException stop) {
            throw stopped(stop);
        } finally {
            hand.on(() -> {
                face.close();
                return null;
            });
            face.leave();
            openings.close();
        }
    }

    /** On servers of one's own the console also does the background work. */
    private static Duties duties(Servers servers, ConnectionChoice choice, ConsoleFace face) {
        Duties duties = new Duties(servers, choice.settings(), (duty, failure) -> face.faults().report(duty, failure));
        Thread.ofVirtual().name("duties").start(duties::start);
        return duties;
    }

    /** @return where its person wants to go next */
    private static ConnectFace.Way showUntilClosed(ConsoleFace face, WhereTo next) throws InterruptedException {
        CompletableFuture<ConnectFace.Way> way = new CompletableFuture<>();
        Stage stage = show(face);
        new WindowHand(null).on(() -> {
            stage.setOnHidden(hidden -> way.complete(new ConnectFace.Way.Nowhere()));
            face.onConnections(() -> next.askBeside(chosen -> {
                if (chosen instanceof ConnectFace.Way.Nowhere) {
                    // without a window manager nobody gives the keys back
                    stage.requestFocus();
                } else {
                    way.complete(chosen);
                    stage.close();
                }
            }));
            return null;
        });
        ConnectFace.Way chosen = awaited(way);
        if (!(chosen instanceof ConnectFace.Way.Sample)) {
            next.end();
        }
        return chosen;
    }

    private static ConnectFace.Way awaited(CompletableFuture<ConnectFace.Way> way) throws InterruptedException {
        try {
            return way.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stage show(ConsoleFace face) {
        return new WindowHand(null).on(() -> {
            Stage stage = new Stage();
            face.show(stage);
            return stage;
        });
    }

    /** The first counter that no console has; the first of all where nobody can say. */
    private static String freeCounter(ConsoleShop shop, ConnectionChoice choice) {
        List<String> names = IntStream.rangeClosed(1, MOST_COUNTERS).mapToObj(number -> "Counter " + number).toList();
        try {
            List<String> taken = shop.counters(choice.settings()).list().stream()
                    .filter(counter -> counter.holder() != null).map(Counter::name).toList();
            return names.stream().filter(name -> !taken.contains(name)).findFirst().orElse(names.getFirst());
        } catch (Unavailable unknown) {
            return names.getFirst();
        }
    }

    private static Connection connection(ConnectionChoice choice) {
        String environment = choice.environment().orElse("");
        boolean production = environment.toLowerCase(Locale.ROOT).startsWith("prod");
        String login = choice.postgres().map(address -> address.user()).orElse("callboard");
        return new Connection(choice.name(), production, login);
    }

    @Override
    public List<Path> shots(Path out, String theme) {
        PictureFolder.require(out);
        List<Theme> themes = theme == null ? List.of(Theme.values())
                : List.of(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
        try {
            return new Shots(out, themes, openings).write();
        } catch (InterruptedException stop) {
            throw stopped(stop);
        }
    }

    private static IllegalStateException stopped(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("The program was stopped.", stop);
    }
}
