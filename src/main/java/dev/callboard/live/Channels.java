package dev.callboard.live;

/** The names of Redis channels; one Redis may serve other programs, so ours carry our name. */
final class Channels {
    private Channels() {}

    static String of(Topic topic) {
        return "callboard:changed:" + topic.name();
    }
}
