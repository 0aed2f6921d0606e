package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with make-believe Javas that only say what they were asked. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path launcher;

    @BeforeEach
    void install() throws IOException {
        launcher = folder.resolve("a place/bin/callboard");
        Files.createDirectories(launcher.getParent());
        Files.copy(Path.of("src/packaging/bin/callboard"), launcher);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws Exception {
        Path java = java("new", "25.0.1");
        assertThat(
                run(launcher, Map.of("CALLBOARD_JAVA_HOME", java.toString()), "queue", "two  words", "'q' \"d\" $x *",
                        ""))
                .endsWith("dev.callboard.Callboard|queue|two  words|'q' \"d\" $x *||");
    }

    @Test
    void theProgramIsFoundThroughLinks() throws Exception {
        Path java = java("new", "26");
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a place/bin/callboard"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);
        assertThat(run(second, Map.of("CALLBOARD_JAVA_HOME", java.toString())))
                .contains("|" + folder.toRealPath().resolve("a place/lib/callboard.jar") + "|");
    }

    @Test
    void anOldJavaIsPassedOver() throws Exception {
        Path old = java("old", "17.0.15");
        Path young = java("young", "25");
        assertThat(run(launcher, Map.of("CALLBOARD_JAVA_HOME", old.toString(), "JAVA_HOME", young.toString())))
                .startsWith("young|");
    }

    @Test
    void shortCommandsStartQuicklyAndLongOnesBecomeFast() throws Exception {
        Map<String, String> environment = Map.of("CALLBOARD_JAVA_HOME", java("new", "25").toString());
        assertThat(run(launcher, environment, "ticket", "join", "A")).contains("|-XX:TieredStopAtLevel=1|");
        assertThat(run(launcher, environment, "worker", "--drain")).doesNotContain("TieredStopAtLevel");
    }

    /** A Java of this version that prints its name and arguments, parted by bars. */
    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path program = home.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\nprintf '%s|' " + name + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private String run(Path program, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
