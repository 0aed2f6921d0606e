package dev.callboard.cli;

@picocli.CommandLine.Command(name = "kiosk", description = "Let visitors take a number at one touch, on a whole screen.")
final class Kiosk implements Command {

    @Override
    public Answer run(Session session) {
        session.faces().kiosk(session.choice());
        return Answer.none();
    }
}
