package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen stays on for as long as a face is shown, by the programs that a machine has. */
class ScreenAwakeTest {
    @TempDir
    private Path folder;

    @Test
    void asksAsLongAsItIsOpenAndNoLonger() throws IOException {
        program("systemd-inhibit", "while true; do read -t 1 line; done");
        ScreenAwake awake = new ScreenAwake(new OnPath(List.of(folder)), "Linux", 4711);
        awake.open();
        await().until(() -> said("systemd-inhibit").contains("--what=idle:sleep"));
        assertThat(said("systemd-inhibit")).as("it ends with this program").contains("--pid=4711");
        long asking = Long.parseLong(Files.readString(folder.resolve("systemd-inhibit.pid")).strip());
        assertThat(ProcessHandle.of(asking)).hasValueSatisfying(each -> assertThat(each.isAlive()).isTrue());
        awake.close();
        await().until(() -> ProcessHandle.of(asking).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void switchesABareServersOwnSaverOffAndOnAgain() throws IOException {
        program("xset", "");
        ScreenAwake awake = new ScreenAwake(new OnPath(List.of(folder)), "Linux", 4711);
        awake.open();
        await().until(() -> said("xset").contains("s off -dpms"));
        awake.close();
        await().until(() -> said("xset").contains("s on +dpms"));
    }

    @Test
    void asksInTheWayOfItsSystem() throws IOException {
        program("caffeinate", "");
        program("xset", "");
        try (ScreenAwake awake = new ScreenAwake(new OnPath(List.of(folder)), "Mac OS X", 4711)) {
            awake.open();
            await().until(() -> said("caffeinate").contains("-d -w 4711"));
        }
        assertThat(said("xset")).isEmpty();
    }

    @Test
    void isQuietWhereNothingOfItIsThere() {
        try (ScreenAwake awake = new ScreenAwake(new OnPath(List.of(folder)), "Linux", 4711)) {
            awake.open();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** A program that writes down what it was asked. */
    private void program(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, """
                #!/bin/bash
                echo $$ > "$0.pid"
                echo "$@" >> "$0.said"
                %s
                """.formatted(body));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String said(String name) throws IOException {
        Path file = folder.resolve(name + ".said");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
