package dev.callboard.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.parts.Fonts;
import javafx.application.Platform;

/**
 * Starts JavaFX. Whether there is a usable display is found out before, since a toolkit that failed to start cannot be
 * followed by another one in the same process.
 */
final class Toolkit {
    private static final Logger LOG = LoggerFactory.getLogger(Toolkit.class);
    private static final int X_PORT = 6000;
    private static final int PROBE_MILLIS = 500;

    private Toolkit() {}

    /** True where windows can be shown: always on Windows and macOS, elsewhere with a living X server and GTK 3. */
    static boolean hasDisplay() {
        if (isHeadless()) {
            return false;
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return !system.contains("linux") || hasServer(System.getenv("DISPLAY")) && hasGtk();
    }

    /** True where windows are drawn for pictures and tests alone. */
    static boolean isHeadless() {
        return "Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean hasServer(String display) {
        if (display == null || !display.matches(".*:\\d+(\\.\\d+)?")) {
            return false;
        }
        int colon = display.lastIndexOf(':');
        String host = display.substring(0, colon);
        int number = Integer.parseInt(display.substring(colon + 1).replaceFirst("\\..*", ""));
        return host.isEmpty() || host.equals("unix") ? answersLocally(number) : answers(host, X_PORT + number);
    }

    private static boolean answersLocally(int number) {
        Path socket = Path.of("/tmp/.X11-unix/X" + number);
        if (!Files.exists(socket)) {
            return answers("localhost", X_PORT + number);
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException dead) {
            LOG.debug("No X server behind {}: {}", socket, dead.getMessage());
            return false;
        }
    }

    private static boolean answers(String host, int port) {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(new InetSocketAddress(host, port), PROBE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException dead) {
            LOG.debug("No X server at {}:{}: {}", host, port, dead.getMessage());
            return false;
        }
    }

    private static boolean hasGtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return true;
        } catch (IllegalArgumentException missing) {
            LOG.info("There is a display, but GTK 3 (libgtk-3.so.0) is not installed.");
            return false;
        }
    }

    /** Starts the toolkit and waits for it; with windows or, headless, without. Once per process. */
    static void start(boolean headless) {
        if (headless) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        // JavaFX complains about lying on the class path, which is how this program is meant to be started
        java.util.logging.Logger toolkit = java.util.logging.Logger.getLogger("javafx");
        toolkit.setLevel(java.util.logging.Level.SEVERE);
        CountDownLatch running = new CountDownLatch(1);
        Platform.startup(running::countDown);
        try {
            running.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        toolkit.setLevel(null);
        Platform.setImplicitExit(false);
        Fonts.load();
    }
}
