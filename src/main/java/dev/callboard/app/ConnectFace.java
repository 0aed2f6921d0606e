package dev.callboard.app;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

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

/** Asks where to go before there is a console: first start, then the connections. */
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
    private final WindowHand hand = new WindowHand(null);
    private final CompletableFuture<Way> way = new CompletableFuture<>();
    private Stage stage;
    private FirstRunWindow first;

    ConnectFace(Path data, Texts texts) {
        this.data = data;
        this.texts = texts;
    }

    /** Shows the first start and waits for the decision. The window stays open after {@link Way.Sample}. */
    Way ask() {
        hand.on(() -> {
            stage = new Stage();
            stage.setTitle(texts.of("app.name"));
            stage.setOnHidden(hidden -> way.complete(new Way.Nowhere()));
            first = new FirstRunWindow(texts, firstWays(), Theme.LIGHT);
            stage.setScene(first.scene());
            stage.show();
            return null;
        });
        return way.join();
    }

    private FirstRunWindow.Ways firstWays() {
        return new FirstRunWindow.Ways() {
            @Override
            public void sample() {
                way.complete(new Way.Sample());
            }

            @Override
            public void newConnection() {
                showConnections();
            }

            @Override
            public void importProfile() {
                FileChooser chooser = new FileChooser();
                chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("*.properties", "*.properties"));
                File chosen = chooser.showOpenDialog(stage);
                if (chosen != null) {
                    new Profiles(data).importFile(chosen.toPath());
                    showConnections();
                }
            }

            @Override
            public void stop() {
                stage.close();
            }
        };
    }

    private void showConnections() {
        ConnectModel model = new ConnectModel(new Profiles(data), Secrets.of(data), new ConnectionProbe(),
                new FxThread(), Executors.newVirtualThreadPerTaskExecutor());
        stage.setScene(new ConnectWindow(model, texts, new ConnectWindow.Ways() {
            @Override
            public void sample() {
                stage.setScene(first.scene());
                way.complete(new Way.Sample());
            }

            @Override
            public void connect(String profile) {
                way.complete(new Way.Shop(profile));
            }
        }, Theme.LIGHT).scene());
    }

    /** Tells how far the sample shop is. */
    void show(java.util.function.Consumer<FirstRunWindow> progress) {
        hand.on(() -> {
            progress.accept(first);
            return null;
        });
    }

    void close() {
        hand.on(() -> {
            stage.setOnHidden(null);
            stage.close();
            return null;
        });
    }
}
