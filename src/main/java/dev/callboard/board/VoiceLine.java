package dev.callboard.board;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.BoardCall;

/** Chime, then speech, on one thread: no call is ever cut off by the next. */
public final class VoiceLine implements Announcer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceLine.class);

    private final ExecutorService line = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("announcements").factory());
    /** Announced, and their turn has not come yet. */
    private final Set<BoardCall> waiting = ConcurrentHashMap.newKeySet();
    private final Runnable chime;
    private final Optional<Voice> voice;
    private final Texts texts;

    /** @param chime plays to its end before it returns */
    public VoiceLine(Runnable chime, Optional<Voice> voice, Texts texts) {
        this.chime = chime;
        this.voice = voice;
        this.texts = texts;
    }

    @Override
    public void announce(BoardCall call, Runnable spoken) {
        waiting.add(call);
        try {
            line.execute(() -> say(call, spoken));
        } catch (RejectedExecutionException closed) {
            LOG.debug("A call came after the end.");
        }
    }

    @Override
    public void withdraw(BoardCall call) {
        waiting.removeIf(each -> each.id() == call.id());
    }

    private void say(BoardCall call, Runnable spoken) {
        if (!waiting.remove(call)) {
            return;
        }
        try {
            chime.run();
            if (voice.isPresent() && voice.get().say(words(call))) {
                spoken.run();
            }
        } catch (RuntimeException failure) {
            LOG.warn("Ticket {} could not be announced: {}", call.code(), failure.getMessage());
        }
    }

    /** Figures without leading zeros: "A 42". */
    private String words(BoardCall call) {
        CounterWords counter = CounterWords.of(call.counter());
        String place = counter.word().isEmpty() ? texts.of("board.counter") + " " + counter.figure() : call.counter();
        return texts.of("board.spoken", call.origin() + " " + call.number(), place);
    }

    /** Says what is being said to its end, and no more. */
    @Override
    public void close() {
        line.shutdown();
    }
}
