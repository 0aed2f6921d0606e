package dev.callboard.cli;

import java.util.List;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "board", description = "Show visitors who is called where, on a whole screen.")
final class Board implements Command {

    @Option(names = "--queues", required = true, split = ",", paramLabel = "CODE", description = "The queues whose calls it shows, parted by commas.")
    private List<String> queues;

    @Option(names = "--screen", paramLabel = "NAME", description = "What the desk calls this screen; the name of this machine without it.")
    private String screen;

    @Override
    public Answer run(Session session) {
        List<String> codes = queues.stream().map(String::strip).filter(code -> !code.isEmpty()).toList();
        Bounds.filled("--queues", String.join("", codes));
        Bounds.filled("--screen", screen);
        session.faces().board(new Faces.Board(session.choice(), codes, screen));
        return Answer.none();
    }
}
