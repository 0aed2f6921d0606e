package dev.callboard.parts;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The programs that this machine has.
 *
 * @param folders where they are looked for
 */
public record OnPath(List<Path> folders) {

    /** Those of the environment's {@code PATH}. */
    public static OnPath ofThisMachine() {
        return new OnPath(Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(text -> !text.isBlank()).map(Path::of).toList());
    }

    /** True where a program of that name can be run. */
    public boolean has(String program) {
        return folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    /** The whole name of the program, or the name alone where it was not found. */
    public String whole(String program) {
        return folders.stream().map(folder -> folder.resolve(program)).filter(Files::isExecutable).findFirst()
                .map(Path::toString).orElse(program);
    }
}
