package dev.callboard.app;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import dev.callboard.console.connect.ConnectModel;
import dev.callboard.console.connect.ConnectWindow;
import dev.callboard.console.connect.ConnectionProbe;
import dev.callboard.console.connect.FirstRunWindow;
import dev.callboard.parts.FxThread;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;

import javafx.stage.FileChooser;
import javafx.stage.Stage;

/** The windows that ask where to go: the first start, and the connections. */
final class ConnectFace {

    /** What the person decided. */
    sealed interface Way {
        /** The sample shop of this machine. */
        record Sample() implements Way {}

        /** The shop of a profile. */
        record Shop(String profile) implements Way {}

        /** Neither: the window was closed. */
        record Nowhere() implements Way {}
    }

    private final Path data;
    private final Texts texts;
    private final Theme theme;
    private final WindowHand hand = new WindowHand(null);
    private Stage stage;
    private FirstRunWindow first;
    private Consumer<Way> answer;

    ConnectFace(Path data, Texts texts, Theme theme) {
        this.data = data;
        this.texts = texts;
        this.theme = theme;
    }

    /** Shows the first start and waits for the decision. The window stays open after {@link Way.Sample}. */
    Way ask() {
        CompletableFuture<Way> way = new CompletableFuture<>();
        hand.on(() -> {
            open(way::complete);
            stage.setScene(first.scene());
            stage.show();
            return null;
        });
        return way.join();
    }

    /**
     * Shows the connections, or brings them to the front; on the FX thread.
     *
     * @param chosen the profile in the form at first, or null for the one used last
     * @param then hears the decision; the window stays open after {@link Way.Sample}
     */
    void askBeside(String chosen, Consumer<Way> then) {
        if (stage != null && stage.isShowing()) {
            stage.toFront();
            stage.requestFocus();
            return;
        }
        open(then);
        showConnections(chosen, stage::close);
        stage.show();
    }

    private void open(Consumer<Way> then) {
        answer = then;
        stage = new Stage();
        stage.setTitle(texts.of("app.name"));
        stage.setOnHidden(hidden -> answer.accept(new Way.Nowhere()));
        first = new FirstRunWindow(texts, new FirstWays(), theme);
    }

    private final class FirstWays implements FirstRunWindow.Ways {
        @Override
        public void sample() {
            answer.accept(new Way.Sample());
        }

        @Override
        public void newConnection() {
            showConnections(null, () -> stage.setScene(first.scene()));
        }

        @Override
        public void importProfile() {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*.properties", "*.properties"));
            File chosen = chooser.showOpenDialog(stage);
            if (chosen != null) {
                showConnections(new Profiles(data).importFile(chosen.toPath()),
                        () -> stage.setScene(first.scene()));
            }
        }

        @Override
        public void stop() {
            stage.close();
        }
    }

    private void showConnections(String chosen, Runnable back) {
        ConnectModel model = new ConnectModel(new Profiles(data), Secrets.of(data), new ConnectionProbe(),
                new FxThread(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemDefaultZone());
        if (chosen != null) {
            model.choose(chosen);
        }
        stage.setScene(new ConnectWindow(model, texts, new ConnectWindow.Ways() {
            @Override
            public void sample() {
                stage.setScene(first.scene());
                answer.accept(new Way.Sample());
            }

            @Override
            public void connect(String profile) {
                answer.accept(new Way.Shop(profile));
            }

            @Override
            public void back() {
                back.run();
            }
        }, theme).scene());
    }

    /** Tells how far the sample shop is. */
    void show(Consumer<FirstRunWindow> progress) {
        hand.on(() -> {
            progress.accept(first);
            return null;
        });
    }

    /** Nothing happens where it was never open. */
    void close() {
        hand.on(() -> {
            if (stage != null) {
                stage.setOnHidden(null);
                stage.close();
            }
            return null;
        });
    }
}
