package dev.callboard.parts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the screen on while a face for visitors is shown, by the way that each system offers: a program that asks for it
 * as long as it runs (and that ends with this one), on a bare X server its own switch, on Windows one call. Where
 * nothing of it is there, the screen saver stays as it is.
 */
public final class ScreenAwake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenAwake.class);
    private static final String WHY = "Callboard shows who is called";

    private final OnPath programs;
    private final String system;
    private final String self;
    private final List<Process> asking = new ArrayList<>();
    private boolean isOpen;

    /** Of this machine. */
    public ScreenAwake() {
        this(OnPath.ofThisMachine(), System.getProperty("os.name"), ProcessHandle.current().pid());
    }

    /** @param system as {@code os.name} says it @param self id of the process with which every asking ends */
    ScreenAwake(OnPath programs, String system, long self) {
        this.programs = programs;
        this.system = system.toLowerCase(Locale.ROOT);
        this.self = Long.toString(self);
    }

    /** Begins to ask. To be called on a thread that lives as long as the face: Windows hears each thread by itself. */
    public void open() {
        isOpen = true;
        if (system.contains("windows")) {
            WindowsAwake.ask(true);
        } else if (system.contains("mac")) {
            ask("caffeinate", "-d", "-w", self);
        } else {
            ask("gnome-session-inhibit", "--inhibit", "idle", "--reason", WHY, "tail", "--pid=" + self, "-f",
                    "/dev/null");
            ask("systemd-inhibit", "--what=idle:sleep", "--who=Callboard", "--why=" + WHY, "tail", "--pid=" + self,
                    "-f", "/dev/null");
            ask("xset", "s", "off", "-dpms");
        }
    }

    private void ask(String program, String... arguments) {
        if (!programs.has(program)) {
            return;
        }
        List<String> line = new ArrayList<>(List.of(programs.whole(program)));
        line.addAll(List.of(arguments));
        try {
            asking.add(new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException failure) {
            LOG.info("The screen saver cannot be asked by {}: {}", program, failure.getMessage());
        }
    }

    /** Lets the screen saver come again; does nothing where it was never asked to stay away. */
    @Override
    public void close() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        if (system.contains("windows")) {
            WindowsAwake.ask(false);
        }
        asking.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
        asking.clear();
        if (system.contains("linux")) {
            ask("xset", "s", "on", "+dpms");
        }
    }
}
