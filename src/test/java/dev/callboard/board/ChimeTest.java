package dev.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sound.sampled.LineUnavailableException;

import org.junit.jupiter.api.Test;

class ChimeTest {

    @Test
    void soundThatAnotherProgramHeldIsTriedAgainWithTheNextCall() {
        AtomicInteger asked = new AtomicInteger();
        Chime chime = new Chime(format -> {
            asked.incrementAndGet();
            throw new LineUnavailableException("held by another program");
        });
        chime.run();
        chime.run();
        assertThat(asked).hasValue(2);
    }
}
