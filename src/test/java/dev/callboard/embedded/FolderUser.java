package dev.callboard.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process that uses a data folder until it is told to leave, or killed. */
final class FolderUser implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private FolderUser(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static FolderUser begin(Path folder, Path programs) throws IOException {
        return new FolderUser(new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                FolderUser.class.getName(), folder.toString(), programs.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The addresses that the process got, once it has them. */
    String addresses() throws IOException {
        return answers.readLine();
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the process did not leave");
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedServers servers = EmbeddedServers.use(Path.of(arguments[0]), Path.of(arguments[1]))) {
            System.out.println(servers.console().shown() + " " + servers.redis().shown());
            System.in.read();
        }
    }
}
